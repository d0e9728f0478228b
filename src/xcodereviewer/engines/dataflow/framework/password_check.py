"""Passwords that are compared or kept as they were typed, where no hash stands between."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.java_password_check import clear_passwords
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.values import Library

__all__ = ["passwords_in_clear"]

_NAMED = re.compile(
    r"^(?:new_?|user_?|plain_?|raw_?|my_?|the_?)?(?:password|passwd|passwort|pwd|pass|passphrase|pw)[12]?$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^(?:user_?)?(?:password|passwd|pwd|pass|passphrase)$", re.IGNORECASE)
_HASHING = re.compile(
    r"hash|md5|sha\d|bcrypt|argon|scrypt|pbkdf|crypt|make_password|set_password|check_?pw|check_?pass|verify|digest|"
    r"encode_pass|create_user|create_superuser|authenticate|pwd_context|hmac|cipher|fernet",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(?:self|form|request|req|data|args|payload|body|params|cleaned_data|json|post|get|serializer|schema|config|settings|cfg|"
    r"conf|options|opts|url|uri|parsed|connection|conn|credentials|creds|info|kwargs|client|server|host|smtp\w*|proxy\w*|app|\w*form)$",
    re.IGNORECASE,
)
_LOOKING = frozenset(
    """
    filter filter_by get find_one find first get_or_none where exists get_object_or_404 findOne findFirst findUnique
    """.split()  # noqa: SIM905 - a list of words
)
_MAKING = frozenset(
    """
    create update insert_one insert update_or_create get_or_create values bulk_create insertOne updateOne
    """.split()  # noqa: SIM905 - a list of words
)
_STORE = re.compile(r"objects|query|session|collection|users?|accounts?|customers?|members?|db|select", re.IGNORECASE)
_PEOPLE = re.compile(r"users?|accounts?|customers?|members?|db", re.IGNORECASE)
_OWN_TYPE = re.compile(r"password|property|synonym|hybrid|encrypt|vault|hash|secret", re.IGNORECASE)
_IN_QUERY = re.compile(
    r"\b(?:where|and)\b[^'\"]*\b\w*passw(?:or)?d?\w*\s*=\s*['\"]?\s*(?:$|%s|\?|:\w+|\{\w*\}|\$\d)", re.IGNORECASE
)
_MODEL = re.compile(
    r"(?:^|\.)(?:Model|Base|DeclarativeBase|Document|EmbeddedDocument|SQLModel|AbstractUser|AbstractBaseUser|Entity|Table)$"
)
_SAME = frozenset(("==", "==="))
_BY_FIELD = (ir.Binary, ir.Assign)  # where a class may hash behind the field
_SENTENCE = "{} as it was typed: `{}` hashes nothing."


def passwords_in_clear(application: Application) -> Iterator[Observation]:
    """Yield the places where a password is compared, looked for or stored as it was typed."""
    yield from _in_java(application)
    classes = [one for one in application.analysis.classes.values() if any(map(_NAMED.match, one.members))]
    hashed = any(map(_hashes_itself, classes)) and not any(_keeps_clear(application, one) for one in classes)
    scripts = [] if _hooks_hash(application) else application.script_functions()
    seen: set[tuple[int, int]] = set()  # what stands in a function is told of the innermost
    for function in sorted((*application.functions(), *scripts), key=lambda one: one.node.size):
        body = function.node.body
        if not _names_password(body) or any(_HASHING.search(name) for name in _called(body)):
            continue
        told: set[str] = set()  # what a function does twice is said once
        kept = _records_with_password(body)
        for node in nodes(body):
            found = None if hashed and isinstance(node, _BY_FIELD) else _of_node(application, function, node)
            found = found or _of_record(node, kept) or _compared_by(node, body)
            if found is not None and found[1] not in told and (function.unit.number, found[0]) not in seen:
                told.add(found[1])
                seen.add((function.unit.number, found[0]))
                yield Observation(
                    kind=CheckKind.PASSWORD_IN_CLEAR,
                    unit=function.unit.number,
                    at=found[0],
                    message=_SENTENCE.format(found[1], function.node.name),
                    confidence=found[2],
                )


def _in_java(application: Application) -> Iterator[Observation]:
    found = clear_passwords(application.meanings.java, application.behaviours, application.java_functions())
    for function, at, does, confidence in found:
        yield Observation(
            kind=CheckKind.PASSWORD_IN_CLEAR,
            unit=function.unit.number,
            at=at,
            message=_SENTENCE.format(does, function.node.name),
            confidence=confidence,
        )


_HOOKS = frozenset(("pre", "BeforeInsert", "BeforeUpdate"))
_EVENTS = frozenset(("beforeCreate", "beforeSave", "beforeUpdate"))
_EVENTS = frozenset(("beforeCreate", "beforeSave", "beforeUpdate"))


def _hooks_hash(application: Application) -> bool:
    """Whether a script hashes what is kept in a hook of its records: `schema.pre("save", …)`, `beforeCreate`."""
    for unit in application.scripts:
        names = {last_name(call.callee) for call in calls(unit.module.body)}
        keys = {text_of(node) for node in nodes(unit.module.body) if isinstance(node, ir.Const)}
        is_hooked = not _HOOKS.isdisjoint(names) or not _EVENTS.isdisjoint(names | keys)
        if is_hooked and any(_HASHING.search(name) for name in names):
            return True
    return False


def _of_node(application: Application, function: FunctionInfo, node: object) -> tuple[int, str, Confidence] | None:
    match node:
        case ir.Binary(operator="==" | "!=" | "===" | "!=="):
            held = _held_and_typed(node.left, node.right) or _held_and_typed(node.right, node.left)
            return (node.at, f"The password in `{held}` is compared", Confidence.MEDIUM) if held else None
        case ir.Call():
            return _of_call(application, function, node)
        case ir.Assign(target=ir.Index() as target, value=ir.Record() as record):
            given = any(_FIELD.match(text_of(key) or "") and _is_typed(item) for key, item in record.entries)
            if given and _PEOPLE.search(dotted(target)):
                return node.at, f"A password is kept in `{dotted(target)}`", Confidence.MEDIUM
        case ir.Assign(target=ir.Attribute(name=name) as target, value=value):
            is_record = _FIELD.match(name) and not _FORM.match(last_name(target.of)) and _is_typed(value)
            if is_record and _is_saved(function):
                return node.at, f"A password is kept in `{dotted(target)}`", Confidence.MEDIUM
    return None


def _of_call(application: Application, function: FunctionInfo, call: ir.Call) -> tuple[int, str, Confidence] | None:
    name = dotted(call.callee)
    receiver, _, last = name.rpartition(".")
    text = " ".join(one for argument in call.arguments[:1] for node in nodes(argument) if (one := text_of(node)))
    if last in ("execute", "raw", "fetch", "fetchrow", "text") and _IN_QUERY.search(text):
        return call.at, "A password is looked for in the database", Confidence.MEDIUM
    given = _password_given(call)
    if given is None:
        return None
    if last in _LOOKING and _STORE.search(receiver):
        return call.at, f"A password is looked for by `{name}`", Confidence.HIGH
    of = call.callee.of if isinstance(call.callee, ir.Attribute) else None
    is_hashed = any(map(_hashes_itself, application.meanings.classes(function.unit, of)))
    if last in _MAKING and _STORE.search(receiver) and not is_hashed:
        return call.at, f"A password is stored by `{name}`", Confidence.MEDIUM
    if any(_keeps_clear(application, one) for one in application.meanings.classes(function.unit, call.callee)):
        return call.at, f"A password is stored in a `{name}`", Confidence.MEDIUM
    return None


def _records_with_password(body: object) -> set[str]:
    """Return the variables that hold a record with a password as it was typed."""
    found: set[str] = set()
    for node in nodes(body):
        match node:
            case ir.Assign(target=ir.Name(name=name), value=ir.Record() as record):
                if any(_FIELD.match(text_of(key) or "") and _is_typed(item) for key, item in record.entries):
                    found.add(name)
    return found


def _of_record(node: object, kept: set[str]) -> tuple[int, str, Confidence] | None:
    """Return the call that stores such a record."""
    if not isinstance(node, ir.Call) or not kept:
        return None
    name = dotted(node.callee)
    receiver, _, last = name.rpartition(".")
    given = any(isinstance(one.value, ir.Name) and one.value.name in kept for one in node.arguments)
    if given and last in _MAKING and _STORE.search(receiver):
        return node.at, f"A password is stored by `{name}`", Confidence.MEDIUM
    return None


def _compared_by(node: object, body: object) -> tuple[int, str, Confidence] | None:
    """Return the call of a function beside it that does nothing but to compare: `same(password, user.password)`."""
    if not isinstance(node, ir.Call) or not isinstance(node.callee, ir.Name) or len(node.arguments) != 2:
        return None
    one, other = (argument.value for argument in node.arguments)
    held = _held_and_typed(one, other) or _held_and_typed(other, one)
    if held and _only_compares(node.callee.name, body):
        return node.at, f"The password in `{held}` is compared", Confidence.MEDIUM
    return None


def _only_compares(name: str, body: object) -> bool:
    for node in nodes(body):
        match node:
            case ir.Assign(target=ir.Name(name=own), value=ir.Lambda(function=made)) if own == name:
                pass
            case ir.Function(name=own) if own == name:
                made = node
            case _:
                continue
        first = made.body[0] if made.body else None
        return isinstance(first, ir.Return) and isinstance(first.value, ir.Binary) and first.value.operator in _SAME
    return False


def _held_and_typed(held: object, typed: object) -> str:
    """Return the record's field when one side is a stored password and the other one that was typed."""
    if not isinstance(held, ir.Attribute | ir.Index) or not _is_typed(typed):
        return ""
    of = held.of
    field = held.name if isinstance(held, ir.Attribute) else text_of(held.key) or ""
    if not _FIELD.match(field) or _FORM.match(last_name(of)) or last_name(of) == last_name(_holder(typed)):
        return ""
    return f"{dotted(of)}.{field}"


