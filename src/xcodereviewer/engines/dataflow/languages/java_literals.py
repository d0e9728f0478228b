"""Literals of Java, lowered. A character is a text of length one."""

import re
import textwrap
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Const, Expression, Template, Unknown
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering

__all__ = ["LITERALS"]

_LONGEST = 4096
_ESCAPE = re.compile(r"\\(u+[0-9a-fA-F]{4}|[0-3]?[0-7]{1,2}|\r?\n|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "s": " ", "0": "\0"}
_BASES = {
    "decimal_integer_literal": 10,
    "hex_integer_literal": 16,
    "octal_integer_literal": 8,
    "binary_integer_literal": 2,
}


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text[:_LONGEST]
    return _ESCAPE.sub(_character, text)[:_LONGEST].encode("utf-8", "replace").decode()


def _character(match: re.Match[str]) -> str:
    written = match[1]
    if written[0] == "u" and len(written) > 1:
        return chr(int(written.lstrip("u"), 16))
    if written[0] in "01234567":
        return chr(int(written, 8))
    return "" if written.endswith("\n") else _SIMPLE.get(written, written)


def _string(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node)
    if any(child.type == "string_interpolation" for child in node.children):
        return _template(lowering, node)
    if text.startswith('"""'):
        return Const(at, _unescaped(_block(text[3:-3])))
    return Const(at, _unescaped(text[1:-1]))


def _block(text: str) -> str:
    """Return a text block without the indentation that all its lines share."""
    _, _, body = text.partition("\n")
    lines = body.split("\n")
    if not lines[-1].strip():
        shared = textwrap.dedent("\n".join((*lines[:-1], f"{lines[-1]}x")))
        return "\n".join(line.rstrip() for line in shared[:-1].split("\n"))
    return "\n".join(line.rstrip() for line in textwrap.dedent(body).split("\n"))


def _template(lowering: Lowering, node: Node) -> Expression:
    """Lower a string template; one that nobody processes is the text that it would become."""
    made: list[Expression] = []
    for child in node.children:
        if child.type == "string_interpolation":
            made.append(lowering.inner(child))
        elif child.is_named:
            made.append(Const(lowering.source.at(child), _unescaped(lowering.source.text(child))))
    return Template(lowering.source.at(node), tuple(made))


def _integer(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node).replace("_", "").rstrip("lL")
    base = _BASES[node.type]
    try:
        value = int(text[2:] if base in (2, 16) else text, base)
    except ValueError:
        return Unknown(at, ())
    return Const(at, value) if value < 2**63 else Unknown(at, ())


def _float(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node).replace("_", "")
    try:
        return Const(at, float.fromhex(text) if text[:2] in ("0x", "0X") else float(text.rstrip("fFdD")))
    except (ValueError, OverflowError):
        return Unknown(at, ())


LITERALS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        "string_literal": _string,
        "character_literal": lambda lowering, node: Const(
            lowering.source.at(node), _unescaped(lowering.source.text(node)[1:-1])
        ),
        "true": lambda lowering, node: Const(lowering.source.at(node), True),
        "false": lambda lowering, node: Const(lowering.source.at(node), False),
        "null_literal": lambda lowering, node: Const(lowering.source.at(node), None),
        "decimal_floating_point_literal": _float,
        "hex_floating_point_literal": _float,
        **dict.fromkeys(_BASES, _integer),
    }
)
