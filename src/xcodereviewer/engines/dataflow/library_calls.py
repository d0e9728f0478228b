"""What the members of libraries do, as their models say; one that nobody described passes taints on, doubted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import PropertyKind, SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.builtin_calls import call_built_in
from xcodereviewer.engines.dataflow.entry import converted
from xcodereviewer.engines.dataflow.evaluate import concatenate, evaluate, items_of, library_names
from xcodereviewer.engines.dataflow.folding import fold_call
from xcodereviewer.engines.dataflow.guards import clearing, refine
from xcodereviewer.engines.dataflow.java_calls import resource
from xcodereviewer.engines.dataflow.patterns import (
    EVERY_KIND,
    clears_of_absence,
    clears_of_beginning,
    clears_of_pattern,
)
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.rendering import render
from xcodereviewer.engines.dataflow.shown import is_data
from xcodereviewer.engines.dataflow.state import ANY_KEY, Ended, Shape
from xcodereviewer.engines.dataflow.text_methods import MEASURES, SPLITTERS, TEXT_METHODS
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    CLEAN_START,
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
    NOTHING,
    OPEN,
    BoundMethod,
    Constant,
    Label,
    Library,
    Object,
    ParameterLabel,
    Pattern,
    Taint,
    Value,
    constant,
    join,
    tainted_by,
)
from xcodereviewer.library_models.members import ArgumentRef, Callback, Entered, Member, Sink

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.calls import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = [
    "assume_guard",
    "call_library",
    "call_unknown_method",
    "formatted",
    "read_library",
    "read_stored",
    "written",
]


_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ENDINGS = frozenset(("db", "conn", "cursor", "session"))  # `mydb`, `dbconn`: often written in one
_NUMBERS = frozenset(("builtins.int", "builtins.float", "builtins.bool", "uuid.UUID", "decimal.Decimal"))


def call_library(frame: "Frame", name: str, given: "Given", node: ir.Call, *, receiver: Value | None = None) -> Value:
    """Call a member of a library by its dotted name."""
    models = frame.analysis.models(frame.unit)
    name = models.canonical(name)
    folded = fold_call(name, given.positional) if not given.keywords and given.rest is None else None
    if folded is not None:
        return folded
    member = models.get(name)
    frame.analysis.called(frame, name, node.at, is_described=member is not None)
    if member is not None:
        _arrive(frame, member.sinks, given, node, receiver, name)
        _use_properties(frame, member, given, node, name)
        for check in member.validates:
            place = given.places.get(check.argument)
            if place is not None:
                refine(frame, place, clearing(check.clears))
        for entered in member.entered:
            _enter(frame, entered, name, given, node)
        if member.callback is not None:
            _call_back(frame, member.callback, given, node, receiver)
        if member.rendering is not None and (loaded := render(frame, member.rendering, given, node.at)) is not None:
            return loaded
    made = call_built_in(frame, name, given, node)
    if made is not None:
        return made
    if member is None:
        if receiver is not None and isinstance(node.callee, ir.Attribute):
            found = call_unknown_method(frame, receiver, node.callee, given, node, is_known=False)
            is_text = node.callee.name in TEXT_METHODS or found.things
            return found if is_text else Value(found.constants, found.taints, (Library(f"{name}()"),))
        values = [frame.live().contents(value) for value in given.all()]
        return Value(None, tainted_by(values, certain=False).taints, (Library(f"{name}()"),))
    if member.ends:
        raise Ended
    return _described(frame, member, name, given, node, receiver)


def _described(
    frame: "Frame", member: Member, name: str, given: "Given", node: ir.Call, receiver: Value | None
) -> Value:
    state = frame.live()
    at = node.at
    if member.into_self and receiver is not None:
        kept = tainted_by(_seen(frame, given, member.into_self, receiver))
        if kept.taints:
            for one, shape in list(state.shapes(receiver)):
                state.heap[one] = shape.with_any(kept)
            if not any(isinstance(one, Object) for one in receiver.things) and isinstance(node.callee, ir.Attribute):
                refine(
                    frame, node.callee.of, lambda known: Value(known.constants, join(known, kept).taints, known.things)
                )
    for source in member.call_sources if member.fills else ():
        _fill(frame, member, node, frame.analysis.source(frame, source.kind, source.what, at))
    if member.fills and not member.call_sources and receiver is not None:
        _fill(frame, member, node, tainted_by(_seen(frame, given, member.passes or ("self",), receiver)))
    if member.writes is not None and receiver is not None:
        _write_keyed(frame, member, given, receiver)
    taints = _result_taints(frame, member, given, receiver)
    for source in member.call_sources:
        if not _applies(frame, source.when, given, receiver):
            continue
        taints = join(taints, frame.analysis.source(frame, source.kind, source.what, at).cleared(source.cleared))
    if member.reads is not None and receiver is not None:
        return (
            join(_read_keyed(frame, member, given, receiver, at), taints)
            if taints.taints
            else _read_keyed(frame, member, given, receiver, at)
        )
    if member.gives is not None and (given_back := given.get(member.gives)) is not None:
        return given_back
    if member.returns == "self" and receiver is not None:
        return join(receiver, Value(NOTHING.constants, taints.taints))
    returned = member.returns or f"{name}()".removesuffix("()()")
    if member.is_object:
        site = Object(frame.unit.number, at, frame.context)
        kind = Library(models_name(frame, member, name))
        inside = Value(None, taints.taints) if taints.taints else NOTHING
        return state.allocate(site, Shape(kind, dict(given.keywords), inside)).with_taints(taints.taints)
    if returned == "text":
        return taints
    things = (Library(returned if returned.endswith("()") else f"{returned}()"),)
    return Value(None, taints.taints, things, taints.prefix)


def _fill(frame: "Frame", member: Member, node: ir.Call, content: Value) -> None:
    """Let an array or buffer that is given hold what the call puts into it."""
    for place in member.fills:
        if content.taints and isinstance(place, int) and place < len(node.arguments):
            refine(
                frame,
                node.arguments[place].value,
                lambda known: Value(None, join(Value(None, known.taints), content).taints, known.things),
            )


def models_name(frame: "Frame", member: Member, name: str) -> str:
    """Return the type of the object that a call of `member` makes."""
    return member.returns or name


def _result_taints(frame: "Frame", member: Member, given: "Given", receiver: Value | None) -> Value:
    passes = member.passes
    if member.sanitizers and passes is None:
        result = NOTHING
        for sanitizer in member.sanitizers:
            values = _seen(frame, given, (sanitizer.argument,), receiver)
            result = join(result, tainted_by(values).cleared(sanitizer.clears))
        return result if not member.returns else Value(None, result.taints)
    if passes is None and member.call_sources:
        return ANYTHING
    if passes is None and (member.returns or member.is_object or member.sinks or member.properties):
        passes = ("*", "self") if member.returns or member.is_object else ("*",)
        return tainted_by(_seen(frame, given, passes, receiver), certain=False)
    values = _seen(frame, given, passes if passes is not None else ("*", "self"), receiver)
    made = tainted_by(values)
    begun = [value for value in values if value.taints or value.prefix]
    if len(begun) == 1 and begun[0].prefix and made.taints:
        return Value(None, made.taints, (), begun[0].prefix)
    return made


def _seen(frame: "Frame", given: "Given", references: Iterable[ArgumentRef], receiver: Value | None) -> list[Value]:
    """Return the arguments, each with all that is in it."""
    state = frame.live()
    values: list[Value] = []
    for reference in references:
        if reference == "self":
            values += [receiver] if receiver is not None else []
        elif reference == "*":
            values += given.all()
        elif (value := look_into(frame, given, reference)) is not None:
            values.append(value)
    return [state.contents(value) for value in values]


def look_into(frame: "Frame", given: "Given", reference: ArgumentRef) -> Value | None:
    """Return an argument, or for `argument[key]` what stands there; one that is no container stands for itself."""
    if not isinstance(reference, str) or not reference.endswith("]"):
        return given.get(reference)
    name, *keys = reference.replace("]", "").split("[")
    value = given.get(name)
    for key in keys:
        for _, shape in frame.live().shapes(value) if value is not None else ():
            value = shape.read(int(key) if key.isdigit() else key)
            break
    return value


def _write_keyed(frame: "Frame", member: Member, given: "Given", receiver: Value) -> None:
    access = member.writes
    assert access is not None
    if access.value is None:
        return
    value = given.get(access.value)
    key = _joined_key(given, access.key)
    if value is not None:
        frame.put(receiver, ANY_KEY if key is None else key, value)


def _read_keyed(frame: "Frame", member: Member, given: "Given", receiver: Value, at: int) -> Value:
    access = member.reads
    assert access is not None
    key = _joined_key(given, access.key)
    found = NOTHING
    for _, shape in frame.live().shapes(receiver):
        inside = shape.everything() if key is None else shape.read(key)
        found = join(found, inside if inside is not None and inside is not NOTHING else ANYTHING)
    return ANYTHING if found is NOTHING else found


def _joined_key(given: "Given", references: Sequence[ArgumentRef]) -> str | None:
    """Return the key that some arguments make together; None when one is not known."""
    parts = []
    for reference in references:
        value = given.get(reference) if reference != "self" and reference != "*" else None
        only = value.only if value is not None else OPEN
        if only is OPEN:
            return None
        parts.append(str(only))
    return "\0".join(parts)


def _arrive(
    frame: "Frame", sinks: Iterable[Sink], given: "Given", node: ir.Call, receiver: Value | None, name: str
) -> None:
    """Report what arrives in the sinks of a call."""
    for sink in sinks:
        if not _applies(frame, sink.when, given, receiver):
            continue
        text = name.removeprefix("builtins.").removeprefix("*.")
        for reference in sink.arguments:
            for value in _seen(frame, given, (reference,), receiver):
                whole = look_into(frame, given, reference)
                if sink.kind is not SinkKind.HTML or whole is None or not is_data(frame, whole):
                    frame.analysis.report(frame, sink.kind, _harmful(sink, fixed(sink.kind, value)), node.at, text)


def _harmful(sink: Sink, value: Value) -> Value:
    """Return the value without the taints of which the sink says that they do nothing there."""
    if sink.begins and value.prefix and not value.prefix.startswith((sink.begins, CLEAN_START)):
        return value.untainted()
    if not sink.harmless or not value.taints:
        return value
    return value.with_taints({label: one for label, one in value.taints.items() if not one.cleared & sink.harmless})


def _applies(frame: "Frame", when: Mapping[str, Constant], given: "Given", receiver: Value | None) -> bool:
    """Whether the arguments may be those under which it is so; alternatives are tried in turn (`0 | parser`)."""
    return all(_may_be(frame, references, wanted, given, receiver) for references, wanted in when.items())


def _may_be(frame: "Frame", references: str, wanted: Constant, given: "Given", receiver: Value | None) -> bool:
    found = (_look_for(frame, given, reference.strip(), receiver) for reference in references.split("|"))
    value = next((one for one in found if one is not None), None)
    if value is None:
        return wanted is None
    if isinstance(wanted, str) and wanted.endswith("*"):
        only = value.only
        return (only if isinstance(only, str) else value.prefix).startswith(wanted[:-1])
    names = [one.name for one in value.things if isinstance(one, Library)]
    if names and not isinstance(wanted, bool | int | float):
        return wanted in names  # a member of a library by its name, and it is given
    if value.constants is None:
        return wanted is not None or "[" not in references  # an option that is given is hardly given as nothing
    return any(one is wanted or (one == wanted and type(one) is type(wanted)) for one in value.constants)


def _look_for(frame: "Frame", given: "Given", reference: str, receiver: Value | None) -> Value | None:
    """Return an argument, or what stands in it under a key; of one that is no container that is known, nothing."""
    name, *keys = reference.replace("]", "").split("[")
    value = receiver if name == "self" else given.get(name)
    for key in keys:
        shapes = [shape for _, shape in frame.live().shapes(value)] if value is not None else []
        value = shapes[0].fields.get(int(key) if key.isdigit() else key) if shapes else None
    return value


def fixed(kind: SinkKind, value: Value) -> Value:
    """Return the value without taints where its beginning decides: a URL whose host is written in the program."""
    if kind is SinkKind.LINK and value.prefix:
        return value.untainted()
    if kind is SinkKind.TEMPLATE and value.prefix.startswith(("redirect:", "forward:")):
        return value.untainted()
    if kind is SinkKind.REDIRECT and value.prefix.startswith("redirect:"):
        value = Value(value.constants, value.taints, value.things, value.prefix.removeprefix("redirect:"))
    if kind in (SinkKind.URL, SinkKind.REDIRECT) and value.taints and value.prefix.startswith(CLEAN_START):
        return value.untainted()
    return value.untainted() if value.taints and clears_of_beginning(value.prefix) & kind.bit else value


def _enter(frame: "Frame", entered: Entered, name: str, given: "Given", node: ir.Call) -> None:
    """Let functions that are handed over be known as called from outside."""
    entry = entered.entry
    pattern = converted(given.positional[0].only) if given.positional else frozenset()
    for reference in entered.arguments:
        values = given.all() if reference == "*" else [look_into(frame, given, reference)]
        for value in values:
            for function in functions_in(frame, value) if value is not None else ():
                function.converted |= pattern
                frame.analysis.enter(function, entry.of_method() if function.gets_object else entry)
                frame.analysis.register(frame, function, name, node.at, given)


def functions_in(frame: "Frame", value: Value) -> list[FunctionInfo]:
    """Return the functions that a value refers to, those in a list too."""
    found = [one for one in value.things if isinstance(one, FunctionInfo)]
    found += [one.function for one in value.things if isinstance(one, BoundMethod)]
    for _, shape in frame.live().shapes(value):
        if shape.kind in ("list", "tuple"):
            found += [one for item in shape.fields.values() for one in item.things if isinstance(one, FunctionInfo)]
    return found


def _call_back(frame: "Frame", callback: Callback, given: "Given", node: ir.Call, receiver: Value | None) -> Value:
    """Call the functions that are handed over, at once."""
    values = []
    for reference in callback.given:
        if reference == "self[]":
            values.append(items_of(frame, receiver, node.at) if receiver is not None else ANYTHING)
        else:
            seen = _seen(frame, given, (reference,), receiver)
            values.append(tainted_by(seen) if reference == "*" or not seen else seen[0])
    result = NOTHING
    for reference in callback.arguments:
        function = given.get(reference)
        if function is not None and function.things:
            result = join(result, frame.call_value(function, values, node))
    return result


def _use_properties(frame: "Frame", member: Member, given: "Given", node: ir.Call, name: str) -> None:
    for setting in member.properties:
        if not _applies(frame, setting.when, given, None):
            continue
        found = [one for ref in setting.arguments if (one := _setting(frame, given, ref)) is not None]
        value = next((one for one in found if one is not ANYTHING), found[0] if found else None)
        if value is None:
            if setting.arguments and setting.default is None and given.extra is not None:
                continue
            value = constant(setting.value if setting.value is not None else setting.default)
        names = [one.name for one in value.things if isinstance(one, Library)]
        if names:
            value = constant(names[0].removesuffix("()"))
        if setting.kind is PropertyKind.CIPHER:
            value = _transformation(frame, value, node, name)
        frame.analysis.use_property(frame, setting.kind, value, node.at, name)


def _setting(frame: "Frame", given: "Given", reference: ArgumentRef) -> Value | None:
    """Return what a call sets; None when it is known that it sets nothing."""
    if not isinstance(reference, str):
        return given.get(reference)
    name, *keys = reference.replace("]", "").split("[")
    value = given.get(name)
    for key in keys:
        if value is None or value.only is None or any(isinstance(one, FunctionInfo) for one in value.things):
            return None
        shapes = [shape for _, shape in frame.live().shapes(value)]
        if len(shapes) != 1:
            return ANYTHING
        value = shapes[0].read(int(key) if key.isdigit() else key)
    return value


_BLOCK_CIPHERS = frozenset(("aes", "des", "desede", "tripledes", "blowfish", "rc2"))


def _transformation(frame: "Frame", value: Value, node: ir.Call, name: str) -> Value:
    """Return the cipher of `cipher/mode/padding`, as Java writes it, and note the mode; without one it is ECB."""
    known = [one for one in value.constants or () if isinstance(one, str)]
    if not known or frame.unit.language != "java" or name != "javax.crypto.Cipher.getInstance":
        return value
    parts = [one.split("/") for one in known]
    modes = {(*part, "ECB")[1] for part in parts if part[0].lower() in _BLOCK_CIPHERS}
    if modes:
        frame.analysis.use_property(frame, PropertyKind.CIPHER_MODE, Value(frozenset(modes)), node.at, name)
    return Value(frozenset(part[0] for part in parts))


def call_unknown_method(
    frame: "Frame", receiver: Value, callee: ir.Attribute, given: "Given", node: ir.Call, *, is_known: bool
) -> Value:
    """Call a method of something whose type nobody knows."""
    state = frame.live()
    name = callee.name
    values = [state.contents(value) for value in given.all()]
    if not is_known:
        entered = _by_method(frame, callee, given, node, receiver)
        if entered is not None:
            return entered
    if name == "getResourceAsStream" and (found := resource(frame, given)) is not None:
        return found
    if name in MEASURES:
        return ANYTHING
    inside = state.contents(receiver)
    called = [value for value in given.all() if any(isinstance(one, FunctionInfo) for one in value.things)]
    if called:
        return _hand_over(frame, called, inside, values, node)
    if name == "join":
        return joined_text(frame, receiver, given)
    if name in TEXT_METHODS:
        made = tainted_by([inside, *_kept(name, values)])
        return Value(None, made.taints).cleared(_removed(name, given))
    if name in SPLITTERS:
        part = tainted_by([inside])
        return state.allocate(Object(frame.unit.number, node.at, frame.context), Shape("list", {}, part, None))
    below = _called(inside.taints, name)
    if is_known:
        return Value(None, below) if below else ANYTHING
    made = tainted_by([Value(None, below), *[value.doubted() for value in values]])
    if name in ("append", "add", "push", "write", "update", "extend", "insert") and values:
        _keep_in_variable(frame, callee.of, tainted_by(values))
        frame.root.wrote(state, receiver, ANY_KEY, tainted_by(values))
    return made


def _hand_over(
    frame: "Frame", functions: Sequence[Value], inside: Value, values: Sequence[Value], node: ir.Call
) -> Value:
    """Let functions be called with what the receiver and the other arguments hold: nobody said with what."""
    parts = tainted_by([inside, *values], certain=False)
    result = NOTHING
    for function in functions:
        most = max((len(one.node.parameters) for one in function.things if isinstance(one, FunctionInfo)), default=0)
        result = join(result, frame.call_value(function, [parts] * most, node))
    return tainted_by([frame.live().contents(result), inside], certain=False)


def joined_text(frame: "Frame", separator: Value, given: "Given") -> Value:
    """Return the text that `separator.join(parts)` makes."""
    state = frame.live()
    parts = given.positional[0] if given.positional else ANYTHING
    shapes = [shape for _, shape in state.shapes(parts)]
    if len(shapes) == 1 and shapes[0].length is not None and separator.only == "":
        items = [shapes[0].fields.get(number, shapes[0].rest) for number in range(shapes[0].length)]
        return concatenate(frame, items)
    return Value(None, tainted_by([state.contents(separator), state.contents(parts)]).taints)


def _kept(name: str, arguments: Sequence[Value]) -> Sequence[Value]:
    """Return the arguments that stand in the text which a method of a text gives."""
    if name in (
        "strip",
        "lstrip",
        "rstrip",
        "removeprefix",
        "removesuffix",
        "partition",
        "rpartition",
        "encode",
        "decode",
    ):
        return ()
    return arguments[1:] if name in ("replace", "replaceAll") else arguments


def _removed(name: str, given: "Given") -> int:
    """Return what a text no longer holds after `replace(old, new)`."""
    if name not in ("replace", "replaceAll") or len(given.positional) < 2:
        return 0
    for one in given.positional[0].things:
        if isinstance(one, Pattern) and "g" in one.flags and given.positional[1].only in ("", "_", "-", " "):
            return clears_of_absence(one.source)
    old, new = given.positional[0].only, given.positional[1].only
    if not isinstance(old, str) or not isinstance(new, str) or old in new:
        return 0
    return {"'": NO_SINGLE_QUOTE, '"': NO_DOUBLE_QUOTE}.get(old, 0)


def _by_method(frame: "Frame", callee: ir.Attribute, given: "Given", node: ir.Call, receiver: Value) -> Value | None:
    """Do what a method of this name does on a receiver that is called so; return what enters the program by it."""
    member = frame.analysis.models(frame.unit).by_method(callee.name)
    if member is None:
        return None
    word = _word(callee.of)
    sinks = [sink for sink in member.sinks if _fits(sink.receivers, word)]
    _arrive(frame, sinks, given, node, receiver, f"{word}.{callee.name}")
    _use_properties(frame, member, given, node, f"{word}.{callee.name}")
    for entered in member.entered:
        if _fits(entered.receivers, word):
            _enter(frame, entered, f"*.{callee.name}", given, node)
    for source in member.call_sources:
        if _fits(source.receivers, word):
            return frame.analysis.source(frame, source.kind, source.what, node.at).cleared(source.cleared)
    if member.returns and _fits(member.returned_by, word):
        return Value(NOTHING.constants, things=(Library(f"{member.returns}()"),))
    if member.passes is not None or member.sanitizers:
        return _result_taints(frame, member, given, receiver)
    return None


def _called(taints: object, name: str) -> dict[Label, Taint]:
    """Return the taints of what a method gives: that of a parameter is only known to whoever calls."""
    assert hasattr(taints, "items")
    return {
        (
            ParameterLabel(label.function, label.position, (*label.path, f".{name}()"))
            if isinstance(label, ParameterLabel) and len(label.path) < 3
            else label
        ): taint
        for label, taint in taints.items()
    }


def _keep_in_variable(frame: "Frame", place: ir.Expression, value: Value) -> None:
    """Let a variable of unknown type hold what a method put into it."""
    if value.taints:
        refine(frame, place, lambda known: join(known, Value(None, value.taints)))


def _word(node: ir.Expression) -> str:
    """Return the last name in an expression, by which people tell what it is."""
    match node:
        case ir.Name() | ir.Attribute():
            return node.name
        case ir.Call():
            return _word(node.callee)
        case ir.Index() | ir.Await():
            return _word(node.of if isinstance(node, ir.Index) else node.value)
    return ""


def _fits(receivers: Sequence[str], word: str) -> bool:
    """Whether a name has one of the words: `db_file` and `uploadedFile` have `file`, `profile` has not."""
    if not receivers:
        return True
    parts = [part.lower() for part in _NAME_PART.findall(word)]
    return any(part.startswith(one) or (part.endswith(one) and one in _ENDINGS) for part in parts for one in receivers)


def read_library(frame: "Frame", name: str, at: int) -> Value:
    """Read a member of a library."""
    name = frame.analysis.models(frame.unit).canonical(name)
    member = frame.analysis.models(frame.unit).get(name)
    thing = Library(name)
    if member is not None and member.constant is not None:
        return constant(member.constant)
    if member is None or not member.read_sources:
        returned = member.returns if member is not None and not member.call_sources else ""
        returned = "" if returned == "text" else returned  # of a call: a function is no text
        return Value(None, things=(Library(f"{returned}()") if returned else thing,))
    source = member.read_sources[0]
    entered = frame.analysis.source(frame, source.kind, source.what, at).cleared(source.cleared)
    if member.returns == "text":
        return entered
    return Value(None, entered.taints, (Library(f"{member.returns}()") if member.returns else thing,))


def read_stored(frame: "Frame", name: str, key: object, at: int) -> Value:
    """Read an item of something of a library: what the program keeps there, when it does."""
    models = frame.analysis.models(frame.unit)
    member = models.get(models.canonical(name.removesuffix("()")))
    if member is not None and member.items:
        return Value(NOTHING.constants, things=(Library(f"{member.items}()"),))
    kept = frame.analysis.stored
    if key is None:
        found = NOTHING
        for (place, _), value in kept.items():
            if place == name:
                found = join(found, value)
        return ANYTHING if found is NOTHING else found
    return kept.get((name, key)) or ANYTHING


def written(frame: "Frame", name: str, key: Value | None, value: Value, at: int) -> None:
    """Write an attribute or item of something of a library."""
    models = frame.analysis.models(frame.unit)
    name = models.canonical(name.removesuffix("()"))
    member = models.get(name) or models.by_method(name.rpartition(".")[2])
    if member is None:
        return
    text = name.removeprefix("builtins.").removeprefix("*")
    seen = frame.live().contents(value)
    for sink in member.write_sinks:
        frame.analysis.report(frame, sink.kind, fixed(sink.kind, seen), at, text)
        if sink.key is not None and key is not None:
            frame.analysis.report(frame, sink.key, key, at, text)
    for setting in member.properties:
        frame.analysis.use_property(frame, setting.kind, value, at, text)


def formatted(frame: "Frame", template: Value, value: Value, node: ir.Binary) -> None:
    """Report a format string that somebody else wrote."""
    frame.analysis.report(frame, SinkKind.FORMAT, template, node.at, "%")


def _given_as(call: ir.Call, references: Sequence[ArgumentRef]) -> list[ir.Expression]:
    """Return the arguments of a call that go by one of these positions and names."""
    return [
        argument.value
        for number, argument in enumerate(call.arguments)
        if (argument.keyword if argument.keyword else number) in references
    ]


def assume_guard(frame: "Frame", callee: Value, test: ir.Call, holds: bool) -> None:
    """Learn from a call that a model describes as a check."""
    models = frame.analysis.models(frame.unit)
    for one in callee.things:
        if not isinstance(one, Library):
            continue
        name = models.canonical(one.name)
        member = models.get(name)
        for guard in member.guards if member is not None else ():
            if guard.holds_when is holds:
                for place in _given_as(test, guard.arguments):
                    refine(frame, place, clearing(guard.clears))
        if holds and name == "builtins.isinstance" and len(test.arguments) == 2:
            kinds = library_names(frame, evaluate(frame, test.arguments[1].value))
            if kinds and all(kind in _NUMBERS for kind in kinds):
                refine(frame, test.arguments[0].value, clearing(EVERY_KIND))
        if holds and name in ("re.match", "re.fullmatch", "re.search") and len(test.arguments) >= 2:
            pattern = evaluate(frame, test.arguments[0].value).only
            if isinstance(pattern, str):
                clears = clears_of_pattern(pattern, whole=name == "re.fullmatch")
                refine(frame, test.arguments[1].value, clearing(clears))
