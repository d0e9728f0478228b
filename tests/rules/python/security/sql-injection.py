"""The stock of a small shop: a Flask application with SQLite."""

import sqlite3

from flask import Flask, abort, g, jsonify, request

app = Flask(__name__)
COLUMNS = {"name": "name", "price": "price_cents"}


def database():
    if "db" not in g:
        g.db = sqlite3.connect(app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


class Stock:
    """Keeps the statements in one place."""

    def __init__(self, db):
        self.db = db

    def matching(self, word):
        statement = "SELECT id, name FROM items WHERE name LIKE '%" + word + "%'"
        return self.db.execute(statement).fetchall()  # finds: python.security.sql-injection

    def matching_safely(self, word):
        return self.db.execute("SELECT id, name FROM items WHERE name LIKE ?", (f"%{word}%",)).fetchall()  # ok: python.security.sql-injection


@app.get("/items")
def search():
    return jsonify([dict(row) for row in Stock(sqlite3.connect("stock.db")).matching(request.args.get("q", ""))])


@app.get("/items/safe")
def search_safely():
    return jsonify([dict(row) for row in Stock(sqlite3.connect("stock.db")).matching_safely(request.args.get("q", ""))])


@app.get("/items/sorted")
def listed():
    order = request.args.get("order", "name")
    db = sqlite3.connect("stock.db")
    rows = db.execute("SELECT id, name FROM items ORDER BY %s" % order)  # finds: python.security.sql-injection
    return jsonify([dict(row) for row in rows])


@app.get("/items/sorted/known")
def listed_by_known_column():
    column = COLUMNS.get(request.args.get("order"), "name")
    rows = sqlite3.connect("stock.db").execute(f"SELECT id, name FROM items ORDER BY {column}")  # ok: python.security.sql-injection
    return jsonify([dict(row) for row in rows])


@app.delete("/items/<item>")
def remove(item):
    db = sqlite3.connect("stock.db")
    db.execute("DELETE FROM items WHERE sku = '{}'".format(item))  # finds: python.security.sql-injection
    db.commit()
    return "", 204


@app.get("/items/<int:number>/history")
def history(number):
    first = int(request.args.get("from", "0"))
    rows = sqlite3.connect("stock.db").execute(f"SELECT * FROM changes WHERE item = {number} LIMIT 20 OFFSET {first}")  # ok: python.security.sql-injection
    return jsonify([dict(row) for row in rows])


@app.post("/items/bulk")
def bulk():
    names = request.json["names"]
    if not names:
        abort(400)
    marks = ", ".join("?" for _ in names)
    rows = sqlite3.connect("stock.db").execute(f"SELECT * FROM items WHERE name IN ({marks})", names)  # ok: python.security.sql-injection
    return jsonify([dict(row) for row in rows])
