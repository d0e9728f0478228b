"""Templates of Jinja and Django, lowered: a page is a function of its context that puts values into places.

A module has the function `<template>`, whose parameters are the variables that it reads, and `<unescaped>`, which is
the same template in an environment that does not escape; only Jinja has such. `{% include %}` and `{% extends %}` call
what `<page>.load` (or `load_unescaped`) of a name gives; `{% import %}` is `<page>.module`. Macros are functions of
the module.
"""

import re

from xcodereviewer.engines.dataflow.ir import Function, Import, Module, Parameter
from xcodereviewer.engines.dataflow.languages.templates_checks import checks
from xcodereviewer.engines.dataflow.languages.templates_tags import CONTEXT, Body, size_of
from xcodereviewer.engines.dataflow.languages.templates_tokens import Places, has_template_syntax, pieces

__all__ = ["lower_template"]

_EMPTY = Module("html", ())
# Flask gives its request to every template; others hand theirs over, which has other members.
_FLASK = re.compile(r"\brequest\.(?:args|form|values|json|data|cookies|headers|url|full_path|referrer)\b")
_DJANGO = re.compile(
    r"\{%-?\s*(?:load|csrf_token|url|static|translate|blocktrans|blocktranslate|empty|comment|ifchanged|firstof)\b"
    r"|\{\{[^}]*\|\s*\w+:"
)


def lower_template(text: str) -> Module:
    """Lower one template; a page in which nothing depends on a value or a setting is an empty module."""
    if not has_template_syntax(text):
        return _EMPTY
    parts, places = tuple(pieces(text)), Places(text)
    if all(piece.kind == "text" for piece in parts):
        return _EMPTY
    given = frozenset(("request",)) if _FLASK.search(text) else frozenset[str]()
    bare = Body(parts, places, escapes=False, given=given).run()
    if bare.includes:  # what they get are all variables, also those that are read further below
        bare = Body(parts, places, escapes=False, given=given, known=tuple(bare.free)).run()
    page = Body(parts, places, escapes=True, given=given, known=tuple(bare.free)).run()
    parameters = _parameters(bare)
    functions = [
        Function(at, name, parameters, tuple(body), size=size_of(body))
        for at, name, body in (
            (places.at(0, len(text)), "<template>", page.statements),
            (places.at(0, 0), "<unescaped>", [] if _DJANGO.search(text) else bare.statements),
        )
        if body
    ]
    imports = [Import(0, "flask", name, name) for name in given if functions]
    return Module("html", (*imports, *page.macros, *functions, *checks(text, parts, page.elements, places)))


def _parameters(body: Body) -> tuple[Parameter, ...]:
    found = [Parameter(at, name, "=") for name, at in body.free.items()]
    if body.includes:
        found.append(Parameter(0, CONTEXT, "**"))
    return tuple(found)
