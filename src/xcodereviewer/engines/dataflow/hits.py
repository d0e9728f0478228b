"""What the analysis found, before rules say what of it is a weakness."""

from typing import NamedTuple

from xcodereviewer.domain.kinds import PropertyKind, SinkKind
from xcodereviewer.engines.dataflow.values import Constant, Label, Taint

__all__ = ["Arrival", "Hit", "Line", "PropertyUse"]

Arrival = tuple[int, int, SinkKind]  # a sink that was looked at: its module, its place, its kind


class Line(NamedTuple):
    """A line of a file of the program."""

    path: str
    number: int


class Hit(NamedTuple):
    """A value with a label arrives in a sink at `at` of the module `unit`; the taint's trace ends there."""

    kind: SinkKind
    unit: int
    at: int
    label: Label
    taint: Taint
    text: str


class PropertyUse(NamedTuple):
    """A call makes a setting; `constants` are the values it may have."""

    kind: PropertyKind
    unit: int
    at: int
    constants: frozenset[Constant]
    text: str
