import pandas
from flask import Flask, request
from google.cloud import bigquery

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    pandas.read_sql("SELECT * FROM item WHERE name = '" + name + "'", "sqlite://")  # finds: request > sql
    pandas.read_sql("SELECT * FROM item WHERE name = ?", "sqlite://", params=[name])  # ok
    frame = pandas.read_csv("items.csv")
    frame.query("name == '" + name + "'")  # finds: request > code
    frame.query("name == @name")  # ok
    frame.to_csv("files/" + name)  # finds: request > path-write
    frame.to_csv("files/items.csv", sep=name)  # ok
    pandas.read_csv(name)  # finds: request > path, request > url
    bigquery.Client().query("SELECT " + name)  # finds: request > sql
    return "done"
