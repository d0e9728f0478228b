"""What a template says by itself, whatever is put into it: forms without a token, foreign scripts, escaping turned off.

Each becomes a call that makes a setting: `<page>.form(csrf_token=False)`; rules say which settings are bad.
"""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow.ir import Argument, Call, Const, Evaluate, Statement
from xcodereviewer.engines.dataflow.languages.templates_expressions import member
from xcodereviewer.engines.dataflow.languages.templates_html import Element
from xcodereviewer.engines.dataflow.languages.templates_tokens import Piece, Places

__all__ = ["checks"]

# A field for the token, or something that may hold one: another template, a block, a function that renders a form.
_TOKEN = re.compile(
    r"csrf|xsrf|hidden_tag|nonce|_token\b|\{%[-+]?\s*(?:include|block|crispy|render)|form\w*\(", re.IGNORECASE
)
_SUBMIT = re.compile(r"<button|<input[^>]*\btype\s*=\s*[\"']?(?:submit|image)", re.IGNORECASE)
_FOREIGN = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_VERSION = re.compile(r"\d+\.\d+")
_BY_SCRIPT = re.compile(r"@submit|v-on:submit|\(ngsubmit\)|ng-submit|data-remote")
_OFF = re.compile(r"autoescape\s+(?:off|false|False)\b")


def checks(text: str, parts: Sequence[Piece], elements: Sequence[Element], places: Places) -> Iterator[Statement]:
    """Yield a statement for each setting of a template."""
    tags = [piece for piece in parts if piece.kind == "tag"]
    for tag in tags:
        if _OFF.match(tag.text):
            yield _setting(places.at(tag.start, tag.end), "autoescape", "enabled")
    for element in elements:
        if element.name == "script" and not element.is_end and _is_changeable(element):
            yield _setting(places.at(element.start, element.end), "script_element", "integrity")
    for form, end in _forms(elements) if tags else ():
        if _is_sent_here(form) and _SUBMIT.search(text, form.end, end) and not _TOKEN.search(text, form.start, end):
            yield _setting(places.at(form.start, form.end), "form", "csrf_token")


def _setting(at: int, name: str, keyword: str) -> Statement:
    return Evaluate(at, Call(at, member(at, name), (Argument(Const(at, False), keyword),)))


def _is_changeable(script: Element) -> bool:
    """Whether a script of another host may change unnoticed; an address without a version is meant to change."""
    address = script.attributes.get("src", "")
    return (
        _FOREIGN.match(address) is not None
        and _VERSION.search(address) is not None
        and "integrity" not in script.attributes
    )


def _forms(elements: Sequence[Element]) -> Iterator[tuple[Element, int]]:
    """Yield each form that begins and ends in the template, and where it ends."""
    opened: Element | None = None
    for element in elements:
        if element.name != "form":
            continue
        if not element.is_end:
            opened = element
        elif opened is not None:
            yield opened, element.start
            opened = None


def _is_sent_here(form: Element) -> bool:
    attributes = form.attributes
    if attributes.get("method", "").strip().lower() != "post" or _FOREIGN.match(attributes.get("action", "")):
        return False
    handler = attributes.get("onsubmit", "")
    return "return false" not in handler and not any(_BY_SCRIPT.match(name) for name in attributes)
