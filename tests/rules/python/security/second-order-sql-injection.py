"""Reports over a club's members; some statements are built from what other statements gave."""

import sqlite3


def dues_of(path, member_id):
    db = sqlite3.connect(path)
    row = db.execute("SELECT surname FROM members WHERE id = ?", (member_id,)).fetchone()
    total = db.execute("SELECT sum(amount) FROM dues WHERE surname = '" + row[0] + "'")  # finds: python.security.second-order-sql-injection
    return total.fetchone()[0]


def dues_by_parameter(path, member_id):
    db = sqlite3.connect(path)
    row = db.execute("SELECT surname FROM members WHERE id = ?", (member_id,)).fetchone()
    total = db.execute("SELECT sum(amount) FROM dues WHERE surname = ?", (row[0],))  # ok: python.security.second-order-sql-injection
    return total.fetchone()[0]


def rename_all(path):
    db = sqlite3.connect(path)
    for row in db.execute("SELECT id, surname FROM members").fetchall():
        db.execute("UPDATE dues SET surname = '%s' WHERE member = %d" % (row[1], int(row[0])))  # finds: python.security.second-order-sql-injection


def load_schema(path, script):
    with open(script) as file:
        sqlite3.connect(path).executescript(file.read())  # ok: python.security.second-order-sql-injection


def newest(path):
    db = sqlite3.connect(path)
    number = int(db.execute("SELECT max(id) FROM members").fetchone()[0])
    return db.execute(f"SELECT * FROM members WHERE id = {number}").fetchone()  # ok: python.security.second-order-sql-injection
