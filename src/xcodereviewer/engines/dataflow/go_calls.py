"""What Go's own functions and a few of its standard library do that is more than where their taints go."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.casts import cast_value
from xcodereviewer.engines.dataflow.concatenation import concatenate
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.go_crypto import CRYPTO_CALLS
from xcodereviewer.engines.dataflow.go_texts import formatted, may_be_page, printed, removed
from xcodereviewer.engines.dataflow.guards import refine
from xcodereviewer.engines.dataflow.library_sinks import fixed
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND, clears_of_absence
from xcodereviewer.engines.dataflow.ranged_go import is_ranged_function, ranged
from xcodereviewer.engines.dataflow.reading import items_of, library_names
from xcodereviewer.engines.dataflow.state import ANY_KEY, Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NORMALISED,
    NOTHING,
    Constant,
    Library,
    Object,
    Taint,
    Value,
    constant,
    join,
    tainted_by,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["GO_CALLS"]

_Call = Callable[["Frame", "Given", ir.Call], Value | None]
_SIZE = SinkKind.SIZE.bit
_UNPACKED = frozenset(("compress/gzip.Reader()", "archive/zip.Content()", "archive/tar.Reader()"))
_PATHS = SinkKind.PATH.bit | SinkKind.PATH_WRITE.bit | SinkKind.ARCHIVE.bit


def _made(frame: "Frame", node: ir.Call, shape: Shape) -> Value:
    return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), shape)


def _number(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    value = given.positional[0] if given.positional else ANYTHING
    if isinstance(value.only, int | float):
        return value
    return Value(None, value.taints).cleared(EVERY_KIND)


def _make(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    is_empty = not given.positional or given.positional[0].only == 0
    return _made(frame, node, Shape("list", {}, NOTHING, 0) if is_empty else Shape("list", {}, ANYTHING, None))


def _channel(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return _made(frame, node, Shape("channel", {}))


def _receive(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return items_of(frame, given.positional[0], node.at) if given.positional else None


def _send(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    channel, value = given.positional
    _put_into(frame, channel, value, node)
    return ANYTHING


def _put_into(frame: "Frame", of: Value, value: Value, node: ir.Call) -> None:
    """Let what the first argument of a call refers to hold a value somewhere."""
    state = frame.live()
    shapes = list(state.shapes(of))
    for one, shape in shapes:
        state.heap[one] = shape.blurred(value)
    frame.root.wrote(state, of, ANY_KEY, value)
    inside = state.contents(value)
    if not shapes and inside.taints:
        refine(frame, node.arguments[0].value, lambda known: join(known, Value(None, inside.taints)))


def _keys(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    key = _key(frame, given, node)
    return _made(frame, node, Shape("list", {}, key if key is not None else ANYTHING, None))


def _key(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """Return the key that `range` gives: of a map that is known one of its keys, of a channel what it brings, else a
    number."""
    of = given.positional[0] if given.positional else ANYTHING
    if is_ranged_function(of):
        return ranged(frame, of, node.at)[0]
    if any(shape.kind == "channel" for _, shape in frame.live().shapes(of)):
        return items_of(frame, of, node.at)
    if any(isinstance(one, Library) for one in of.things):
        return Value(None, of.taints)
    if any(shape.kind == "dict" for _, shape in frame.live().shapes(of)):
        return items_of(frame, of.untainted(), node.at, keys=True)
    return ANYTHING


def _append(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if not given.positional:
        return None
    state = frame.live()
    of, *items = given.positional
    shapes = [shape for _, shape in state.shapes(of)]
    if len(shapes) == 1 and shapes[0].length is not None and given.rest is None and not of.taints:
        length = shapes[0].length
        if length + len(items) <= 16:
            fields: dict[Constant, Value] = dict(shapes[0].fields)
            fields |= {length + number: item for number, item in enumerate(items)}
            return _made(frame, node, Shape("list", fields, NOTHING, length + len(items)))
    inside = Value(None, of.taints) if of.taints else NOTHING
    for shape in shapes:
        inside = join(inside, shape.everything())
    for item in (*items, *((given.rest,) if given.rest is not None else ())):
        inside = join(inside, item)
    return _made(frame, node, Shape("list", {}, inside, None))


def _copy(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if len(given.positional) == 2:
        _put_into(frame, given.positional[0], tainted_by((frame.live().contents(given.positional[1]),)), node)
    return ANYTHING


def _error(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return constant("error")  # it is none of the values that count as no error; what it says goes nowhere


def _sprintf(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return formatted(frame, given.positional, given.rest)


def _sprint(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return printed(frame, given.positional, given.rest)


def _written(of: Callable[["Frame", Sequence[Value], Value | None], Value]) -> _Call:
    """Return what `fmt.Fprintf(w, …)` does, which is `w.Write(…)` of the text."""

    def called(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
        if not given.positional or not node.arguments:
            return None
        text = of(frame, given.positional[1:], given.rest)
        _write(frame, given.positional[0], text, node)
        return ANYTHING

    return called


def _write(frame: "Frame", writer: Value, text: Value, node: ir.Call) -> None:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.library_calls import call_library

    place = node.arguments[0].value
    call = ir.Call(node.at, ir.Attribute(node.at, place, "Write"), (ir.Argument(ir.Const(node.at, None)),))
    names = library_names(frame, writer)
    for name in names:
        call_library(frame, f"{name}.Write", Given([text]), call, receiver=writer)
    if not names and text.taints:
        _put_into(frame, writer, Value(None, text.taints), node)


def _executed(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`text/template` writes what it is given as it is, into a page too."""
    if len(given.positional) > 1 and "net/http.ResponseWriter()" in library_names(frame, given.positional[0]):
        shown = frame.live().contents(given.positional[-1])
        if may_be_page(frame, shown):
            frame.analysis.report(frame, SinkKind.HTML, shown, node.at, "text/template")
    return None


