"""Where handlers of Nest look for a record by an id of the request, and whether they name who asks."""

import re

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.script_names import ScriptNames
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, last_name, nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["names_who_asks", "nest_look_up"]

_LOOKING = frozenset(
    """
    findById findByPk findOne findUnique findFirst findOneBy findOneOrFail findOneByOrFail findUniqueOrThrow
    findByIdAndUpdate findByIdAndDelete findOneAndUpdate findOneAndDelete updateOne deleteOne update delete softDelete
    destroy preload
    """.split()  # noqa: SIM905 - a list of words
)
_STORE = re.compile(r"(?:Repository|Repo|Model|Dao|DAO|Store)$")
_ID = re.compile(r"^_?id$|Id$|^uuid$|^slug$")
_WHO = re.compile(r"^(?:CurrentUser|User|GetUser|AuthUser|ReqUser|LoggedUser|GetCurrentUser)$")
_OF_REQUEST = re.compile(r"(?:^|\.)(?:req|request|ctx)\.(?:user|session|auth)(?:\.|$)")
_DEEPEST = 2


def nest_look_up(names: ScriptNames, function: FunctionInfo) -> tuple[FunctionInfo, ir.Call, str] | None:
    """Return the method and the call that looks for a record by an id of the request, and what the record is called."""
    ids = {
        one.name
        for one in function.node.parameters
        if _ID.search(one.name) and any(last_name(mark) in ("Param", "Query") for mark in one.decorators)
    }
    return _within(names, function, ids, 0)


def _within(
    names: ScriptNames, function: FunctionInfo, ids: set[str], depth: int
) -> tuple[FunctionInfo, ir.Call, str] | None:
    for call in calls(function.node.body) if ids else ():
        given = [position for position, one in enumerate(call.arguments) if _names(one.value, ids)]
        store, _, last = dotted(call.callee).rpartition(".")
        if not given:
            continue
        if last in _LOOKING and (_STORE.search(store) or ".prisma." in f".{store}."):
            return function, call, _STORE.sub("", store.rpartition(".")[2]).lower().removesuffix("s")
        for called in names.called(function, call.callee) if depth < _DEEPEST else ():
            parameters = [one.name for one in called.node.parameters if one.name != "this"]
            handed = {parameters[position] for position in given if position < len(parameters)}
            found = _within(names, called, handed, depth + 1)
            if found is not None:
                return found
    return None


def _names(node: object, ids: set[str]) -> bool:
    return any(isinstance(one, ir.Name) and one.name in ids for one in nodes(node))


def names_who_asks(function: FunctionInfo) -> bool:
    """Whether a handler uses what it is told of who asks."""
    known = {
        one.name for one in function.node.parameters if any(_WHO.match(last_name(mark)) for mark in one.decorators)
    }
    return any(
        isinstance(node, ir.Name | ir.Attribute) and (dotted(node) in known or _OF_REQUEST.search(dotted(node)))
        for node in nodes(function.node.body)
    )
