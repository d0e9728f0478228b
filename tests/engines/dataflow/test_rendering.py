"""What reaches a page through the template that shows it."""

from collections.abc import Mapping
from textwrap import dedent

from xcodereviewer.domain.language import Language
from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import Module, unpack
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.languages.templates import lower_template
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import SourceLabel
from xcodereviewer.library_models.loader import load_models

_MODELS = {language: load_models(language) for language in ("python", "html", "javascript")}
_FLASK = """
import flask, jinja2
from flask import request
app = flask.Flask("app")
bare = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))
"""


def pages(files: Mapping[str, str]) -> list[str]:
    """Return where in templates a request's value arrives: `path:line kind`, with `?` when that is not certain."""
    units = [
        Unit(number=number, path=path, module=_lowered(path, dedent(text)))
        for number, (path, text) in enumerate(sorted(files.items()))
    ]
    analysis = Analysis(units, _MODELS)
    analysis.run()
    return sorted(
        f"{units[hit.unit].path}:{unpack(hit.at).start_line} {hit.kind}{'' if hit.taint.certain else ' ?'}"
        for hit in analysis.hits.values()
        if isinstance(hit.label, SourceLabel) and hit.label.kind == "request" and not _is_program(units[hit.unit].path)
    )


def _is_program(path: str) -> bool:
    return path.endswith((".py", ".js"))


def _lowered(path: str, text: str) -> Module:
    if path.endswith(".js"):
        return lower_javascript(text, Language.JAVASCRIPT)
    return lower_python(text) if path.endswith(".py") else lower_template(text)


def flask(body: str, **templates: str) -> list[str]:
    """Return what arrives in templates of an application of Flask with one handler."""
    lines = "".join(f"    {line}\n" for line in dedent(body).strip().splitlines())
    files = {f"templates/{name}.html": text for name, text in templates.items()}
    return pages({"app.py": f'{_FLASK}\n@app.route("/")\ndef handler():\n    q = request.args["q"]\n{lines}', **files})


def test_value_reaches_the_page_that_shows_it_unescaped() -> None:
    body = 'return flask.render_template("page.html", q=q, other="x")'
    assert flask(body, page="{{ q }}\n{{ q|safe }}\n{{ other|safe }}") == ["templates/page.html:2 html"]


def test_value_is_followed_through_inheritance_includes_and_macros() -> None:
    found = flask(
        'return flask.render_template("page.html", q=q)',
        page='{% extends "base.html" %}{% from "macros.html" import field %}{% include "part.html" %}{{ field(q) }}',
        base="<a href='{{ q }}'>",
        part="\n{{ q|safe }}",
        macros="{% macro field(a) %}<i title={{ a }}>{% endmacro %}",
    )
    assert found == ["templates/base.html:1 link", "templates/macros.html:1 html", "templates/part.html:2 html"]


def test_environment_decides_whether_a_page_escapes() -> None:
    page = "{{ q }}"
    assert flask('return bare.get_template("page.html").render(q=q)', page=page) == ["templates/page.html:1 html"]
    assert flask('return flask.render_template("page.html", q=q)', page=page) == []


def test_mapping_of_unknown_keys_may_hold_any_variable() -> None:
    body = 'return flask.render_template("page.html", **request.args)'
    assert flask(body, page="{{ q|safe }}") == ["templates/page.html:1 html ?"]


def test_decorator_names_the_template_of_a_result() -> None:
    text = """
    from aiohttp import web
    from aiohttp_jinja2 import setup, template
    @template("page.jinja2")
    async def handler(request: web.Request):
        return {"q": request.query["q"]}
    app = web.Application()
    setup(app, autoescape=False)
    """
    assert pages({"app.py": text, "templates/page.jinja2": "{{ q }}"}) == ["templates/page.jinja2:1 html"]


def test_django_hands_its_request_over() -> None:
    views = """
    from django.shortcuts import render
    from django.http import HttpRequest
    def page(request: HttpRequest):
        return render(request, "page.html", {"q": request.GET["q"]})
    """
    page = "{% load i18n %}{{ q|safe }}\n{{ request.GET.q|safe }}\n{{ q }}"
    assert pages({"views.py": views, "templates/page.html": page}) == [
        "templates/page.html:1 html",
        "templates/page.html:2 html",
    ]


def test_express_shows_ejs() -> None:
    app = """
    const app = require("express")();
    app.get("/", (req, res) => res.render("page", { q: req.query.q }));
    """
    assert pages({"app.js": app, "views/page.ejs": "<%= q %>\n<%- q %>"}) == ["views/page.ejs:2 html"]


def test_template_of_the_same_name_hides_no_module() -> None:
    text = """
    from flask import Flask, request
    from .cart import shown
    app = Flask("app")
    @app.route("/")
    def handler():
        return shown(request.args["q"])
    """
    cart = 'import flask\ndef shown(q): return flask.render_template("cart.html", q=q)'
    files = {"shop/app.py": text, "shop/cart.py": cart, "shop/cart.html": "{{ q|safe }}"}
    assert pages(files) == ["shop/cart.html:1 html"]
