"""Library models read from their files: `library_models/<language>/<library>.yaml`.

docs/dataflow.md describes the format. A model knows no rule, and no rule knows a model; the kinds of
`domain/kinds.py` join them.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec
import yaml

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.kinds import PropertyKind, SinkKind, SourceKind
from xcodereviewer.library_models.files import model_files
from xcodereviewer.library_models.members import (
    NORMALISED,
    TEXT,
    ArgumentRef,
    Callback,
    Constant,
    Entered,
    EntryPoint,
    Exported,
    Guard,
    KeyedAccess,
    Member,
    Models,
    Property,
    Rendering,
    Sanitizer,
    Sink,
    Source,
)

__all__ = ["InvalidModel", "OwnModel", "load_models"]


class InvalidModel(InputError):
    """A file that is not a library model."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} is not a library model: {reason}. docs/dataflow.md describes the format.")


class OwnModel(msgspec.Struct, frozen=True, array_like=True):
    """A model file of the user: its language, its path as a person would write it, and its text."""

    language: str
    path: str
    text: str


class _Entry(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """What some members of a library are."""

    read: list[str] = []
    call: list[str] = []
    write: list[str] = []
    decorator: list[str] = []
    method_of: list[str] = []  # `Class.method`: methods that the library calls of classes that inherit from it
    exports: list[str] = []  # functions that the library calls of files …
    files: str = ""  # … whose path matches this regular expression
    source: SourceKind | None = None
    what: str = ""
    sink: SinkKind | None = None
    arguments: list[ArgumentRef] | None = None
    when: dict[str, Constant] = {}
    receivers: list[str] = []
    key: SinkKind | None = None
    harmless: list[str] = []
    begins: str = ""
    clears: list[str] = []  # `all` is every kind
    guards: list[str] = []
    holds_when: bool = True
    validates: list[str] = []
    argument: ArgumentRef = 0
    property: PropertyKind | None = None
    value: Constant = None
    default: Constant = None
    passes: list[ArgumentRef] | None = None
    into_self: list[ArgumentRef] = []
    fills: list[ArgumentRef] = []  # arguments that hold afterwards what the member gives: buffers, arrays
    returns: str = ""
    gives: ArgumentRef | None = None  # the result is this argument
    items: str = ""
    route: bool = False
    object: bool = False
    reads: list[ArgumentRef] = []  # the arguments that are the key under which a value is read
    writes: list[ArgumentRef] = []  # the same for writing; `value-at` is the argument that is kept
    value_at: ArgumentRef | None = None
    ends: bool = False
    template: list[ArgumentRef] = []  # the argument that names a template of the program which is run …
    context: list[ArgumentRef] = []  # … with these variables
    request: list[ArgumentRef] = []
    escapes: str = "always"
    parameters: SourceKind | None = None
    result: SinkKind | None = None
    types: dict[int, str] = {}
    error_first: int = 0  # functions with so many parameters get an error before the others
    provided: list[str] = []  # what stands in place of a parameter that the program fills itself: `= Depends(…)`
    enters: list[ArgumentRef] = []  # arguments that are functions which are called from outside
    calls: list[ArgumentRef] = []  # arguments that are functions which are called at once …
    calls_with: list[ArgumentRef] = []  # … with these arguments


class _ModelFile(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """One library."""

    library: str
    about: str
    members: list[_Entry]
    aliases: dict[str, str] = {}
    version: str = ""


# A template is handed objects of the program's libraries; EJS puts values into pages.
_KNOWN_TO = MappingProxyType({"html": ("python", "html"), "javascript": ("html", "javascript")})


def load_models(language: str, *folders: Path, own: Sequence[OwnModel] = ()) -> Models:
    """Load the models of one language: ours, those of more folders that have the same layout, and those in `own`.

    Raises:
        InvalidModel: a file is not a model.
    """
    members: dict[str, Member] = {}
    aliases: dict[str, str] = {}
    called: dict[str, list[tuple[str, EntryPoint]]] = {}
    exported: list[Exported] = []
    known = _KNOWN_TO.get(language, (language,))
    files = [(path.name, path.read_bytes()) for one in known for path in model_files(one, *folders)]
    files += [(one.path, one.text.encode()) for one in own if one.language in known]
    for name, content in files:
        model = _parse(name, content)
        aliases |= model.aliases
        try:
            for entry in model.members:
                _add(entry, members, called)
                if entry.exports:
                    point = _entry_point(entry)
                    exported.append(Exported(files=re.compile(entry.files), names=tuple(entry.exports), entry=point))
        except (ValueError, re.error) as error:
            raise InvalidModel(name, str(error)) from error
    return Models(members, aliases, called, exported)


def _parse(name: str, content: bytes) -> _ModelFile:
    try:
        loaded = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
        return msgspec.convert(loaded, _ModelFile)
    except yaml.YAMLError as error:
        raise InvalidModel(name, f"not valid YAML ({' '.join(str(error).split())})") from error
    except msgspec.ValidationError as error:
        raise InvalidModel(name, str(error)) from error


def _add(entry: _Entry, members: dict[str, Member], called: dict[str, list[tuple[str, EntryPoint]]]) -> None:
    for name in entry.read:
        member = members.setdefault(name, Member())
        member.returns = entry.returns or member.returns
        member.constant = entry.value if entry.value is not None else member.constant
        member.items = entry.items or member.items
        member.is_of_route = entry.route or member.is_of_route
        if entry.source is not None:
            member.read_sources.append(_source(entry))
        else:
            member.cleared |= _bits(entry.clears)
    rendering = _rendering(entry) if entry.template else None
    for name in entry.call:
        member = members.setdefault(name, Member())
        member.rendering = rendering or member.rendering
        _add_call(entry, members.setdefault(name, Member()))
    for name in entry.write:
        member = members.setdefault(name, Member())
        if entry.sink is not None:
            member.write_sinks.append(_sink(entry))
        if entry.property is not None:
            member.properties.append(Property(kind=entry.property))
    point = _entry_point(entry)
    for name in entry.decorator:
        member = members.setdefault(name, Member())
        member.renders = rendering
        member.entry = point if rendering is None else member.entry
    for name in entry.method_of:
        base, _, method = name.rpartition(".")
        called.setdefault(base, []).append((method, point))


def _add_call(entry: _Entry, member: Member) -> None:
    if entry.source is not None:
        member.call_sources.append(_source(entry))
    if entry.sink is not None:
        member.sinks.append(_sink(entry))
    if entry.clears and entry.source is None:
        member.sanitizers.append(Sanitizer(clears=_bits(entry.clears), argument=entry.argument))
    if entry.guards:
        member.guards.append(
            Guard(
                clears=_bits(entry.guards),
                arguments=tuple(entry.arguments or (entry.argument,)),
                holds_when=entry.holds_when,
            )
        )
    if entry.validates:
        member.validates.append(Sanitizer(clears=_bits(entry.validates), argument=entry.argument))
    if entry.property is not None:
        arguments = tuple(entry.arguments or ()) if entry.sink is None else ()
        member.properties.append(
            Property(
                kind=entry.property, arguments=arguments, value=entry.value, default=entry.default, when=entry.when
            )
        )
    if entry.passes is not None:
        member.passes = tuple(entry.passes)
    if entry.into_self:
        member.into_self = tuple(entry.into_self)
    if entry.fills:
        member.fills = tuple(entry.fills)
    if entry.reads:
        member.reads = KeyedAccess(key=tuple(entry.reads))
    if entry.writes:
        member.writes = KeyedAccess(key=tuple(entry.writes), value=entry.value_at)
    if entry.enters:
        member.entered.append(
            Entered(arguments=tuple(entry.enters), entry=_entry_point(entry), receivers=tuple(entry.receivers))
        )
    if entry.calls:
        member.callback = Callback(arguments=tuple(entry.calls), given=tuple(entry.calls_with))
    if entry.returns:
        member.returns, member.returned_by = entry.returns, tuple(entry.receivers)
    member.gives = entry.gives if entry.gives is not None else member.gives
    member.is_object = entry.object or member.is_object
    member.ends = entry.ends or member.ends


def _rendering(entry: _Entry) -> Rendering:
    return Rendering(
        name=tuple(entry.template), context=tuple(entry.context), request=tuple(entry.request), escapes=entry.escapes
    )


def _entry_point(entry: _Entry) -> EntryPoint:
    return EntryPoint(
        parameters=entry.parameters,
        what=entry.what,
        result=entry.result,
        types=entry.types,
        error_first=entry.error_first,
        provided=frozenset(entry.provided),
    )


def _source(entry: _Entry) -> Source:
    assert entry.source is not None
    return Source(
        kind=entry.source,
        what=entry.what or str(entry.source),
        receivers=tuple(entry.receivers),
        when=entry.when,
        cleared=_bits(entry.clears),
    )


def _sink(entry: _Entry) -> Sink:
    assert entry.sink is not None
    arguments = tuple(entry.arguments) if entry.arguments is not None else (0,)
    return Sink(
        kind=entry.sink,
        arguments=arguments,
        when=entry.when,
        harmless=_bits(entry.harmless),
        begins=entry.begins,
        receivers=tuple(entry.receivers),
        key=entry.key,
    )


_NAMED = {"all": sum(one.bit for one in SinkKind), "normalised": NORMALISED, "text": TEXT}


def _bits(kinds: Iterable[str]) -> int:
    bits = 0
    for kind in kinds:
        bits |= _NAMED.get(kind) or SinkKind(kind).bit
    return bits
