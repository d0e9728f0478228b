from xml.dom import minidom
from xml.etree import ElementTree
from xml.sax import handler, make_parser

from lxml import etree


def parse(document):
    parser = etree.XMLParser(resolve_entities=True, no_network=False)  # finds: python.security.xml-external-entities
    return etree.fromstring(document, parser)


def big(document):
    return etree.iterparse(document, load_dtd=True)  # finds: python.security.xml-external-entities


def sax(source):
    parser = make_parser()
    parser.setFeature(handler.feature_external_ges, True)  # finds: python.security.xml-external-entities
    parser.parse(source)


def default_safe(document, source):
    ElementTree.fromstring(document)  # ok: python.security.xml-external-entities
    minidom.parseString(document)  # ok: python.security.xml-external-entities
    etree.XMLParser(resolve_entities=False, huge_tree=True)  # ok: python.security.xml-external-entities
    parser = make_parser()
    parser.setFeature(handler.feature_external_ges, False)  # ok: python.security.xml-external-entities
    return etree.fromstring(document)  # ok: python.security.xml-external-entities


def options(document):
    settings = {"resolve_entities": True}
    return etree.fromstring(document, etree.XMLParser(**settings))  # missing: python.security.xml-external-entities
