"""Templates of Jinja, Django and EJS, lowered: a page is a function of its context that puts values into places.

A module has the function `<template>`, whose parameters are the variables that it reads, and `<unescaped>`, which is
the same template in an environment that does not escape; only Jinja has such. `{% include %}` and `{% extends %}` call
what `<page>.load` (or `load_unescaped`) of a name gives; `{% import %}` is `<page>.module`. Macros are functions of
the module.
"""

import re
from collections.abc import Mapping

from xcodereviewer.engines.dataflow.ir import Function, Import, Module, Parameter
from xcodereviewer.engines.dataflow.languages.templates_checks import checks
from xcodereviewer.engines.dataflow.languages.templates_ejs import is_ejs, lower_ejs
from xcodereviewer.engines.dataflow.languages.templates_tags import CONTEXT, Body, size_of
from xcodereviewer.engines.dataflow.languages.templates_tokens import Places, has_template_syntax, pieces

__all__ = ["lower_template"]

_EMPTY = Module("html", ())
# Flask gives its request to every template; others hand theirs over, which has other members. Nobody calls the body for
# environments that do not escape unless one is known, so it must not show anything by itself: there it is a variable.
_FLASK = re.compile(r"\brequest\.(?:args|form|values|json|data|cookies|headers|url|full_path|referrer)\b")
_DJANGO = re.compile(
    r"\{%-?\s*(?:load|csrf_token|url|static|translate|blocktrans|blocktranslate|empty|comment|ifchanged|firstof)\b"
    r"|\{\{[^}]*\|\s*\w+:"
)


def lower_template(text: str) -> Module:
    """Lower one template; a page in which nothing depends on a value or a setting is an empty module."""
    if not has_template_syntax(text):
        return _EMPTY
    if is_ejs(text):
        return lower_ejs(text)
    parts, places = tuple(pieces(text)), Places(text)
    if all(piece.kind == "text" for piece in parts):
        return _EMPTY
    bare = Body(parts, places, escapes=False).run()
    if bare.includes:  # what they get are all variables, also those that are read further below
        bare = Body(parts, places, escapes=False, known=tuple(bare.free)).run()
    given = frozenset(("request",)) if _FLASK.search(text) else frozenset[str]()
    known = {name: at for name, at in bare.free.items() if name not in given}
    page = Body(parts, places, escapes=True, known=tuple(known), given=given).run()
    functions = []
    if page.statements:
        functions.append(_function("<template>", places.at(0, len(text)), page, known))
    if bare.statements and not _DJANGO.search(text):
        functions.append(_function("<unescaped>", places.at(0, 0), bare, bare.free))
    imports = [Import(0, "flask", name, name) for name in given if functions]
    return Module("html", (*imports, *page.macros, *functions, *checks(text, parts, page.elements, places)))


def _function(name: str, at: int, body: Body, variables: Mapping[str, int]) -> Function:
    parameters = [Parameter(place, variable, "=") for variable, place in variables.items()]
    if body.includes:
        parameters.append(Parameter(0, CONTEXT, "**"))
    return Function(at, name, tuple(parameters), tuple(body.statements), size=size_of(body.statements))
