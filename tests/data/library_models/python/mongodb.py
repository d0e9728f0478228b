from bson import ObjectId
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
mongo = MongoClient()
users = mongo.shop.users


@app.route("/")
def index():
    sent = request.get_json()
    users.find_one({"name": sent["name"]})  # finds: request > nosql
    users.find_one({"_id": ObjectId(sent["id"])})  # ok
    users.find_one({"name": str(sent["name"])})  # spurious: request > nosql
    users.find_one({"name": request.form["name"]})  # ok
    users.find({"name": "fixed"}, sent)  # ok
    users.update_one(sent, {"$set": {"seen": True}})  # finds: request > nosql
    users.delete_many({"$where": "this.name == '" + sent["name"] + "'"})  # finds: request > nosql
    users.insert_one({"name": sent["name"]})  # finds: request > store
    "fixed".find(sent["name"])  # ok
    return users.find_one({"name": "fixed"})["name"]  # finds: database > html
