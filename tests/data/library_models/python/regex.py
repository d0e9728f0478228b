import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    re.match(name, "fixed")  # finds: request > regex
    re.compile("^" + name)  # finds: request > regex
    re.compile("^" + re.escape(name))  # ok
    re.search("fixed", name)  # ok
    re.sub("fixed", name, "text")  # ok
    re.sub(name, "", "text")  # finds: request > regex
    return re.sub("[0-9]", "", name)  # finds: request > html


@app.route("/checked")
def checked():
    name = request.args["name"]
    if not re.fullmatch("[a-z]+", name):
        return "no"
    return "Hello " + name  # ok
