import urllib.request

import httpx
import requests
from flask import Flask, request, session

app = Flask(__name__)
FEEDS = {"news": "https://news.example/feed"}


@app.get("/preview")
def preview():
    return requests.get(request.args["url"], timeout=5).text  # finds: python.security.request-to-address-from-request


@app.post("/hook")
def hook():
    target = request.json["callback"]
    httpx.post(target, json={"state": "done"})  # finds: python.security.request-to-address-from-request
    return "", 204


@app.get("/proxy")
def proxy():
    host = request.args["host"]
    return urllib.request.urlopen(f"http://{host}/status").read()  # finds: python.security.request-to-address-from-request


@app.get("/feed")
def feed():
    name = request.args["feed"]
    if name not in FEEDS:
        return "", 404
    requests.get(f"https://api.example/users/{request.args['id']}", timeout=5)  # ok: python.security.request-to-address-from-request
    return requests.get(FEEDS["news"], timeout=5).text  # ok: python.security.request-to-address-from-request


@app.get("/search")
def search():
    return requests.get("https://search.example", params={"q": request.args["q"]}, timeout=5).json()  # ok: python.security.request-to-address-from-request


@app.get("/from-list")
def from_list():
    return requests.get(FEEDS[request.args["feed"]], timeout=5).text  # ok: python.security.request-to-address-from-request


@app.get("/page/<path:address>")
def page(address):
    return requests.get(address, timeout=5).text  # missing: python.security.request-to-address-from-request
