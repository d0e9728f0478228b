import aiosqlite
import psycopg2
import pymysql
from flask import Flask, request
from psycopg2 import sql

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    connection = psycopg2.connect("dbname=shop")
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM item WHERE name = '" + name + "'")  # finds: request > sql
    cursor.execute("SELECT * FROM item WHERE name = %s", (name,))  # ok
    cursor.execute("SELECT * FROM item WHERE id = %d" % int(request.args["id"]))  # ok
    cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name)))  # ok
    cursor.execute(sql.SQL("SELECT * FROM " + name))  # finds: request > sql
    cursor.executemany(f"INSERT INTO {name} VALUES (%s)", [(1,)])  # finds: request > sql
    with pymysql.connect(host="example.org").cursor() as other:
        other.execute("SELECT {}".format(name))  # finds: request > sql
        other.execute("SELECT '{}'".format(pymysql.escape_string(name)))  # ok
        row = other.fetchone()
    return row[0]  # finds: database > html


@app.route("/async")
async def asynchronous():
    async with aiosqlite.connect("shop.db") as connection:
        await connection.execute("SELECT " + request.args["name"])  # finds: request > sql
        await connection.execute("SELECT ?", (request.args["name"],))  # ok
    return "done"


def elsewhere(db, job):
    db.execute("SELECT " + request.args["name"])  # finds: request > sql
    job.execute("SELECT " + request.args["name"])  # ok
