"""Environments for pages and for letters."""

from jinja2 import Environment, FileSystemLoader, select_autoescape

ESCAPE = False


def pages():
    return Environment(loader=FileSystemLoader("pages"), autoescape=ESCAPE)  # finds: python.security.autoescape-off


def letters():
    return Environment(loader=FileSystemLoader("letters"))  # finds: python.security.autoescape-off


def escaped_pages():
    return Environment(loader=FileSystemLoader("pages"), autoescape=True)  # ok: python.security.autoescape-off


def selected_pages():
    return Environment(loader=FileSystemLoader("pages"), autoescape=select_autoescape())  # ok: python.security.autoescape-off


def chosen_pages(settings):
    return Environment(loader=FileSystemLoader("pages"), autoescape=settings["escape"])  # ok: python.security.autoescape-off
