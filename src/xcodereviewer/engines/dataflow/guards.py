"""What a test teaches about the values in it, on the side where it holds and on the side where it does not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.guards_go import (
    as_go_comparison,
    call_without_error,
    clears_of_match,
    tests_go_beginning,
)
from xcodereviewer.engines.dataflow.guards_javascript import (
    as_membership,
    clears_of_test,
    clears_of_type,
    tests_beginning,
)
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND, clears_of_beginning, clears_of_pattern
from xcodereviewer.engines.dataflow.values import (
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
    NORMALISED,
    NOTHING,
    OPEN,
    Constant,
    Value,
    constant,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["assume", "assume_case", "clearing", "refine"]

_PATH = SinkKind.PATH.bit | SinkKind.PATH_WRITE.bit | SinkKind.ARCHIVE.bit
# Methods of Java that give the same path in another form.
_SAME_PATH = frozenset(
    """
    getCanonicalPath getCanonicalFile toRealPath normalize toAbsolutePath getAbsoluteFile getAbsolutePath getPath toPath
    toFile toString
    """.split()  # noqa: SIM905 - a list of words
)
_QUOTES = {"'": NO_SINGLE_QUOTE, '"': NO_DOUBLE_QUOTE}
_PLACE = SinkKind.URL.bit | SinkKind.REDIRECT.bit
_HOSTS = frozenset(("netloc", "hostname", "host"))
_OPPOSITE = {
    "==": "!=",
    "!=": "==",
    "in": "not in",
    "not in": "in",
    "===": "!==",
    "!==": "===",
    "is": "is not",
    "is not": "is",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
}


def assume(frame: "Frame", test: ir.Expression, holds: bool) -> None:
    """Let the state be one in which `test` comes out as `holds`."""
    match test:
        case ir.Unary() if test.operator in ("not", "!"):
            assume(frame, test.operand, not holds)
        case ir.Logic() if test.operator == ("and" if holds else "or"):
            assume(frame, test.left, holds)
            assume(frame, test.right, holds)
        case ir.Logic() if test.operator in ("and", "or"):
            _assume_either(frame, test, holds)
        case ir.Binary():
            _assume_comparison(frame, test, test.operator if holds else _OPPOSITE.get(test.operator, ""))
        case ir.Call():
            _assume_call(frame, test, holds)
        case ir.Name() | ir.Attribute():
            _assume_truth(frame, test, holds)
            if frame.errors and isinstance(test, ir.Name):
                _assume_there(frame, test.name, holds)
        case ir.Index() if frame.unit.language == "go":
            assume(frame, ir.Binary(test.at, "in", test.key, test.of), holds)
        case ir.Walrus():
            assume(frame, test.value, holds)
            assume(frame, test.target, holds)


def _assume_either(frame: "Frame", test: ir.Logic, holds: bool) -> None:
    """One side decides, or the other does when it did not."""
    before = frame.live().copy()
    assume(frame, test.left, holds)
    after, frame.state = frame.state, before
    assume(frame, test.left, not holds)
    assume(frame, test.right, holds)
    frame.merge(after)


def _assume_there(frame: "Frame", name: str, holds: bool) -> None:
    """`x, ok := allowed[y]` and `ok := check(y)`: what a test of `ok` teaches."""
    made = frame.errors.get(name)
    if made is not None and isinstance(made.node, ir.Index):
        assume(frame, made.node, holds)
    elif made is not None and holds:
        assume(frame, made.node, True)


def _assume_truth(frame: "Frame", place: ir.Expression, holds: bool) -> None:
    """A variable that is known to count as true is none of the literals that do not."""

    def refine(value: Value) -> Value:
        if value.constants is None:
            return value
        kept = frozenset(one for one in value.constants if bool(one) is holds)
        return Value(kept, value.taints, value.things, value.prefix) if kept or value.things else value

    _refine(frame, place, refine)


def _assume_comparison(frame: "Frame", test: ir.Binary, symbol: str) -> None:
    if symbol in ("==", "===", "in"):
        _assume_host(frame, test.left)
    if frame.unit.language == "javascript" and _assume_javascript(frame, test, symbol):
        return
    if frame.errors and symbol == "==" and (failed := call_without_error(frame, test)) is not None:
        frame.assume_guard(*failed)
    if isinstance(test.left, ir.Call) and isinstance(test.right, ir.Const) and test.right.value in (None, True, False):
        # `re.match(…) is not None`, `is_allowed(…) == True`
        assume(frame, test.left, (symbol in ("is", "==", "===")) is bool(test.right.value))
        return
    match symbol:
        case "==" | "===" | "is":
            for place, other in ((test.left, test.right), (test.right, test.left)):
                only = evaluate(frame, other).only
                if isinstance(only, str | int | float | bool) or only is None:
                    _refine(frame, place, _always(constant(only)))
        case "<" | "<=" | ">" | ">=" if frame.unit.language == "go":
            smaller, larger = (test.left, test.right) if symbol[0] == "<" else (test.right, test.left)
            if not evaluate(frame, larger).taints:
                _refine(frame, smaller, clearing(SinkKind.SIZE.bit))
        case "in":
            _assume_member(frame, test)
        case "not in":
            _assume_absent(frame, test)
        case "!=" | "!==" | "is not":
            only = evaluate(frame, test.right).only
            if only is not OPEN:
                _refine(frame, test.left, lambda value: _without(value, only))


def _assume_javascript(frame: "Frame", test: ir.Binary, symbol: str) -> bool:
    """Learn from what only JavaScript compares; say whether it was that."""
    if symbol in ("==", "===") and isinstance(test.left, ir.Unary):
        _refine(frame, test.left.operand, clearing(clears_of_type(test)))
        return True
    begun = tests_beginning(frame, test)
    if begun is not None and symbol in ("==", "==="):
        _refine(frame, begun, _contained)
    meant = as_membership(frame, test, symbol) if isinstance(test.left, ir.Call) else None
    if meant is not None:
        assume(frame, *meant)
    return meant is not None


def _assume_host(frame: "Frame", part: ir.Expression) -> None:
    """A test of the host of a URL says where the URL leads, under whatever name the program knows it."""
    if isinstance(part, ir.Attribute) and part.name in _HOSTS:
        labels = evaluate(frame, part).taints.keys()
        variables = frame.live().variables
        for name, value in variables.items():
            if value.taints.keys() & labels:
                variables[name] = value.cleared(_PLACE)


def _without(value: Value, one: Constant) -> Value:
    if value.constants is None or one not in value.constants or len(value.constants) == 1:
        return value
    return Value(value.constants - {one}, value.taints, value.things, value.prefix)


def _assume_member(frame: "Frame", test: ir.Binary) -> None:
    """What is one of a fixed collection is one of its literals."""
    allowed = evaluate(frame, test.right)
    if allowed.taints:
        return
    for _, shape in frame.live().shapes(allowed):
        keys = {key for key in shape.fields if key != "\0keys"} if shape.kind == "dict" else None
        inside = shape.everything()
        if keys is not None and shape.rest is NOTHING:
            _refine(frame, test.left, _always(Value(frozenset(keys) if len(keys) <= 8 else None)))
        elif keys is None and not inside.taints and inside is not NOTHING and not inside.things:
            _refine(frame, test.left, _always(inside))


def _assume_absent(frame: "Frame", test: ir.Binary) -> None:
    """`".." not in path` makes a path stay in its folder; `"://" not in url` keeps a redirect on the site."""
    only = evaluate(frame, test.left).only
    if not isinstance(only, str) or not only:
        return
    if only in ("'", '"') and isinstance(test.right, ir.Slice):
        _assume_literal(frame, test.right, only)
    if only in _QUOTES:
        _refine(frame, test.right, lambda value: value.cleared(_QUOTES[only]))
    clears = _PATH if only in ("..", "../", "..\\", "/", "\\") else _PLACE if only in ("://", "//") else 0
    if clears:
        _refine(frame, test.right, lambda value: value.cleared(clears))


def _assume_literal(frame: "Frame", inner: ir.Slice, quote: str) -> None:
    """A text that begins with a quote and has none between its ends is a text literal, whatever evaluates it."""
    bounds = (inner.lower, inner.upper)
    if [bound.value if isinstance(bound, ir.Const) else None for bound in bounds] == [1, -1]:
        _refine(
            frame,
            inner.of,
            lambda value: value.cleared(SinkKind.CODE.bit) if value.prefix.startswith(quote) else value,
        )


def _assume_call(frame: "Frame", test: ir.Call, holds: bool) -> None:
    if frame.unit.language == "go" and _assume_go(frame, test, holds):
        return
    if frame.unit.language == "javascript":
        meant = as_membership(frame, test)
        if meant is not None:
            assume(frame, meant[0], holds)
        matched = clears_of_test(frame, test, holds)
        if matched is not None and matched[1]:
            _refine(frame, matched[0], clearing(matched[1]))
    if isinstance(test.callee, ir.Attribute):
        name = test.callee.name
        if holds and name in ("isdigit", "isalnum", "isalpha", "isidentifier", "isdecimal", "isnumeric"):
            _refine(frame, test.callee.of, lambda value: value.cleared(EVERY_KIND))
        elif holds and name in ("startswith", "startsWith") and test.arguments:
            only = evaluate(frame, test.arguments[0].value).only
            if isinstance(only, str):
                _refine(frame, test.callee.of, lambda value: _beginning(value, only))
            _refine(frame, test.callee.of, _contained)
            _assume_contained(frame, test.callee.of)
        elif holds and name == "is_relative_to":
            _refine(frame, test.callee.of, _contained)
        elif len(test.arguments) == 1:
            _assume_method(frame, name, test.callee.of, test.arguments[0].value, holds)
    frame.assume_guard(test, holds)


def _assume_go(frame: "Frame", test: ir.Call, holds: bool) -> bool:
    """Learn from what is a call in Go and an operator or method elsewhere; say whether it was that."""
    meant = as_go_comparison(frame, test)
    if meant is not None:
        assume(frame, meant, holds)
        return True
    begun = tests_go_beginning(frame, test)
    if begun is not None:
        text, beginning = begun
        only = evaluate(frame, beginning).only
        if holds and isinstance(only, str) and only != "..":
            _refine(frame, text, lambda value: _beginning(value, only))
        if holds is not (only == ".."):
            _refine(frame, text, _contained if holds else clearing(_PATH))
        return True
    matched = clears_of_match(frame, test) if holds else None
    if matched is not None:
        _refine(frame, matched[0], clearing(matched[1]))
    return matched is not None


def _assume_method(frame: "Frame", name: str, of: ir.Expression, other: ir.Expression, holds: bool) -> None:
    """Learn from a method that compares, as `==` and `in` do in other languages."""
    if name in ("equals", "contentEquals"):
        symbol = "==" if holds else "!="
        _assume_comparison(frame, ir.Binary(of.at, symbol, of, other), symbol)
    elif name in ("contains", "containsKey", "includes"):
        symbol = "in" if holds else "not in"
        _assume_comparison(frame, ir.Binary(of.at, symbol, other, of), symbol)
    elif name == "matches" and holds:
        pattern = evaluate(frame, other).only
        if isinstance(pattern, str):
            _refine(frame, of, clearing(clears_of_pattern(pattern, whole=True)))


def _beginning(value: Value, prefix: str) -> Value:
    if value.constants is not None:
        return value
    return Value(value.constants, value.taints, value.things, prefix).cleared(clears_of_beginning(prefix))


def _always(value: Value) -> Callable[[Value], Value]:
    return lambda _: value


def clearing(kinds: int) -> Callable[[Value], Value]:
    """Return what makes a value safe for the sinks in `kinds` (bits)."""
    return lambda value: value.cleared(kinds)


def _contained(value: Value) -> Value:
    """A path that was normalised before its beginning was tested stays below that beginning."""
    is_normalised = all(taint.cleared & NORMALISED for taint in value.taints.values())
    return value.cleared(_PATH) if is_normalised else value


def _assume_contained(frame: "Frame", place: ir.Expression) -> None:
    """Learn from a test of `file.getCanonicalPath()` that the file is below a folder, when that is normalised."""
    value, of = evaluate(frame, place), place
    while isinstance(of, ir.Call) and isinstance(of.callee, ir.Attribute) and not of.arguments:
        if of.callee.name not in _SAME_PATH:
            return
        of = of.callee.of
    if of is not place and value.taints and all(taint.cleared & NORMALISED for taint in value.taints.values()):
        _refine(frame, of, clearing(_PATH))


def _refine(frame: "Frame", place: ir.Expression, change: Callable[[Value], Value]) -> None:
    """Replace what is known of a variable, or of an attribute of one."""
    state = frame.live()
    if isinstance(place, ir.Await | ir.Walrus):
        place = place.value if isinstance(place, ir.Await) else place.target
    if isinstance(place, ir.Name):
        known = state.variables.get(place.name)
        if known is not None:
            state.variables[place.name] = change(known)
    elif isinstance(place, ir.Attribute):
        of = evaluate(frame, place.of)
        if len(of.things) == 1:
            for one, shape in list(frame.live().shapes(of)):
                if (known := shape.fields.get(place.name)) is not None:
                    frame.live().heap[one] = shape.with_item(place.name, change(known))
    elif isinstance(place, ir.Call) and isinstance(place.callee, ir.Name) and len(place.arguments) == 1:
        if place.callee.name in ("str", "String"):
            _refine(frame, place.arguments[0].value, change)
    elif isinstance(place, ir.Call) and isinstance(place.callee, ir.Attribute) and not place.arguments:
        _refine(frame, place.callee.of, change) if place.callee.name in ("lower", "upper", "strip") else None


def refine(frame: "Frame", place: ir.Expression, change: Callable[[Value], Value]) -> None:
    """Replace what is known of a variable, or of an attribute of one."""
    _refine(frame, place, change)


def assume_case(frame: "Frame", place: ir.Expression, subject: Value, case: ir.Case) -> bool | None:
    """Let the state be one in which `case` is taken; say whether it must be (True) or cannot be (False)."""
    if not case.patterns and case.guard is None:
        return True
    verdicts = [_matches(frame, subject, pattern) for pattern in case.patterns]
    if verdicts and all(verdict is False for verdict in verdicts):
        return False
    is_sure = any(verdict is True for verdict in verdicts) or not case.patterns
    literals = [literal for pattern in case.patterns for literal in _literals(pattern)]
    if literals and len(case.patterns) == sum(1 for p in case.patterns if _literals(p)):
        _refine(frame, place, lambda _: Value(frozenset(literals)))
    for pattern in case.patterns:
        if not _literals(pattern):
            frame.assign(pattern, subject, getattr(pattern, "at", 0))
    if case.guard is not None:
        truth = evaluate(frame, case.guard).truth
        if truth is False:
            return False
        assume(frame, case.guard, True)
        return True if is_sure and truth is True else None
    return True if is_sure else None


def _literals(pattern: ir.Expression) -> list[Constant]:
    if isinstance(pattern, ir.Const):
        return [pattern.value]
    if isinstance(pattern, ir.Logic):
        left, right = _literals(pattern.left), _literals(pattern.right)
        return [*left, *right] if left and right else []
    return []


def _matches(frame: "Frame", subject: Value, pattern: ir.Expression) -> bool | None:
    literals = _literals(pattern)
    if not literals:
        return True if isinstance(pattern, ir.Name) else None
    if subject.constants is None or subject.things or subject.taints:
        return None
    if not subject.constants & set(literals):
        return False
    return True if subject.constants <= set(literals) else None
