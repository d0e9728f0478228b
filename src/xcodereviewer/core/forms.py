"""What someone wrote, read into the form it must have; where it does not fit, one sentence says what to write."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, TypeAlias, TypeVar

import msgspec
from msgspec import inspect

__all__ = ["Misfit", "Path", "fit", "fit_json", "nearest", "shown", "spelled"]

Form = TypeVar("Form")
Path: TypeAlias = tuple[str | int, ...]  # the keys and indices that lead to a value

_PLACE = re.compile(r"(?P<said>.*?)(?: - at (?P<of_key>`key` in )?`\$(?P<path>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([\w-]+)|\[(\d+|\.\.\.)\]")
_QUOTED = re.compile(r"`([^`]*)`|'(.*)'", re.DOTALL)
_LONGEST_SHOWN = 60  # characters of a value in a sentence


class Misfit(ValueError):
    """A value that its form does not allow; `path` leads to it, `word` is a text in it that is to blame, if one is."""

    def __init__(self, reason: str, *, path: Path = (), word: str = "", owner: str = "") -> None:
        super().__init__(f"{owner}: {reason}" if owner else reason)
        self.reason = reason
        self.path = path
        self.word = word

    def of(self, owner: str) -> "Misfit":
        """Return the same error, whose message begins with the name of what does not fit."""
        return Misfit(self.reason, path=self.path, word=self.word, owner=owner)


def fit(content: object, form: type[Form], *, within: Path = ()) -> Form:
    """Return `content` (JSON-like) as a `form`; `within` is where it stands in what the user wrote.

    Raises:
        Misfit: it does not fit.
    """
    try:
        return msgspec.convert(content, form)
    except msgspec.ValidationError as error:
        raise _misfit(str(error), content, form, within) from error


def fit_json(text: str, form: type[Form], *, within: Path = ()) -> Form:
    """Return what the JSON `text` says as a `form`.

    Raises:
        Misfit: it does not fit.
    """
    try:
        return msgspec.json.decode(text, type=form)
    except msgspec.ValidationError:
        return fit(msgspec.json.decode(text), form, within=within)


def spelled(path: Iterable[str | int]) -> str:
    """Return a path as people write one: `match.where[0].is`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def shown(value: object) -> str:
    """Return a value as a sentence names it."""
    match value:
        case None:
            return "empty"
        case bool():
            return f"`{str(value).lower()}`"
        case Mapping():
            return "a mapping"
        case str() | int() | float():
            text = " ".join("".join(char if char.isprintable() else " " for char in str(value)).split())
            return f"`{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + '…'}`" if text else "empty"
        case Sequence():
            return "a list" if value else "an empty list"
        case _:
            return f"`{value}`"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a question for the known word that is meant, or the list of them all."""
    words = list(known)
    near = difflib.get_close_matches(word.lower(), words, n=1)
    return f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(words)}"


def _misfit(message: str, content: object, form: type[object], within: Path) -> Misfit:
    found = _PLACE.fullmatch(message)
    assert found is not None  # the expression takes any text
    path, value, kind = _resolve(found["path"] or "", content, inspect.type_info(form))
    place = (*within, *path)
    name = f"`{spelled(place)}`" if place else "the file"
    quoted = next(filter(None, (text[1] or text[2] for text in _QUOTED.finditer(found["said"]))), "")
    if found["of_key"]:
        return Misfit(f"{name} has a key `{quoted}`; {_wanted(kind, quoted)}", path=(*place, quoted))
    if found["said"].startswith("Object contains unknown"):
        return Misfit(f"{name} has an unknown key `{quoted}`; {nearest(quoted, _keys(kind))}", path=(*place, quoted))
    if found["said"].startswith("Object missing required"):
        return Misfit(f"{name} lacks `{quoted}`; add it", path=place)
    return Misfit(f"{name} is {shown(value)}; {_wanted(kind, value)}", path=place)


def _resolve(text: str, content: object, kind: inspect.Type) -> tuple[Path, object, inspect.Type]:
    """Follow a path as msgspec writes it, through the value and its type; as far as it can be told."""
    path: list[str | int] = []
    for key, index in _STEP.findall(text):
        plain = _plain(kind)
        if key and isinstance(content, Mapping):
            fields = {f.encode_name: f.type for one in plain if isinstance(one, inspect.StructType) for f in one.fields}
            step, kind = key, fields.get(key, kind)
        elif index == "..." and isinstance(content, Mapping):
            kind = next(one.value_type for one in plain if isinstance(one, inspect.DictType))
            step = next((name for name, value in content.items() if not _fits(value, kind)), "")
            if not step:
                break
        elif index.isdigit() and isinstance(content, list):
            step, kind = int(index), next(one.item_type for one in plain if isinstance(one, inspect.ListType))
        else:
            break
        path.append(step)
        content = content[step]
    return tuple(path), content, kind


def _fits(value: object, kind: inspect.Type) -> bool:
    """Whether a value of a mapping is right, as far as it is asked which of several is not."""
    for one in _plain(kind):
        try:
            if isinstance(one, inspect.StructType):
                msgspec.convert(value, one.cls)
            elif isinstance(one, inspect.IntType) and one.ge is not None:
                msgspec.convert(value, Annotated[int, msgspec.Meta(ge=one.ge)])
        except msgspec.ValidationError:
            return False
    return True


def _plain(kind: inspect.Type) -> list[inspect.Type]:
    """Return the types that a value may have, without what is said about them."""
    if isinstance(kind, inspect.Metadata):
        return _plain(kind.type)
    return [plain for one in kind.types for plain in _plain(one)] if isinstance(kind, inspect.UnionType) else [kind]


def _keys(kind: inspect.Type) -> list[str]:
    return [field.encode_name for one in _plain(kind) if isinstance(one, inspect.StructType) for field in one.fields]


def _wanted(kind: inspect.Type, value: object) -> str:
    """Say what is to be written instead."""
    plain = _plain(kind)
    words = [word for one in plain for word in _words_of(one)]
    if isinstance(kind, inspect.Metadata) and (kind.extra_json_schema or {}).get("description"):
        return f"write {kind.extra_json_schema['description']}"  # type: ignore[index] # it has the key, as asked above
    if words and isinstance(value, str):
        return nearest(value, words)
    if isinstance(plain[0], inspect.StrType) and value is not None and not isinstance(value, str | list | Mapping):
        return "put it in quotes"
    return f"write {' or '.join(_names(plain))}"


def _words_of(kind: inspect.Type) -> list[str]:
    match kind:
        case inspect.EnumType(cls=cls):
            return [str(member.value) for member in cls]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
        case inspect.DictType(key_type=key):
            return _words_of(key)
        case _:
            return []


def _names(kinds: Iterable[inspect.Type]) -> Iterable[str]:
    for kind in kinds:
        match kind:
            case inspect.StrType(min_length=least):
                yield "a text" if least is None else f"a text of {least} characters or more"
            case inspect.IntType(ge=least):
                yield "a whole number" if least is None else f"a whole number from {least} on"
            case inspect.FloatType(ge=least):
                yield "a number" if least is None else f"a number from {least:g} on"
            case inspect.BoolType():
                yield "true or false"
            case inspect.ListType(min_length=least):
                yield "a list that is not empty" if least else "a list"
            case inspect.StructType() | inspect.DictType():
                yield "a mapping"
            case inspect.EnumType() | inspect.LiteralType():
                yield f"one of {', '.join(_words_of(kind))}"
            case _:
                pass
