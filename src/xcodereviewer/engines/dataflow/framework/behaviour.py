"""What a function does, seen from outside: whether it asks who is there, and what it reads and writes."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.deeds import Behaviour, Place
from xcodereviewer.engines.dataflow.framework.identity import Identity, IdentityKind, identity_in
from xcodereviewer.engines.dataflow.framework.java_behaviour import deeds_in_java, demands_in_java
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, nodes, text_of, texts_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["Behaviour", "Behaviours", "Place", "ends", "writes_in"]

_DEEPEST = 4


_WRITING = frozenset(
    """
    save delete create bulk_create bulk_update update update_or_create insert insert_one insert_many update_one
    update_many delete_one delete_many remove add_all bulk_save_objects bulk_insert_mappings commit unlink rmtree
    set_password write_text write_bytes executescript drop put_item destroy
    insertOne insertMany updateOne updateMany deleteOne deleteMany replaceOne bulkWrite bulkCreate findByIdAndUpdate
    findByIdAndDelete findByIdAndRemove findOneAndUpdate findOneAndDelete findOneAndRemove findOneAndReplace upsert
    createMany deleteById
    """.split()  # noqa: SIM905 - a list of words
)
_STORES = re.compile(
    r"(?:^|[._])(?:db|session|objects|query|cursor|cur|conn|connection|database|engine|collection|repo\w*|dao|crud|store|"
    r"model|table|mongo|redis|cache|prisma|\w*dao|\w*repository)(?:$|[._(])",
    re.IGNORECASE,
)
_NOT_STORES = re.compile(
    r"^(?:flask\.)?session\.|request\.session\.|requests\.|httpx?\.|^http_session|^req\.session\.", re.IGNORECASE
)
_READING = frozenset(
    """
    get filter filter_by all first one one_or_none scalar scalars fetchone fetchall fetchmany find find_one
    get_by_id select values values_list exclude aggregate count get_or_404 first_or_404 paginate get_many
    findMany findUnique findFirst findAll
    """.split()  # noqa: SIM905 - a list of words
)
_READERS = frozenset(
    ("get_object_or_404", "get_list_or_404", "get_or_404", "findById", "findOne", "findByPk", "findAll", "findMany")
)
_STATEMENT = re.compile(r"\s*(?:insert|update|delete|drop|replace|alter|create|truncate)\b", re.IGNORECASE)
_QUERY = re.compile(r"\s*(?:select|with)\b", re.IGNORECASE)
_THROTTLE = re.compile(
    r"rate_?limit|throttl|too_?many|attempts|lock_?out|locked|captcha|cool_?down|token_?bucket|failed_?login|login_?fail|is_?blocked|limiter",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:^|\.)(?:_?get_response|call_next|handler|next|view|view_func|func|fn|f|function|app|method)$")
_REFUSAL = re.compile(
    r"\b40[13]\b|forbidden|unauthori[sz]ed|permission_?denied|not_?authenticated|access_?denied|login", re.I
)


class Behaviours:
    """Answers what functions do, each once."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings
        self._known: dict[int, Behaviour] = {}

    def of(self, function: FunctionInfo, depth: int = 0) -> Behaviour:
        """Return what the function does itself and by those that it calls."""
        key = function.node.at << 20 | (function.unit.number & 0xFFFFF)
        known = self._known.get(key)
        if known is not None:
            return known
        is_java = function.unit.language == "java"
        found = deeds_in_java(function, self._meanings.java) if is_java else _own(function)
        self._known[key] = found
        if depth < _DEEPEST:
            for called in self._called(function):
                below = self.of(called, depth + 1)
                if below is not found:
                    found.add(below)
                if is_java:
                    found.add(demands_in_java(called))
        return found

    def _called(self, function: FunctionInfo) -> Iterator[FunctionInfo]:
        seen = {function.number}
        for call in (node for node in nodes(function.node.body) if isinstance(node, ir.Call)):
            for one in self._meanings.called(function, call.callee):
                if one.number not in seen:
                    seen.add(one.number)
                    yield one


def writes_in(unit: int, body: object) -> list[Place]:
    """Return where a block itself changes a store."""
    found = Behaviour()
    for node in nodes(body):
        if isinstance(node, ir.Call):
            _note_effect(found, unit, node)
    return found.writes