def _holder(node: object) -> object:
    return node.of if isinstance(node, ir.Attribute | ir.Index) else None


def _is_typed(node: object) -> bool:
    """Whether an expression is a password that came in: a variable, a field of a form, an item of a request."""
    match node:
        case ir.Name():
            return bool(_NAMED.match(node.name))
        case ir.Index():
            return bool(_NAMED.match(text_of(node.key) or ""))
        case ir.Attribute(name="data"):
            return _is_typed(node.of)
        case ir.Attribute():
            return bool(_NAMED.match(node.name))
        case ir.Call() if last_name(node.callee) in ("get", "str", "strip", "pop"):
            first = argument_of(node, 0)
            return bool(_NAMED.match(text_of(first) or "")) or (isinstance(first, ir.Name) and _is_typed(first))
    return False


def _password_given(call: ir.Call) -> ir.Expression | None:
    """Return the clear password among the arguments of a call, by keyword, key or comparison."""
    is_maker = last_name(call.callee)[:1].isupper()  # what a function does with it, its own body tells
    for argument in call.arguments:
        value = argument.value
        if _FIELD.match(argument.keyword) and _is_typed(value):
            return value
        if not argument.keyword and isinstance(value, ir.Name) and _FIELD.match(value.name) and is_maker:
            return value
        if isinstance(value, ir.Record):
            for key, item in value.entries:
                if _FIELD.match(text_of(key) or "") and _is_typed(item):
                    return item
    return None


