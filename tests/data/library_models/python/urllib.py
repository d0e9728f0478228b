import http.client
import socket
import urllib.request
from ftplib import FTP

import urllib3
from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    url = request.args["url"]
    urllib.request.urlopen(url, timeout=5)  # finds: request > url  # sets: timeout = 5
    urllib.request.urlopen(urllib.request.Request(url), timeout=5)  # finds: request > url  # sets: timeout = 5
    urllib.request.urlopen("https://example.org/?" + url, timeout=5)  # ok  # sets: timeout = 5
    urllib.request.urlretrieve("https://example.org/", url)  # finds: request > path-write
    urllib.request.urlretrieve(url, "fixed")  # finds: request > url
    pool = urllib3.PoolManager()  # sets: tls-verification = True
    pool.request("GET", url)  # finds: request > url
    pool.request("GET", "https://example.org/", fields={"url": url})  # ok
    http.client.HTTPSConnection(url)  # finds: request > url
    http.client.HTTPSConnection("example.org").request("GET", "/" + url)  # ok
    socket.create_connection((url, 80))  # finds: request > url
    socket.create_connection(("example.org", int(request.args["port"])))  # ok
    FTP(url)  # finds: request > url
    return urllib.request.urlopen("https://example.org/").read()  # finds: network > html  # sets: timeout = None
