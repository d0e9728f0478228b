"""What is to be proved: the path of one finding, as a report tells it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from xcodereviewer.domain.kinds import SinkKind, SourceKind

__all__ = ["Claim", "ClaimedStep", "Role", "read_role"]

_ROLES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "source": re.compile(r"The value enters here: (.*)\."),
        "parameter": re.compile(r"It is the parameter `(.*)`\."),
        "assign": re.compile(r"It is kept in `(.*)`\."),
        "call": re.compile(r"It is given to `(.*)`\."),
        "sink": re.compile(r"It arrives in `(.*)`\."),
    }
)
Role = tuple[str, str]


class ClaimedStep(msgspec.Struct, frozen=True, array_like=True):
    """One step as the report tells it: its file, its span (packed), and its sentence."""

    path: str
    at: int
    message: str


class Claim(msgspec.Struct, frozen=True):
    """A path from a source of one of the kinds `source` to a sink of one of the kinds `sink`."""

    source: tuple[SourceKind, ...]
    sink: tuple[SinkKind, ...]
    steps: tuple[ClaimedStep, ...]


def read_role(message: str) -> Role | None:
    """Return what a step says that happens, and the name that it says it of; None when it says nothing of that kind."""
    found = ((role, pattern.fullmatch(message)) for role, pattern in _ROLES.items())
    return next(((role, match[1]) for role, match in found if match is not None), None)
