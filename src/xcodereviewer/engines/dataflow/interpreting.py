"""What the parts of the interpreter ask of each other: each of them is a file of functions that take the frame.

Expressions call functions, functions run statements, statements assign and define: the parts know each other through
the frame alone.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.assign import assign
from xcodereviewer.engines.dataflow.calls import assume_function, call_function, call_method, call_value
from xcodereviewer.engines.dataflow.definitions import declare, define, define_class, do_import, says_nothing, typed
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.guards import assume
from xcodereviewer.engines.dataflow.library_calls import assume_guard, formatted, read_library, read_stored, written
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.values import Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["Interpreting"]


class Interpreting:
    """The half of a frame by which the parts of the interpreter reach each other."""

    @property
    def _frame(self) -> "Frame":
        return cast("Frame", self)

    def call_value(self, callee: Value, arguments: Sequence[Value], node: ir.Call) -> Value:
        """Call whatever `callee` refers to."""
        return call_value(self._frame, callee, arguments, node)

    def call_property(self, function: FunctionInfo, receiver: Value, at: int) -> Value:
        """Read a property: call its function."""
        return call_function(self._frame, function, [receiver], {}, at)

    def call_method(self, receiver: Value, name: str, at: int) -> Value:
        """Call a method with arguments that nobody knows."""
        return call_method(self._frame, receiver, name, at)

    def assign(self, target: ir.Expression, value: Value, at: int) -> None:
        """Assign in an expression."""
        assign(self._frame, target, value, at)

    def assume(self, test: ir.Expression, holds: bool) -> None:
        """Learn from a test."""
        assume(self._frame, test, holds)

    def assume_guard(self, test: ir.Call, holds: bool) -> None:
        """Learn from a call that is a check: of a library that says so, or of the program."""
        callee = evaluate(self._frame, test.callee)
        assume_guard(self._frame, callee, test, holds)
        assume_function(self._frame, callee, test, holds)

    def read_library(self, name: str, at: int) -> Value:
        """Read a member of a library."""
        return read_library(self._frame, name, at)

    def read_stored(self, name: str, key: object, at: int) -> Value:
        """Read an item of something of a library."""
        return read_stored(self._frame, name, key, at)

    def written(self, name: str, key: Value | None, value: Value, at: int) -> None:
        """Write an attribute or item of something of a library."""
        written(self._frame, name, key, value, at)

    def formatted(self, template: Value, value: Value, node: ir.Binary) -> None:
        """Format a text with `%`."""
        formatted(self._frame, template, value, node)

    def define(self, node: ir.Function) -> Value:
        """Define a function."""
        return define(self._frame, node)

    def define_class(self, node: ir.Class) -> ClassInfo:
        """Define a class."""
        return define_class(self._frame, node)

    def declare(self, annotation: ir.Expression, value: Value) -> None:
        """Let functions of a declared type be known as called from outside, when a library says so."""
        declare(self._frame, annotation, value)

    def do_import(self, node: ir.Import) -> None:
        """Import a module or a member of one."""
        do_import(self._frame, node)

    def typed(self, annotation: ir.Expression) -> Value:
        """Return any value of a declared type."""
        return typed(self._frame, annotation)

    def says_nothing(self, value: Value) -> bool:
        """Whether nothing is known of what a value is."""
        return says_nothing(self._frame, value)
