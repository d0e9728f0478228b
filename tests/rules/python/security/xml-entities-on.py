"""Parsers for what partners send."""

from lxml import etree

SETTINGS = {"resolve": True}


def open_parser():
    return etree.XMLParser(resolve_entities=SETTINGS["resolve"])  # finds: python.security.xml-entities-on


def parse_here(path):
    parser = etree.XMLParser(recover=True, resolve_entities=True)  # finds: python.security.xml-entities-on
    return etree.parse(path, parser)


def closed_parser():
    return etree.XMLParser(resolve_entities=False)  # ok: python.security.xml-entities-on


def default_parser():
    return etree.XMLParser(remove_blank_text=True)  # ok: python.security.xml-entities-on
