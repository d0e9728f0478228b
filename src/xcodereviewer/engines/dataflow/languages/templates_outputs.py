"""What a template puts into its page, at which place: the sinks of a template.

Each output that matters becomes a call of `<page>.<place>`; library_models/html says what that does. Where escaping
is enough, only what is left unescaped becomes one.
"""

import re
from collections.abc import Iterator

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Binary,
    Call,
    Conditional,
    Const,
    Evaluate,
    Expression,
    Logic,
    Name,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.templates_expressions import filter_of, member
from xcodereviewer.engines.dataflow.languages.templates_html import Place

__all__ = ["output"]

_ESCAPING = frozenset(("e", "escape", "forceescape", "force_escape"))
_SAFE = frozenset(("safe", "safeseq"))
_MARKS = frozenset(("Markup", "mark_safe"))
# What takes text apart or says a number: nothing that it gives is the page's markup any more.
_ENDS_SAFE = frozenset(("striptags", "length", "count", "wordcount", "tojson", "json_script", "escapejs", "urlencode"))

# What frameworks call functions that make addresses of the program, with what they are given encoded …
_ADDRESS = re.compile(r"(?:\w+_)?(?:url|path|href)(?:_for)?|static|asset|reverse")
# … and methods and attributes that give an object's own address.
_OWN_ADDRESS = re.compile(r"get_\w*(?:url|link|path)|absolute_url")
_KEYS = frozenset(("id", "pk"))  # a database makes them
_DATES = frozenset(("isoformat", "strftime"))
_PERHAPS_OWN = re.compile(r"(?:\w+_)?url")


def output(value: Expression, at: int, place: Place, *, escapes: bool) -> Iterator[Statement]:
    """Yield what putting `value` at `place` does, in a template that `escapes` what nobody marked as safe."""
    if _is_harmless(value):
        return
    match place:
        case Place.TEXT | Place.STYLE:
            yield from _text(value, at, escapes=escapes)
        case Place.SCRIPT_TEXT:
            kept = value if not escapes or _marked(value) else _call(at, "doubted", value)
            yield _put(at, Place.SCRIPT, kept)
        case Place.LINK:
            yield from _link(value, at)
        case Place.EVENT | Place.UNQUOTED | Place.TAG | Place.SCRIPT | Place.DOCUMENT:
            yield _put(at, place, _unescaped(value))


def _text(value: Expression, at: int, *, escapes: bool) -> Iterator[Statement]:
    shown = _marked(value) if escapes else [value]
    if not shown and _has_call(value):
        yield Evaluate(at, value)  # a macro puts things into the page itself
    for one in shown:
        yield Evaluate(at, _call(at, "unescaped", one))


def _link(value: Expression, at: int) -> Iterator[Statement]:
    value = _unescaped(value)
    last = value.name if isinstance(value, Attribute) else ""
    if not _OWN_ADDRESS.fullmatch(last):
        yield _put(at, Place.LINK, _call(at, "doubted", value) if _PERHAPS_OWN.fullmatch(last) else value)


def _is_harmless(node: Expression) -> bool:
    """Whether a value is a text of the template, an address of the program, the key of an object or a date."""
    match node:
        case Const():
            return True
        case Conditional():
            return _is_harmless(node.yes) and _is_harmless(node.no)
        case Logic():
            return _is_harmless(node.left) and _is_harmless(node.right)
        case Attribute(name=name):
            return name in _KEYS
        case Call() if filter_of(node) in _SAFE | _ESCAPING:
            return _is_harmless(node.arguments[0].value)
        case Call(callee=Attribute(name=name)) if name in _DATES:
            return True
        case Call(callee=Name(name=name) | Attribute(name=name)):
            return not filter_of(node) and _ADDRESS.fullmatch(name) is not None
    return False


def _put(at: int, place: Place, value: Expression) -> Statement:
    return Evaluate(at, _call(at, place.value, value))


def _call(at: int, name: str, value: Expression) -> Expression:
    return Call(at, member(at, name), (Argument(value),))


def _marked(node: Expression) -> list[Expression]:
    """Return the parts of a value that are put into the page as they are, because something marks them as safe."""
    match node:
        case Call() if filter_of(node):
            inner = node.arguments[0].value
            if filter_of(node) in _SAFE:
                return [inner]
            return [] if filter_of(node) in _ENDS_SAFE else [_rebuilt(node, one) for one in _marked(inner)]
        case Call(callee=Name(name=name) | Attribute(name=name)) if name in _MARKS and node.arguments:
            return [node.arguments[0].value]
        case Conditional():
            empty = Const(node.at, "")
            return [
                *(Conditional(node.at, node.test, one, empty) for one in _marked(node.yes)),
                *(Conditional(node.at, node.test, empty, one) for one in _marked(node.no)),
            ]
        case Logic():
            return _marked(node.left) + _marked(node.right)
        case Binary(operator="+"):
            return _marked(node.left) + _marked(node.right)
    return []


def _rebuilt(node: Call, inner: Expression) -> Expression:
    """Return a filter's call on another value; escaping what is marked as safe does nothing."""
    if filter_of(node) in ("e", "escape"):
        return inner
    return Call(node.at, node.callee, (Argument(inner), *node.arguments[1:]))


def _unescaped(node: Expression) -> Expression:
    """Return a value without the escaping at its end, which is no help at a place that is not text."""
    while filter_of(node) in _ESCAPING or filter_of(node) in _SAFE:
        assert isinstance(node, Call)
        node = node.arguments[0].value
    return node


def _has_call(node: Expression) -> bool:
    match node:
        case Call() if filter_of(node):
            return any(_has_call(one.value) for one in node.arguments)
        case Call():
            return True
        case Binary() | Logic():
            return _has_call(node.left) or _has_call(node.right)
        case Conditional():
            return _has_call(node.yes) or _has_call(node.no)
    return False
