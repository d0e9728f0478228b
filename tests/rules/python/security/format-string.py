"""Texts that customers may change."""

from string import Template

from flask import Flask, jsonify, request

app = Flask(__name__)
TEXTS = {"en": "Good morning, {name}", "de": "Guten Morgen, {name}"}


class Customer:
    def __init__(self, name, secret):
        self.name = name
        self.secret = secret


def greeting(text, customer):
    return text.format(customer=customer)  # finds: python.security.format-string


@app.get("/greeting")
def greet():
    return jsonify(greeting(request.args["text"], Customer("Ada", "x")))


@app.post("/label")
def label():
    layout = "<" + request.form["layout"] + ">"
    return jsonify(layout.format_map({"name": "Ada", "app": app}))  # finds: python.security.format-string


@app.get("/greeting/safe")
def greet_safe():
    return jsonify("Good morning, {name}".format(name=request.args["name"]))  # ok: python.security.format-string


@app.get("/greeting/translated")
def translated():
    text = TEXTS.get(request.args["language"], TEXTS["en"])
    return jsonify(text.format(name=request.args["name"]))  # ok: python.security.format-string


@app.get("/greeting/template")
def template():
    return jsonify(Template(request.args["text"]).safe_substitute(name="Ada"))  # ok: python.security.format-string
