"""Search in a list of names."""

import re

from flask import Flask, jsonify, request

app = Flask(__name__)
NAMES = ["Ada", "Grace", "Hedy"]
PATTERNS = {"vowel": re.compile("^[aeiou]"), "long": re.compile(".{5,}")}


def matching(pattern):
    return [name for name in NAMES if re.match(pattern, name)]  # finds: python.security.regex-injection


@app.get("/names")
def names():
    return jsonify(matching(request.args["q"]))


@app.get("/names/<word>")
def containing(word):
    pattern = re.compile(".*" + word + ".*", re.IGNORECASE)  # finds: python.security.regex-injection
    return jsonify([name for name in NAMES if pattern.search(name)])


@app.get("/names/escaped")
def escaped():
    pattern = re.compile(re.escape(request.args["q"]), re.IGNORECASE)  # ok: python.security.regex-injection
    return jsonify([name for name in NAMES if pattern.search(name)])


@app.get("/names/checked")
def checked():
    return jsonify(bool(re.fullmatch(r"[A-Z][a-z]+", request.args["name"])))  # ok: python.security.regex-injection


@app.get("/names/known")
def known():
    pattern = PATTERNS[request.args["pattern"]]
    return jsonify([name for name in NAMES if pattern.search(name)])  # ok: python.security.regex-injection
