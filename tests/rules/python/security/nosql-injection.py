"""Accounts in MongoDB behind a JSON interface."""

from bson import ObjectId
from flask import Flask, jsonify, request
from pymongo import MongoClient

app = Flask(__name__)
client = MongoClient("mongodb://db.example.org")
users = client.forum.users


@app.post("/login")
def login():
    body = request.get_json()
    user = users.find_one({"name": body["name"], "password": body["password"]})  # finds: python.security.nosql-injection
    return jsonify({"ok": user is not None})


@app.post("/search")
def search():
    query = request.json
    return jsonify([str(one["_id"]) for one in users.find(query).limit(20)])  # finds: python.security.nosql-injection


@app.post("/remove")
def remove():
    users.delete_many({"team": request.json["team"]})  # finds: python.security.nosql-injection
    return "", 204


@app.get("/users/<key>")
def show(key):
    user = users.find_one({"_id": ObjectId(key)})  # ok: python.security.nosql-injection
    return jsonify({"name": user["name"]})


@app.get("/count")
def count():
    number = users.count_documents({"age": int(request.args["age"])})  # ok: python.security.nosql-injection
    return jsonify({"count": number})