def ends(body: Iterable[ir.Statement]) -> ir.Statement | None:
    """Return the statement by which a block leaves its function, if it does."""
    for statement in body:
        match statement:
            case ir.Return() | ir.Raise():
                return statement
            case ir.Evaluate(value=ir.Call() as call) if dotted(call.callee).rpartition(".")[2] in _LEAVING:
                return statement
            case ir.If():
                found = ends(statement.then) or ends(statement.other)
                if found is not None:
                    return found
    return None


_LEAVING = frozenset(("abort", "redirect", "exit", "unauthorized", "forbidden", "deny", "fail", "throw"))


def _own(function: FunctionInfo) -> Behaviour:
    found = Behaviour()
    unit = function.unit.number
    names: set[str] = set()  # variables that hold who asks
    for node in nodes(function.node.body):
        identity = identity_in(node)
        if identity is not None:
            into = found.roles if identity.kind is IdentityKind.ROLE else found.users
            into.append(Place(unit, identity.at, identity.text))
        match node:
            case ir.Assign(target=ir.Name(name=name)) if node.value is not None and _asks(node.value, names):
                names.add(name)
            case ir.If() if _asks(node.test, names):
                _note_refusal(found, unit, node)
            case ir.Call():
                _note_effect(found, unit, node)
            case ir.Name() | ir.Attribute() if _THROTTLE.search(node.name):
                found.throttles.append(Place(unit, node.at, node.name))
            case ir.Raise() if node.value is not None and _REFUSAL.search(_told(node.value)):
                found.refusals.append(Place(unit, node.at, _told(node.value)))
    return found


def _asks(test: object, names: set[str]) -> bool:
    return any(
        identity_in(node) is not None or (isinstance(node, ir.Name) and node.name in names) for node in nodes(test)
    )


def _note_refusal(found: Behaviour, unit: int, node: ir.If) -> None:
    last = ends(node.then) or ends(node.other)
    if last is not None and not _goes_on(last):
        found.refusals.append(Place(unit, node.at, _asked(node.test)))


def _goes_on(last: ir.Statement) -> bool:
    """Whether what ends a block is the call of what a decorator or middleware stands before."""
    if not isinstance(last, ir.Return) or last.value is None:
        return False
    called = (dotted(node.callee) for node in nodes(last.value) if isinstance(node, ir.Call))
    return any(_NEXT.search(name) for name in called)


def _asked(test: object) -> str:
    identity: Identity | None = next((one for node in nodes(test) if (one := identity_in(node))), None)
    return identity.text if identity is not None else next((n.name for n in nodes(test) if isinstance(n, ir.Name)), "")


def _told(value: object) -> str:
    parts = [str(node.value) if isinstance(node, ir.Const) else dotted(node) for node in nodes(value)]
    return " ".join([dotted(value), *parts])[:120]


def _note_effect(found: Behaviour, unit: int, call: ir.Call) -> None:
    name = dotted(call.callee)
    receiver, _, last = name.rpartition(".")
    place = Place(unit, call.at, name)
    if last in ("execute", "executemany", "raw", "text", "fetch", "fetchrow"):
        statement = " ".join(text for node in nodes(call.arguments) for text in texts_of(node))
        if _STATEMENT.match(statement):
            found.writes.append(place)
        elif _QUERY.match(statement):
            found.reads.append(place)
    elif _NOT_STORES.search(name):
        return
    elif last in _READERS or (last in _READING and _STORES.search(receiver)):
        found.reads.append(place)
    elif receiver and _is_store_write(call, receiver, last):
        found.writes.append(place)


def _is_store_write(call: ir.Call, receiver: str, last: str) -> bool:
    """Whether a method changes a store: `update` of a mapping or a hash does not."""
    if last not in _WRITING:
        return last in ("add", "put", "merge", "set") and bool(_STORES.search(receiver))
    if last in ("update", "remove", "create", "insert", "drop", "set"):
        return bool(_STORES.search(receiver)) or receiver.rpartition(".")[2][:1].isupper()
    if last == "save":
        return not any(argument.keyword == "format" for argument in call.arguments)  # that is an image's
    if last == "delete":
        return text_of(argument_of(call, 0)) is None
    return True
