"""A service that fetches pages and calls hooks."""

from urllib.parse import urlparse
from urllib.request import urlopen

import httpx
import requests
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
HOSTS = {"example.org", "www.example.org"}
HOOKS = {"build": "https://build.example.org/hook", "chat": "https://chat.example.org/hook"}


def fetch(address):
    return requests.get(address, timeout=5).text  # finds: python.security.server-side-request-forgery


@app.get("/preview")
def preview():
    return jsonify(fetch(request.args["address"]))


@app.post("/feeds")
def feeds():
    with urlopen(request.form["feed"], timeout=5) as answer:  # finds: python.security.server-side-request-forgery
        return jsonify(len(answer.read()))


@app.get("/status/<host>")
def status(host):
    answer = httpx.get(f"http://{host}/status", timeout=5)  # finds: python.security.server-side-request-forgery
    return jsonify(answer.status_code)


@app.get("/weather")
def weather():
    city = request.args["city"]
    answer = requests.get(f"https://weather.example.org/v1/{city}", timeout=5)  # ok: python.security.server-side-request-forgery
    return jsonify(answer.json())


@app.get("/forecast")
def forecast():
    answer = requests.get("https://weather.example.org/", params=request.args, timeout=5)  # ok: python.security.server-side-request-forgery
    return jsonify(answer.json())


@app.post("/hooks/<name>")
def hook(name):
    if name not in HOOKS:
        abort(404)
    return jsonify(requests.post(HOOKS[name], json=request.json, timeout=5).ok)  # ok: python.security.server-side-request-forgery


@app.get("/mirror")
def mirror():
    address = request.args["address"]
    if urlparse(address).hostname not in HOSTS:
        abort(400)
    return jsonify(requests.get(address, timeout=5).status_code)  # ok: python.security.server-side-request-forgery
