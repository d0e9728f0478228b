import xml.etree.ElementTree as ElementTree
import xml.sax
from xml.dom import pulldom
from xml.sax.handler import feature_external_ges

import defusedxml.ElementTree
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/", methods=["POST"])
def index():
    body = request.data
    etree.fromstring(body, etree.XMLParser(resolve_entities=True))  # finds: request > xml  # sets: xml-entities = True
    etree.fromstring(body, etree.XMLParser(resolve_entities=False))  # ok  # sets: xml-entities = False
    ElementTree.fromstring(body)  # ok
    defusedxml.ElementTree.fromstring(body)  # ok
    parser = xml.sax.make_parser()
    parser.parse(body)  # ok
    parser.setFeature(feature_external_ges, True)
    parser.parse(body)  # finds: request > xml
    pulldom.parseString(body, parser=parser)  # finds: request > xml
    return "done"


@app.route("/ask")
def ask():
    name = request.args["name"]
    tree = etree.parse("items.xml")
    tree.xpath("//item[@name='" + name + "']")  # finds: request > xpath
    tree.xpath("//item[@name=$name]", name=name)  # ok
    ElementTree.parse("items.xml").find(f"item[@name='{name}']")  # finds: request > xpath
    return ElementTree.fromstring(request.data).text  # finds: request > html
