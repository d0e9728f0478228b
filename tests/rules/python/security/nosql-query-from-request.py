from flask import Flask, request

from shop import db

app = Flask(__name__)


@app.post("/login")
def login():
    user = db.users.find_one({"name": request.json["name"], "password": request.json["password"]})  # finds: python.security.nosql-query-from-request
    return {"id": user["id"]}


@app.post("/search")
def search():
    return list(db.orders.find(request.get_json()))  # finds: python.security.nosql-query-from-request


def by_script(name):
    return db.users.find({"$where": f"this.name == '{name}'"})  # finds: python.security.nosql-query-from-request


@app.post("/safe")
def safe():
    db.users.find_one({"name": str(request.json["name"])})  # ok: python.security.nosql-query-from-request
    db.users.find_one({"name": request.form["name"]})  # ok: python.security.nosql-query-from-request
    return request.headers["accept"].find("json")  # ok: python.security.nosql-query-from-request


@app.post("/named")
def named():
    body = request.get_json()
    return db.users.find_one({"name": body["name"]})  # missing: python.security.nosql-query-from-request
