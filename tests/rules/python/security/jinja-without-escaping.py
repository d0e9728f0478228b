import jinja2
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape


def pages():
    return Environment(loader=FileSystemLoader("pages"), autoescape=False)  # finds: python.security.jinja-without-escaping


def inline(text):
    return jinja2.Template(text, autoescape=False)  # finds: python.security.jinja-without-escaping


def safe():
    Environment(loader=FileSystemLoader("pages"), autoescape=True)  # ok: python.security.jinja-without-escaping
    return Environment(loader=FileSystemLoader("pages"), autoescape=select_autoescape())  # ok: python.security.jinja-without-escaping


def other(lexer):
    return lexer.configure(autoescape=False)  # ok: python.security.jinja-without-escaping


def silent():
    return Environment(loader=FileSystemLoader("pages"))  # missing: python.security.jinja-without-escaping