def _logged(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`log.Printf(format, …)`: the text that is made of them arrives in the log."""
    frame.analysis.report(frame, SinkKind.LOG, formatted(frame, given.positional, given.rest), node.at, "log.Printf")
    return ANYTHING


def _first(frame: "Frame", values: Sequence[Value], rest: Value | None) -> Value:
    return frame.live().contents(values[0]) if values else ANYTHING


def _clean(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`path.Clean(x)`: below the root there is no `..` left."""
    value = given.positional[0] if given.positional else ANYTHING
    text = Value(value.constants, value.taints, (), value.prefix)
    return text.cleared(NORMALISED | (_PATHS if value.prefix[:1] == "/" else 0))


def _join_path(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`path.Join(…)`: the same, and what stands first decides where it begins."""
    if given.rest is not None or not given.positional:
        return None
    is_rooted = given.positional[0].only == "/"
    parts: list[Value] = []
    for value in given.positional:
        parts += [value, constant("/")] if value is not given.positional[-1] else [value]
    joined = concatenate(frame, parts)
    return joined.cleared(NORMALISED | (_PATHS if is_rooted else 0))


def _replaced(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`strings.ReplaceAll(text, old, new)`: what it takes out is no longer there."""
    if len(given.positional) < 3:
        return None
    text, old, new = given.positional[:3]
    made = tainted_by([frame.live().contents(text), frame.live().contents(new)])
    return made.cleared(removed(old.only, new.only))


def _set_header(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """Note which type the answer has, and where it leads."""
    if len(given.positional) != 2:
        return None
    name, value = str(given.positional[0].only).lower(), given.positional[1]
    if name == "content-type":
        known = frame.root.content_type
        frame.root.content_type = value if known is None else join(known, value)
    elif name == "location":
        frame.analysis.report(frame, SinkKind.REDIRECT, fixed(SinkKind.REDIRECT, value), node.at, "Location")
    return None


def _pattern(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`regexp.MustCompile(text)`: the expression is known, and what it replaces and tests with it."""
    if not given.positional:
        return None
    return _made(frame, node, Shape(Library("regexp.Regexp"), {"pattern": given.positional[0].untainted()}))


def _removed_pattern(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`pattern.ReplaceAllString(text, new)`: what matches is no longer there."""
    source = constant(None)
    if isinstance(node.callee, ir.Attribute):
        for _, shape in frame.live().shapes(evaluate(frame, node.callee.of)):
            source = shape.fields.get("pattern", source)
    if len(given.positional) < 2 or not isinstance(source.only, str):
        return None
    clears = clears_of_absence(source.only) if given.positional[1].only in ("", "_", "-", " ") else 0
    return tainted_by([frame.live().contents(value) for value in given.positional]).cleared(clears)


def _decoded(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`json.Unmarshal(data, &x)`: what is in the text is in the variable."""
    if len(given.positional) < 2 or len(node.arguments) < 2:
        return None
    content = Value(None, frame.live().contents(given.positional[0]).taints)
    if content.taints:
        refine(
            frame,
            node.arguments[1].value,
            lambda known: Value(None, join(Value(None, known.taints), content).taints, known.things),
        )
    return ANYTHING


def _limited(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`http.MaxBytesReader(w, r.Body, n)`: what is read of this request's body from here on has an end."""
    if len(given.positional) < 2:
        return None
    frame.root.body_is_limited = True
    return given.positional[1].cleared(SinkKind.SIZE.bit)


def _unpacking(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`gzip.NewReader(r)`: what is packed may be a thousand times as long, whatever limit `r` has."""
    packed = given.positional[0] if given.positional else ANYTHING
    taints = {label: Taint(one.cleared & ~_SIZE, one.certain, one.trace) for label, one in packed.taints.items()}
    return Value(None, taints, (Library("compress/gzip.Reader()"),))


def _read_all(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`io.ReadAll(r)`: as long as `r` is, when it is sure that a stranger sends it."""
    if given.positional:
        content = frame.live().contents(given.positional[0])
        sure = {label: taint for label, taint in content.taints.items() if taint.certain}
        frame.analysis.report(frame, SinkKind.SIZE, content.with_taints(sure), node.at, "io.ReadAll")
    return None


def _streamed(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`io.Copy(w, r)`: `r` is written piece by piece; what is unpacked meanwhile may fill the disk."""
    if len(given.positional) > 1 and _UNPACKED.intersection(library_names(frame, given.positional[1])):
        content = frame.live().contents(given.positional[1])
        frame.analysis.report(frame, SinkKind.SIZE, content, node.at, "io.Copy")
    return _written(_first)(frame, given, node)


def _least(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`min(n, 100)`: whatever a stranger wants, it is no more than what the program says."""
    if all(value.taints for value in given.positional):
        return None
    return tainted_by(given.positional).cleared(SinkKind.SIZE.bit)


def _calls(function: _Call, names: str) -> dict[str, _Call]:
    return dict.fromkeys(names.split(), function)


GO_CALLS: Mapping[str, _Call] = MappingProxyType(
    {
        "builtins.number": _number,
        "builtins.cast": cast_value,
        "builtins.make": _make,
        "builtins.channel": _channel,
        "builtins.receive": _receive,
        "builtins.send": _send,
        "builtins.keys": _keys,
        "builtins.key": _key,
        "builtins.append": _append,
        "builtins.copy": _copy,
        "fmt.Errorf": _error,
        "errors.New": _error,
        "fmt.Sprintf": _sprintf,
        "log.Printf": _logged,
        "fmt.Fprintf": _written(formatted),
        "io.WriteString": _written(_first),
        **_calls(_sprint, "fmt.Sprint fmt.Sprintln"),
        **_calls(_written(printed), "fmt.Fprint fmt.Fprintln"),
        **_calls(_streamed, "io.Copy io.CopyBuffer"),
        "io.CopyN": _written(_first),
        **_calls(_read_all, "io.ReadAll io/ioutil.ReadAll"),
        "net/http.MaxBytesReader": _limited,
        **_calls(_unpacking, "compress/gzip.NewReader compress/zlib.NewReader compress/flate.NewReader"),
        **_calls(_unpacking, "compress/bzip2.NewReader github.com/klauspost/compress/zstd.NewReader"),
        "builtins.min": _least,
        **_calls(_executed, "text/template.Template.Execute text/template.Template.ExecuteTemplate"),
        **_calls(_clean, "path.Clean path/filepath.Clean"),
        **_calls(_join_path, "path.Join path/filepath.Join"),
        **_calls(_replaced, "strings.ReplaceAll strings.Replace"),
        **CRYPTO_CALLS,
        **_calls(_decoded, "encoding/json.Unmarshal encoding/json.UnmarshalStrict"),
        **_calls(_pattern, "regexp.MustCompile regexp.Compile"),
        **_calls(_removed_pattern, "regexp.Regexp.ReplaceAllString regexp.Regexp.ReplaceAllLiteralString"),
        **_calls(_set_header, "net/http.Header.Set net/http.Header.Add"),
    }
)
