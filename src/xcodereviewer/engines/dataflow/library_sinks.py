"""What arrives where when a member of a library is called: its sinks and its settings."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import PropertyKind, SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.go_texts import may_be_page
from xcodereviewer.engines.dataflow.patterns import (
    clears_of_beginning,
)
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.shown import is_data, is_java_object
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    CLEAN_START,
    NOTHING,
    Constant,
    Library,
    Value,
    constant,
)
from xcodereviewer.library_models.members import ArgumentRef, Member, Sink

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["applies", "arrive", "fixed", "look_into", "origin_of", "seen_of", "use_properties"]


def seen_of(frame: "Frame", given: "Given", references: Iterable[ArgumentRef], receiver: Value | None) -> list[Value]:
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


def arrive(
    frame: "Frame", sinks: Iterable[Sink], given: "Given", node: ir.Call, receiver: Value | None, name: str
) -> None:
    """Report what arrives in the sinks of a call."""
    for sink in sinks:
        if not applies(frame, sink.when, given, receiver):
            continue
        text = name.removeprefix("builtins.").removeprefix("*.")
        if sink.when:
            served = given.all() if receiver is None else [*given.all(), receiver]
            frame.analysis.instruments.note_service(frame, served, sink.kind, node.at)
        for reference in sink.arguments:
            for value in seen_of(frame, given, (reference,), receiver):
                whole = look_into(frame, given, reference)
                if sink.kind is SinkKind.SESSION and whole is not None and is_java_object(frame, whole):
                    continue
                if sink.kind is SinkKind.HTML and frame.unit.language == "go" and not may_be_page(frame, value):
                    continue
                if sink.kind is not SinkKind.HTML or whole is None or not is_data(frame, whole):
                    frame.analysis.report(frame, sink.kind, _harmful(sink, fixed(sink.kind, value)), node.at, text)


def _harmful(sink: Sink, value: Value) -> Value:
    """Return the value without the taints of which the sink says that they do nothing there."""
    if sink.begins and value.prefix and not value.prefix.startswith((sink.begins, CLEAN_START)):
        return value.untainted()
    if not sink.harmless or not value.taints:
        return value
    return value.with_taints({label: one for label, one in value.taints.items() if not one.cleared & sink.harmless})


def applies(frame: "Frame", when: Mapping[str, Constant], given: "Given", receiver: Value | None) -> bool:
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
        if name == "self" and value is None and shapes and shapes[0].rest is not NOTHING:
            value = shapes[0].rest  # what was set under a name that is not known may be this
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


def use_properties(frame: "Frame", member: Member, given: "Given", node: ir.Call, name: str) -> None:
    for setting in member.properties:
        if not applies(frame, setting.when, given, None):
            continue
        found = [one for ref in setting.arguments if (one := _setting(frame, given, ref)) is not None]
        value = next((one for one in found if one is not ANYTHING), found[0] if found else None)
        if value is None:
            if setting.arguments and setting.default is None and given.extra is not None:
                continue
            value = constant(setting.value if setting.value is not None else setting.default)
        if setting.kind in _ORIGINS:
            value = origin_of(frame, value)
        names = [one.name for one in value.things if isinstance(one, Library) and one.name != "builtins.number()"]
        if names:
            value = constant(names[0].removesuffix("()"))
        if setting.kind is PropertyKind.CIPHER:
            value = _transformation(frame, value, node, name)
        frame.analysis.use_property(frame, setting.kind, value, node.at, name)


_ORIGINS = frozenset((PropertyKind.KEY_ORIGIN, PropertyKind.NONCE_ORIGIN))


def origin_of(frame: "Frame", value: Value) -> Value:
    """Return `literal` for a text or list of bytes that stands in the program, anything for what does not."""
    shapes = [shape for _, shape in frame.live().shapes(value)]
    inside = [item for shape in shapes for item in (*shape.fields.values(), shape.rest) if item is not NOTHING]
    if value.taints or len(shapes) != len(value.things) or (shapes and not inside):
        return ANYTHING
    literals = [one for item in inside or [value] for one in item.constants or ()]
    is_whole = all(item.constants and not item.taints for item in inside or [value])
    is_text = is_whole and all(isinstance(one, int if inside else str) for one in literals) and any(literals)
    return constant("literal") if is_text else ANYTHING


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
