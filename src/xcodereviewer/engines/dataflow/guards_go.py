"""What tests teach that only Go writes so: `strings.HasPrefix(x, y)`, `allowed[x]`, `err != nil` after a call."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.patterns import clears_of_pattern
from xcodereviewer.engines.dataflow.reading import library_names
from xcodereviewer.engines.dataflow.values import Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["as_go_comparison", "call_without_error", "clears_of_match", "tests_go_beginning"]

_MEMBERSHIP = frozenset(("slices.Contains", "golang.org/x/exp/slices.Contains", "github.com/samber/lo.Contains"))


def as_go_comparison(frame: "Frame", test: ir.Call) -> ir.Binary | None:
    """Return the comparison that a call means: `slices.Contains(all, x)`, `strings.Contains(text, x)`."""
    if len(test.arguments) != 2:
        return None
    of, other = (argument.value for argument in test.arguments)
    name = _name(frame, test)
    if name in _MEMBERSHIP:
        return ir.Binary(test.at, "in", other, of)
    if name in ("strings.Contains", "strings.ContainsAny", "strings.ContainsRune"):
        return ir.Binary(test.at, "in", other, of)
    if name in ("strings.EqualFold", "bytes.Equal"):
        return ir.Binary(test.at, "==", of, other)
    return None


def tests_go_beginning(frame: "Frame", test: ir.Call) -> tuple[ir.Expression, ir.Expression] | None:
    """Return the text and the beginning that `strings.HasPrefix(text, beginning)` tests."""
    if _name(frame, test) != "strings.HasPrefix" or len(test.arguments) != 2:
        return None
    return test.arguments[0].value, test.arguments[1].value


def clears_of_match(frame: "Frame", test: ir.Call) -> tuple[ir.Expression, int] | None:
    """Return what a match of a regular expression tells to be safe, and for which kinds (bits)."""
    if not isinstance(test.callee, ir.Attribute) or len(test.arguments) != 1:
        return None
    if test.callee.name not in ("MatchString", "Match"):
        return None
    for _, shape in frame.live().shapes(evaluate(frame, test.callee.of)):
        source = shape.fields.get("pattern")
        only = source.only if isinstance(source, Value) else None
        if isinstance(only, str):
            return test.arguments[0].value, clears_of_pattern(only, whole=False)
    return None


def call_without_error(frame: "Frame", test: ir.Binary) -> tuple[ir.Call, bool] | None:
    """Return the call of which a comparison with nil says that it had no error, and what its result counts as then.

    A function that gives an error alone gives nil; one that gives a value beside it gives one that is there.
    """
    if not isinstance(test.left, ir.Name) or not isinstance(test.right, ir.Const) or test.right.value is not None:
        return None
    made = frame.errors.get(test.left.name)
    if made is None or not isinstance(made.node, ir.Call):
        return None
    is_library = bool(library_names(frame, evaluate(frame, made.node.callee)))
    return made.node, is_library or not made.is_alone


def _name(frame: "Frame", test: ir.Call) -> str:
    names = library_names(frame, evaluate(frame, test.callee))
    return names[0] if len(names) == 1 else ""
