"""Passwords that methods of Java compare, look for or keep as they were typed."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.java_annotations import annotations
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames, simple_name
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo

__all__ = ["clear_passwords"]

_NAMED = re.compile(
    r"^(?:new|user|plain|raw|login|input|old|current)?_?(?:password|passwd|pwd|passphrase)$", re.IGNORECASE
)
_GETTER = re.compile(r"^get(?:User|Login)?(?:Password|Passwd|Pwd)$|^(?:password|pwd)$")
_SETTER = re.compile(r"^set(?:User|Login)?(?:Password|Passwd|Pwd)$")
_HASHING = re.compile(
    r"encod|encrypt|decrypt|hash|digest|md5|sha\d*|bcrypt|argon|pbkdf|scrypt|matches|checkpw|verify|cipher|salt|protect",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?:dto|form|request|req|command|cmd|body|param|params|vo|input|payload|credentials?|data|bean|model|info|config|"
    r"properties|settings|uri|url|register|registration|loginuser|loginrequest)$",
    re.IGNORECASE,
)
_BY_PASSWORD = re.compile(
    r"^(?:find|get|select|login|query|exists|count)\w*(?:And|By)(?:User)?(?:Password|Passwd|Pwd)\b"
)
_QUERY = re.compile(
    r"\b(?:where|and)\b[^'\"]*\b\w*passw(?:or)?d\w*\s*=\s*['\"]?\s*(?:$|\?|:\w+|#\{|\$\{)", re.IGNORECASE
)
_EQUAL = frozenset(("equals", "equalsIgnoreCase", "contentEquals"))
_RECORDS = frozenset(("Entity", "Document", "Table", "TableName", "MappedSuperclass"))
_DATABASE = re.compile(r"execute|query|prepareStatement|createQuery|createNativeQuery|update", re.IGNORECASE)
_HOOKS = frozenset(("PrePersist", "PreUpdate", "HandleBeforeCreate", "HandleBeforeSave"))


def clear_passwords(
    names: JavaNames, behaviours: Behaviours, functions: list[FunctionInfo]
) -> Iterator[tuple[FunctionInfo, int, str, Confidence]]:
    """Yield where a method handles a password as it was typed: what it does, and how sure that is."""
    is_hooked = any(_hashes_in_hook(one) for one in functions)
    for function in functions:
        if not _names_password(function.node.body) or _hashes(names, function):
            continue
        told: set[str] = set()
        for call in calls(function.node.body):
            found = _compared(call) or _looked_for(call)
            if found is None and not is_hooked and behaviours.of(function).writes:
                found = _kept(names, function, call)
            if found is not None and found[0] not in told:
                told.add(found[0])
                yield function, call.at, found[0], found[1]


def _names_password(body: object) -> bool:
    for node in nodes(body):
        match node:
            case ir.Name(name=name) if _NAMED.match(name):
                return True
            case ir.Attribute(name=name) if "assw" in name or "wd" in name:
                return True
    return False


def _hashes(names: JavaNames, function: FunctionInfo) -> bool:
    """Whether a method, or one that it calls, hashes something or hands it to who does."""
    written = (call for one in names.reached(function) for call in calls(one.node.body))
    return any(_HASHING.search(dotted(call.callee)) for call in written)


def _hashes_in_hook(function: FunctionInfo) -> bool:
    is_hook = any(one.name in _HOOKS for one in annotations(function.node.decorators))
    is_setter = function.node.name == "setPassword"
    return (is_hook or is_setter) and any(_HASHING.search(dotted(one.callee)) for one in calls(function.node.body))


def _compared(call: ir.Call) -> tuple[str, Confidence] | None:
    """Return what is compared: the password of a record with one that was typed."""
    if last_name(call.callee) not in _EQUAL or not isinstance(call.callee, ir.Attribute):
        return None
    placed = [argument.value for argument in call.arguments]
    one, other = (
        (call.callee.of, placed[0]) if len(placed) == 1 else (placed[0], placed[-1]) if placed else (None, None)
    )
    held = _held(one) if _is_old(other) else _held(other) if _is_old(one) else ""
    is_same = _holder(one) == _holder(other)
    return (f"The password in `{held}` is compared", Confidence.MEDIUM) if held and not is_same else None


def _held(node: object) -> str:
    """Return the record whose password an expression is; what a form holds is none."""
    if not isinstance(node, ir.Call) or not _GETTER.match(last_name(node.callee)) or node.arguments:
        return ""
    holder = _holder(node)
    return dotted(node.callee).removeprefix("this.") if holder and not _FORM.search(holder) else ""


def _holder(node: object) -> str:
    return last_name(node.callee.of) if isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute) else ""


def _is_typed(node: object) -> bool:
    """Whether an expression is a password that came in: a variable, a field of a form, a parameter of a request."""
    match node:
        case ir.Name(name=name):
            return bool(_NAMED.match(name))
        case ir.Call(callee=ir.Attribute(name="getParameter")):
            return bool(_NAMED.match(text_of(argument_of(node, 0)) or ""))
        case ir.Call(callee=ir.Attribute(name="toString" | "trim" | "valueOf") as callee):
            return _is_typed(callee.of)
        case ir.Call() if _GETTER.match(last_name(node.callee)) and not node.arguments:
            return True
    return False


def _is_old(node: object) -> bool:
    """Whether an expression is a password that came in to be checked: a new one is only held against the old."""
    return _is_typed(node) and not (isinstance(node, ir.Name) and node.name.lower().startswith("new"))


def _looked_for(call: ir.Call) -> tuple[str, Confidence] | None:
    """Return what is looked for in a store by a password that was typed."""
    name = dotted(call.callee).removeprefix("this.")
    last = name.rpartition(".")[2]
    given = [argument.value for argument in call.arguments]
    if _BY_PASSWORD.match(last) and any(map(_is_typed, given)):
        return f"A password is looked for by `{name}`", Confidence.HIGH
    texts = [text for one in given[:1] for node in nodes(one) if (text := text_of(node))]
    if _DATABASE.search(last) and any(_QUERY.search(one) for one in texts):
        return "A password is looked for in the database", Confidence.MEDIUM
    return None


def _kept(names: JavaNames, function: FunctionInfo, call: ir.Call) -> tuple[str, Confidence] | None:
    """Return the record that is given a password as it was typed."""
    if not isinstance(call.callee, ir.Attribute) or not _SETTER.match(call.callee.name) or len(call.arguments) != 1:
        return None
    record = names.type_of(function, call.callee.of)
    is_record = isinstance(record, ClassInfo) and any(
        one.name in _RECORDS for one in annotations(record.node.decorators)
    )
    if not is_record or not _is_typed(call.arguments[0].value):
        return None
    return f"A password is kept in a `{simple_name(record)}`", Confidence.MEDIUM
