"""A catalogue that is kept in XML."""

from flask import Flask, abort, jsonify, request
from lxml import etree

app = Flask(__name__)
catalogue = etree.parse("catalogue.xml")
KINDS = ("book", "map")


def titles(nodes):
    return [node.findtext("title") for node in nodes]


@app.get("/books")
def books():
    author = request.args["author"]
    return jsonify(titles(catalogue.xpath(f"//book[author='{author}']")))  # finds: python.security.xpath-injection


@app.get("/shelf/<name>")
def shelf(name):
    query = etree.XPath("//shelf[@name='" + name + "']/book")  # finds: python.security.xpath-injection
    return jsonify(titles(query(catalogue)))


@app.get("/books/safe")
def books_safe():
    found = catalogue.xpath("//book[author=$author]", author=request.args["author"])  # ok: python.security.xpath-injection
    return jsonify(titles(found))


@app.get("/kind")
def kind():
    name = request.args["kind"]
    if name not in KINDS:
        abort(404)
    return jsonify(titles(catalogue.xpath(f"//{name}")))  # ok: python.security.xpath-injection


@app.get("/page")
def page():
    number = int(request.args["page"])
    return jsonify(titles(catalogue.xpath(f"//book[position() > {number * 20}]")))  # ok: python.security.xpath-injection
