"""JSON that is written while it is made, so that a report of any length takes little memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

import msgspec

__all__ = ["Items", "Members", "write_json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """An array whose items are made one after the other."""

    of: Iterable[object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """An object whose members are made one after the other."""

    of: Iterable[tuple[str, object]]


def write_json(out: TextIO, value: object) -> None:
    """Write `value`, each item and member on its own line; anything but `Items` and `Members` is encoded whole.

    Raises:
        OSError: `out` cannot take it.
    """
    match value:
        case Items(of=values):
            _write_between(out, "[", "]", ((None, item) for item in values))
        case Members(of=members):
            _write_between(out, "{", "}", members)
        case _:
            out.write(msgspec.json.encode(value).decode())


def _write_between(out: TextIO, opening: str, closing: str, parts: Iterable[tuple[str | None, object]]) -> None:
    out.write(opening)
    separator = "\n"
    for name, value in parts:
        out.write(separator)
        if name is not None:
            out.write(msgspec.json.encode(name).decode() + ": ")
        write_json(out, value)
        separator = ",\n"
    out.write(closing)
