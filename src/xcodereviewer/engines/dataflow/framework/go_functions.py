"""Which function of a Go program an expression means, and what it is called in full."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import nodes
from xcodereviewer.engines.dataflow.imports_go import go_member
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["GoFunctions"]


class GoFunctions:
    """Finds functions by name: of the package, of another one, or the one method of that name."""

    def __init__(self, analysis: "Analysis") -> None:
        self._analysis = analysis
        self._imports: dict[int, dict[str, str]] = {}
        self._methods: defaultdict[str, list[FunctionInfo]] = defaultdict(list)
        for one in analysis.functions.values():
            if one.owner is not None and one.unit.language == "go":
                self._methods[one.node.name].append(one)

    def of(self, unit: Unit, node: object) -> FunctionInfo | None:
        """Return the function that an expression names, or that it is."""
        match node:
            case ir.Lambda():
                known = self._analysis.functions.get((unit.number, node.function.at))
                return known or FunctionInfo(self._analysis.next_number(), unit, node.function)
            case ir.Name():
                return _function(go_member(self._analysis, unit, node.name))
            case ir.Attribute(of=ir.Name(name=first)) if first in self.imports(unit):
                package = self._analysis.go_packages.named(self.imports(unit)[first])
                return _function(go_member(self._analysis, package, node.name)) if package is not None else None
            case ir.Attribute(of=ir.Call(is_new=True, callee=ir.Name(name=owner))):  # `users{}.Routes()`
                return self._method(unit, node.name, owner)
            case ir.Attribute():
                return self._method(unit, node.name)
        return None

    def called(self, function: FunctionInfo) -> Iterator[FunctionInfo]:
        """Yield the functions of the program that a function calls, each once."""
        seen = {function.number}
        for call in nodes(function.node.body):
            found = self.of(function.unit, call.callee) if isinstance(call, ir.Call) else None
            if found is not None and found.number not in seen:
                seen.add(found.number)
                yield found

    def library(self, unit: Unit, node: object) -> str:
        """Return the whole name of a member of a library, `github.com/gin-gonic/gin.New`; empty for anything else."""
        match node:
            case ir.Attribute(of=ir.Name(name=first)):
                path = self.imports(unit).get(first, "")
                is_own = path and self._analysis.go_packages.named(path) is not None
                return f"{path}.{node.name}" if path and not is_own else ""
        return ""

    def imports(self, unit: Unit) -> dict[str, str]:
        """Return the packages of a file by the names under which it knows them."""
        known = self._imports.get(unit.number)
        if known is None:
            found = (one for one in unit.module.body if isinstance(one, ir.Import))
            known = self._imports[unit.number] = {one.name: one.module for one in found}
        return known

    def text(self, unit: Unit, node: object) -> str | None:
        """Return the text that an expression is, as far as it is known."""
        match node:
            case ir.Const(value=str() as text):
                return text
            case ir.Binary(operator="+"):
                parts = (self.text(unit, part) for part in (node.left, node.right))
                return "".join("" if part is None else part for part in parts) or None
            case ir.Name() | ir.Attribute():
                return self._constant(unit, node)
        return None

    def _constant(self, unit: Unit, node: ir.Name | ir.Attribute) -> str | None:
        if isinstance(node, ir.Name):
            found = go_member(self._analysis, unit, node.name)
        else:
            path = self.imports(unit).get(node.of.name) if isinstance(node.of, ir.Name) else None
            package = self._analysis.go_packages.named(path) if path is not None else None
            found = go_member(self._analysis, package, node.name) if package is not None else None
        only = found.only if found is not None else None
        return only if isinstance(only, str) else None

    def _method(self, unit: Unit, name: str, owner: str = "") -> FunctionInfo | None:
        """Return the method that goes by a name: the only one of the file, of the package, or of the program."""
        every = [one for one in self._methods[name] if "builtins.abstractmethod" not in one.decorators]
        if owner:
            every = [one for one in every if one.owner is not None and one.owner.node.name == owner]
        folder = unit.path.rpartition("/")[0]
        near = [one for one in every if one.unit.path.rpartition("/")[0] == folder]
        for fitting in ([one for one in near if one.unit is unit], near, every):
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None


def _function(value: object) -> FunctionInfo | None:
    things = getattr(value, "things", ())
    return next((one for one in things if isinstance(one, FunctionInfo)), None)
