import base64
import json
import pickle

import dill
from flask import Flask, request

app = Flask(__name__)


@app.get("/")
def home():
    session = pickle.loads(base64.b64decode(request.cookies["session"]))  # finds: python.security.deserialized-outside-data
    return session["name"]


@app.post("/job")
def job():
    body = request.get_data()
    return dill.loads(body).run()  # finds: python.security.deserialized-outside-data


def serve(connection):
    message = connection.recv(65536)
    return pickle.loads(message)  # finds: python.security.deserialized-outside-data


def restore(token):
    raw = base64.urlsafe_b64decode(token)
    return pickle.loads(raw)  # finds: python.security.deserialized-outside-data


def remembered(request):
    token = request.COOKIES["token"]
    token = base64.b64decode(token)
    return pickle.loads(token)  # finds: python.security.deserialized-outside-data


def own_file(path):
    with open(path, "rb") as file:
        return pickle.load(file)  # ok: python.security.deserialized-outside-data


def from_queue(queue):
    return pickle.loads(queue.get())  # ok: python.security.deserialized-outside-data


@app.get("/json")
def as_json():
    return json.loads(base64.b64decode(request.cookies["session"]))  # ok: python.security.deserialized-outside-data


def frames(connection):
    size = int(connection.read(4))
    return pickle.loads(read_exactly(connection, size))  # missing: python.security.deserialized-outside-data
