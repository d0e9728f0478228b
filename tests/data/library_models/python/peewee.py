import databases
import peewee
from flask import Flask, request

app = Flask(__name__)
db = peewee.SqliteDatabase("shop.db")
other = databases.Database("sqlite:///shop.db")


class Item(peewee.Model):
    name = peewee.CharField()


@app.route("/")
async def index():
    name = request.args["name"]
    db.execute_sql("SELECT * FROM item WHERE name = '" + name + "'")  # finds: request > sql
    db.execute_sql("SELECT * FROM item WHERE name = ?", (name,))  # ok
    Item.raw("SELECT * FROM item WHERE name = '%s'" % name)  # finds: request > sql
    Item.select().where(peewee.SQL("name = '" + name + "'"))  # finds: request > sql
    Item.select().where(peewee.SQL("name = ?", [name]))  # ok
    Item.select().where(Item.name == name)  # ok
    await other.fetch_all("SELECT " + name)  # finds: request > sql
    await other.fetch_all(query="SELECT :name", values={"name": name})  # ok
    return Item.get_by_id(1).name  # finds: database > html
