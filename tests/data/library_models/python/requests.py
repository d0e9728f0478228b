import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    url = request.args["url"]
    requests.get(url, timeout=5)  # finds: request > url  # sets: tls-verification = True, timeout = 5
    requests.get("https://example.org/" + url, timeout=5)  # ok  # sets: tls-verification = True, timeout = 5
    requests.get("https://" + url, timeout=5)  # finds: request > url  # sets: tls-verification = True, timeout = 5
    requests.post("https://example.org/", data=url, verify=False)  # sets: tls-verification = False, timeout = None
    requests.request("GET", url=f"http://{url}/items", timeout=5)  # finds: request > url  # sets: tls-verification = True, timeout = 5
    session = requests.Session()
    session.verify = False  # sets: tls-verification = False
    session.put(url)  # finds: request > url  # sets: tls-verification = True
    session.headers["X-Url"] = url  # ok
    url.get("name")  # ok
    return session.get("https://example.org/").text  # finds: network > html  # sets: tls-verification = True