def _keeps_clear(application: Application, owner: ClassInfo) -> bool:
    """Whether a class is a record of the database that does not hash a password on its own."""
    is_model = any(isinstance(one, Library) and _MODEL.search(one.name) for one in owner.lineage())
    if not is_model or any(_hashes_itself(one) for one in owner.lineage() if isinstance(one, ClassInfo)):
        return False
    maker = application.meanings.method(owner, "__init__")
    return maker is None or not any(_HASHING.search(name) for name in _called(maker.node.body))


def _hashes_itself(owner: ClassInfo) -> bool:
    """Whether a class hashes what its `password` is given: a property, a validator, an event, a type of column."""
    hears_events = any(last_name(call.callee).startswith("listen") for call in calls(owner.unit.module.body))
    for node in owner.node.body:
        match node:
            case ir.Function() if node.decorators or hears_events:
                if any(map(_HASHING.search, _called(node.body))):
                    return True
            case ir.Assign(target=ir.Name(name=name), value=ir.Call() as call) if _NAMED.match(name):
                names = [dotted(one) for one in nodes(call) if isinstance(one, ir.Name | ir.Attribute)]
                if any(_OWN_TYPE.search(one) for one in names):
                    return True
    return False


def _is_saved(function: FunctionInfo) -> bool:
    """Whether a function writes records."""
    return any(
        name.rpartition(".")[2] in ("save", "commit", "add", "flush", "merge") for name in _called(function.node.body)
    )


def _names_password(body: object) -> bool:
    for node in nodes(body):
        match node:
            case ir.Name() | ir.Attribute() if _NAMED.match(node.name):
                return True
            case ir.Const(value=str() as text) if len(text) < 400 and "pass" in text.lower():
                return True
            case ir.Argument() if node.keyword and _FIELD.match(node.keyword):
                return True
    return False


def _called(body: object) -> Iterator[str]:
    return (dotted(node.callee) for node in nodes(body) if isinstance(node, ir.Call))
