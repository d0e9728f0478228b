"""Orders that partners send as XML."""

import xml.etree.ElementTree as ElementTree
import xml.sax
import xml.sax.handler
from xml.dom import pulldom

import defusedxml.ElementTree
from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)


def parser(resolve):
    return etree.XMLParser(resolve_entities=resolve)


@app.post("/orders")
def orders():
    tree = etree.fromstring(request.get_data(), etree.XMLParser(resolve_entities=True, no_network=False))  # finds: python.security.external-entities-from-request
    return jsonify(len(tree))


@app.post("/invoices")
def invoices():
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    events = pulldom.parseString(request.form["invoice"], reader)  # finds: python.security.external-entities-from-request
    return jsonify(len(list(events)))


@app.post("/orders/closed")
def orders_closed():
    tree = etree.fromstring(request.get_data(), etree.XMLParser(resolve_entities=False))  # ok: python.security.external-entities-from-request
    return jsonify(len(tree))


@app.post("/orders/defused")
def orders_defused():
    return jsonify(defusedxml.ElementTree.fromstring(request.get_data()).tag)  # ok: python.security.external-entities-from-request


@app.post("/orders/standard")
def orders_standard():
    return jsonify(ElementTree.fromstring(request.get_data()).tag)  # ok: python.security.external-entities-from-request


@app.get("/catalogue")
def catalogue():
    tree = etree.parse("/srv/catalogue.xml", etree.XMLParser(resolve_entities=True))  # ok: python.security.external-entities-from-request
    return jsonify(tree.getroot().tag)
