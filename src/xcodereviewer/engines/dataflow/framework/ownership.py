"""Which records belong to somebody, and where a function looks for them."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.walking import dotted, nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.framework.routes import Application

__all__ = ["gives_personal", "is_of_people", "models_of", "owned", "owner_among", "personal_look_up"]

_OWNER = re.compile(
    r"^(?:user|owner|author|customer|account|member|created_by|creator|profile)(?:_?id)?$", re.IGNORECASE
)
_OF_PEOPLE = re.compile(r"^(?:User|Customer|Account|Profile|Member|Patient|Employee|Student|Person|Client)s?$")
_SENSITIVE = re.compile(
    r"e_?mail|phone|address|ccn|credit|card|ssn|salary|iban|birth|password|token|secret|api_?key|medical", re.IGNORECASE
)
_READING = frozenset(("all", "get", "filter", "filter_by", "first", "get_or_404", "find", "find_one"))


def gives_personal(function: FunctionInfo) -> bool:
    """Whether a function touches what nobody wants to be known of him."""
    return any(isinstance(node, ir.Attribute) and _SENSITIVE.search(node.name) for node in nodes(function.node.body))


def personal_look_up(application: "Application", function: FunctionInfo) -> Place | None:
    """Return where a function looks for records that belong to somebody and gives what is personal in them."""
    for node in nodes(function.node.body) if gives_personal(function) else ():
        name = dotted(node.callee) if isinstance(node, ir.Call) else ""
        if not isinstance(node, ir.Call) or name.rpartition(".")[2] not in _READING:
            continue
        if any(map(owned, models_of(application, function, node))):
            return Place(function.unit.number, node.at, name)
    return None


def models_of(application: "Application", function: FunctionInfo, call: ir.Call) -> Iterator[ClassInfo]:
    """Yield the classes whose objects a call looks for: `Model.query.get(…)`, `get_object_or_404(Model, …)`."""
    pending: list[object] = [call.callee, *(argument.value for argument in call.arguments[:1])]
    for one in pending:
        for node in nodes(one):
            if isinstance(node, ir.Name | ir.Attribute):
                yield from application.meanings.classes(function.unit, node)


def is_of_people(model: ClassInfo) -> bool:
    """Whether the objects of a class are people."""
    return bool(_OF_PEOPLE.match(model.node.name))


def owned(model: ClassInfo) -> str:
    """Return how an object of a class is called that belongs to somebody; empty for others."""
    if _OF_PEOPLE.match(model.node.name):
        return f"a `{model.node.name}`"
    owner = owner_among(_fields(model))
    return f"a `{model.node.name}`, which has the owner `{owner}`," if owner else ""


def owner_among(fields: Iterable[str]) -> str:
    """Return the first of these fields that tells whom a record belongs to; empty for none."""
    return next((name for name in fields if _OWNER.match(name)), "")


def _fields(model: ClassInfo) -> Iterator[str]:
    for one in model.lineage():
        for node in one.node.body if isinstance(one, ClassInfo) else ():
            if isinstance(node, ir.Assign) and isinstance(node.target, ir.Name):
                yield node.target.name
