"""Which function of a JavaScript program a handler or middleware is that goes by a name."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import nodes, text_of
from xcodereviewer.engines.dataflow.imports_javascript import module_paths
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["ExpressFunctions"]

_DEEPEST = 4
_WRAPPERS = 3  # calls around a handler: `catchAsync(async (req, res) => …)`


class ExpressFunctions:
    """Finds functions by name: in the module, or in that which the name is imported from."""

    def __init__(self, analysis: "Analysis") -> None:
        self._analysis = analysis
        self._named: dict[int, dict[str, ir.Function]] = {}
        self._imports: dict[int, dict[str, ir.Import]] = {}

    def of(self, unit: Unit, node: ir.Expression, depth: int = 0) -> FunctionInfo | None:
        """Return the function that an expression is."""
        match node:
            case ir.Lambda():
                return self._info(unit, node.function)
            case ir.Name():
                return self._of_name(unit, node.name, depth)
            case ir.Attribute(name="bind"):
                return self.of(unit, node.of, depth)
            case ir.Attribute():
                home = self.module_of(unit, node.of) or unit
                return self._of_name(home, node.name, depth)
            case ir.Call(callee=ir.Attribute(name="bind") as bound):
                return self.of(unit, bound.of, depth)
            case ir.Call() if depth < _WRAPPERS:
                found = (self.of(unit, one.value, depth + 1) for one in node.arguments)
                return next((one for one in found if one is not None), None)
            case ir.Collection() if node.items:
                return self.of(unit, node.items[-1], depth + 1)
        return None

    def module_of(self, unit: Unit, node: ir.Expression) -> Unit | None:
        """Return the module that a name was imported from, or that the object comes from which it holds."""
        root = node
        while isinstance(root, ir.Attribute | ir.Call):
            root = root.of if isinstance(root, ir.Attribute) else root.callee
        if not isinstance(root, ir.Name):
            return None
        found = self._imports_of(unit).get(root.name)
        if found is not None:
            return self._unit(unit, found.module)
        for one in nodes(unit.module.body):
            match one:
                case ir.Assign(target=ir.Name(name=name), value=ir.Call() as made) if name == root.name:
                    return self.module_of(unit, made.callee) if made.callee is not node else None
        return None

    def imported(self, unit: Unit, node: ir.Expression) -> str:
        """Return the module that a name was imported from; empty for none."""
        found = self._imports_of(unit).get(node.name) if isinstance(node, ir.Name) else None
        return found.module if found is not None else ""

    def _imports_of(self, unit: Unit) -> dict[str, ir.Import]:
        known = self._imports.get(unit.number)
        if known is None:
            found = (node for node in nodes(unit.module.body) if isinstance(node, ir.Import))
            known = self._imports[unit.number] = {node.name: node for node in found}
        return known

    def _of_name(self, unit: Unit, name: str, depth: int) -> FunctionInfo | None:
        own = self._functions(unit).get(name)
        if own is not None:
            return self._info(unit, own)
        imported = self._imports_of(unit).get(name)
        home = self._unit(unit, imported.module) if imported is not None else None
        if home is None or imported is None or home is unit or depth > _DEEPEST:
            return None
        return self._of_name(home, imported.member or "exports", depth + 1)

    def _functions(self, unit: Unit) -> dict[str, ir.Function]:
        """Return the functions of a module by the names that they go by: definitions, variables, members, keys."""
        known = self._named.get(unit.number)
        if known is not None:
            return known
        known = self._named[unit.number] = {}
        for node in nodes(unit.module.body):
            match node:
                case ir.Function():
                    known.setdefault(node.name, node)
                case ir.Assign(target=ir.Name() | ir.Attribute() as target, value=value):
                    made = _function_in(value)
                    if made is not None:
                        known.setdefault(target.name, made)
                case ir.Record():
                    for key, value in node.entries:
                        made = _function_in(value)
                        if made is not None and (text := text_of(key)):
                            known.setdefault(text, made)
        return known

    def _unit(self, importer: Unit, specifier: str) -> Unit | None:
        found = (self._analysis.unit_at(path) for path in module_paths(specifier, importer.path))
        return next((one for one in found if one is not None and one is not importer), None)

    def _info(self, unit: Unit, node: ir.Function) -> FunctionInfo:
        known = self._analysis.functions.get((unit.number, node.at))
        return known or FunctionInfo(self._analysis.next_number(), unit, node)


def _function_in(value: object, depth: int = 0) -> ir.Function | None:
    """Return the function that a value is, or that a wrapper is given."""
    match value:
        case ir.Lambda():
            return value.function
        case ir.Call() if depth < _WRAPPERS:
            found = (_function_in(one.value, depth + 1) for one in value.arguments)
            return next((one for one in found if one is not None), None)
    return None
