"""What only Go's definitions need: packages, and methods that stand in another file than their type."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.imports_go import go_import
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit
from xcodereviewer.engines.dataflow.reading import look_up
from xcodereviewer.engines.dataflow.state import State

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["add_methods", "import_go", "owner_of_methods"]

_METHODS = "builtins.methods"


def import_go(frame: "Frame", node: ir.Import) -> None:
    """Bind a package."""
    if node.member != "*":
        frame.live().variables[node.name] = go_import(frame.analysis, node)
        return
    for one in go_import(frame.analysis, node).things:
        for unit in frame.analysis.go_packages.files(one) if isinstance(one, Unit) else ():
            frame.analysis.load(unit)
            frame.live().variables.update({key: value for key, value in unit.names.items() if key[:1].isupper()})


def owner_of_methods(frame: "Frame", node: ir.Class) -> ClassInfo | None:
    """Return the type whose methods a class holds that another file of the package declares."""
    if not any(isinstance(one, ir.Name) and one.name == _METHODS for one in node.decorators):
        return None
    return next((one for one in look_up(frame, node.name).things if isinstance(one, ClassInfo)), None)


def add_methods(frame: "Frame", node: ir.Class, owner: ClassInfo) -> ClassInfo:
    """Let a type have the methods that stand in another file."""
    from xcodereviewer.engines.dataflow.frame import Frame

    state = State({}, frame.live().heap, frame.live().base)
    body = Frame(frame.analysis, frame.unit, frame.root, state=state, owner=owner, outer=frame, depth=frame.depth)
    body.run(node.body)
    owner.members.update(body.last.variables)
    frame.live().heap = body.last.heap
    return owner
