"""Literals computed while reading: operators and methods whose operands are known."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import cast

from xcodereviewer.engines.dataflow.text_methods import PYTHON_METHODS
from xcodereviewer.engines.dataflow.values import Constant, Value, constant

__all__ = ["fold_binary", "fold_call", "fold_index", "fold_method", "fold_slice", "fold_unary"]

_MOST = 8
_LONGEST = 4096
_LARGEST = 2**62

_BINARY: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
        "//": operator.floordiv,
        "%": operator.mod,
        "&": operator.and_,
        "|": operator.or_,
        "^": operator.xor,
        "==": operator.eq,
        "===": operator.eq,
        "!=": operator.ne,
        "!==": operator.ne,
        "<": operator.lt,
        ">": operator.gt,
        "<=": operator.le,
        ">=": operator.ge,
        "is": operator.eq,
        "is not": operator.ne,
        "in": lambda one, other: operator.contains(other, one),
        "not in": lambda one, other: not operator.contains(other, one),
        "<<": lambda one, other: one << other if 0 <= other < 63 else None,
        ">>": operator.rshift,
        "**": lambda one, other: one**other if abs(other) < 16 and abs(one) < 10_000 else None,
    }
)
_JAVA_METHODS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "charAt": lambda text, place: text[place] if place >= 0 else None,
        "substring": lambda text, start, end=None: text[start:end],
        "length": len,
        "toString": str,
        "intern": str,
        "trim": str.strip,
        "strip": str.strip,
        "toUpperCase": lambda text, *_: text.upper(),
        "toLowerCase": lambda text, *_: text.lower(),
        "concat": lambda text, other: text + other,
        "equals": lambda text, other: text == other,
        "equalsIgnoreCase": lambda text, other: text.lower() == other.lower(),
        "contains": lambda text, other: other in text,
        "startsWith": lambda text, other: text.startswith(other),
        "endsWith": lambda text, other: text.endswith(other),
        "isEmpty": lambda text: not text,
        "indexOf": lambda text, other: text.find(other),
        "replace": lambda text, old, new: text.replace(old, new),
        "repeat": lambda text, count: text * count if 0 <= count < 256 else None,
    }
)
_UNARY: Mapping[str, Callable[..., object]] = MappingProxyType(
    {"-": operator.neg, "+": operator.pos, "~": operator.invert}
)
_FUNCTIONS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "builtins.len": len,
        "builtins.int": int,
        "builtins.str": str,
        "builtins.float": float,
        "builtins.bool": bool,
        "builtins.abs": abs,
        "builtins.ord": ord,
        "builtins.chr": chr,
        "builtins.min": min,
        "builtins.max": max,
        "builtins.round": round,
        "builtins.hex": hex,
        "builtins.repr": repr,
    }
)


def _fold(compute: Callable[..., object], operands: Sequence[Value]) -> Value | None:
    """Return the join of `compute` over every choice of literals; None when one is not known."""
    choices: list[Iterable[Constant]] = []
    count = 1
    for operand in operands:
        if operand.constants is None or not operand.constants or operand.things or operand.taints:
            return None
        count *= len(operand.constants)
        choices.append(operand.constants)
    if count > _MOST:
        return None
    results: set[Constant] = set()
    for choice in product(*choices):
        try:
            result = compute(*choice)
        except (ArithmeticError, TypeError, ValueError, LookupError, AttributeError):
            continue  # the program would raise here: this choice does not go on
        if not _is_constant(result):
            return None
        results.add(cast("Constant", result))
    return Value(frozenset(results), known=all(one.known for one in operands)) if results else None


def _is_constant(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST
    if isinstance(value, int):
        return abs(value) < _LARGEST
    return value is None or isinstance(value, float)


def fold_binary(symbol: str, left: Value, right: Value) -> Value | None:
    """Compute an operator; None when it cannot be."""
    compute = _BINARY.get(symbol)
    if compute is None or left.constants is None or right.constants is None:
        return None
    if symbol == "*" and _is_long_repetition(left, right):
        return None
    return _fold(compute, (left, right))


def _is_long_repetition(left: Value, right: Value) -> bool:
    numbers = [one for value in (left, right) for one in value.constants or () if isinstance(one, int)]
    return any(isinstance(one, str) for value in (left, right) for one in value.constants or ()) and any(
        number > 256 for number in numbers
    )


def fold_unary(symbol: str, operand: Value) -> Value | None:
    """Compute an operator with one operand; None when it cannot be."""
    if symbol in ("not", "!"):
        truth = operand.truth
        return None if truth is None else constant(not truth)
    compute = _UNARY.get(symbol)
    return _fold(compute, (operand,)) if compute is not None else None


def fold_index(of: Value, key: Constant) -> Value | None:
    """Return a known character of a known text."""
    if of.constants and not of.things and all(isinstance(one, str) for one in of.constants) and isinstance(key, int):
        return _fold(operator.getitem, (Value(of.constants, known=of.known), constant(key)))
    return None


def fold_slice(of: Value, bounds: Sequence[Value | None]) -> Value | None:
    """Return a known part of a known text."""
    if not of.constants or of.things or not all(isinstance(one, str) for one in of.constants):
        return None
    ends = [constant(None) if bound is None else bound for bound in bounds]
    return _fold(lambda text, lower, upper, step: text[slice(lower, upper, step)], (of, *ends))


def fold_method(receiver: Value, name: str, arguments: Sequence[Value]) -> Value | None:
    """Compute a method of a known text."""
    java = _JAVA_METHODS.get(name)
    if (
        java is not None
        and receiver.constants
        and not receiver.things
        and all(isinstance(one, str) for one in receiver.constants)
    ):
        folded = _fold(java, (receiver, *arguments))
        if folded is not None:
            return folded
    if name not in PYTHON_METHODS or not receiver.constants or receiver.taints or receiver.things:
        return None
    if not all(isinstance(one, str) for one in receiver.constants):
        return None
    if name in ("encode", "decode"):
        return Value(receiver.constants, known=receiver.known)
    if name == "format" and not arguments:
        return None
    return _fold(lambda text, *rest: getattr(text, name)(*rest), (receiver, *arguments))


def fold_call(name: str, arguments: Sequence[Value]) -> Value | None:
    """Compute a call of a built-in function."""
    compute = _FUNCTIONS.get(name)
    return _fold(compute, arguments) if compute is not None and arguments else None
