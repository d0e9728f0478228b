"""Books and orders in the database."""

import hashlib
import pickle
import sqlite3

COVERS = {"fruit": "covers/fruit.png", "clouds": "covers/clouds.png"}


def connect():
    return sqlite3.connect("shop.db")


def find_books(title):
    with connect() as db:
        return db.execute("SELECT * FROM books WHERE title LIKE '%" + title + "%'").fetchall()


def find_book(isbn):
    with connect() as db:
        return db.execute("SELECT * FROM books WHERE isbn = ?", (isbn,)).fetchone()


def load_basket(cookie):
    return pickle.loads(bytes.fromhex(cookie))


def add_to_basket(isbn, basket=[]):
    basket.append(isbn)
    return basket


def password_digest(password):
    return hashlib.md5(password.encode()).hexdigest()


def discount(order, customer, today, is_member, code):
    if customer:
        if is_member:
            if order.total > 100:
                if code:
                    if code.valid_until >= today:
                        return order.total * code.rate
                    elif code.grace_days and (today - code.valid_until).days <= code.grace_days:
                        return order.total * code.rate / 2
                    else:
                        return 0
                elif order.total > 200:
                    return 20
                else:
                    return 10
            elif order.items and len(order.items) > 5:
                return 5
            else:
                return 0
        elif code and code.valid_until >= today:
            return order.total * code.rate / 4
        else:
            return 0
    return 0


def ship(order):
    try:
        order.carrier.collect(order)
    except:
        pass
