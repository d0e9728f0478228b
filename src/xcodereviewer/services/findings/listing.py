"""Lists of findings, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never
from uuid import UUID

from sqlalchemy import literal, select, tuple_

from xcodereviewer.domain.access import Actor
from xcodereviewer.domain.levels import Severity
from xcodereviewer.services.findings.wanted import Wanted, demand_sight, narrowed
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.findings import Finding

__all__ = ["Place", "Sort", "page", "place_of"]


class Sort(StrEnum):
    """The order of a list: the worst, the newest, or the first by name first; what is equal by its age."""

    SEVERITY = "severity"
    NEWEST = "newest"
    PATH = "path"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The place behind a finding in one of the orders: what it is sorted by."""

    id: UUID
    rank: int = 0  # of its severity, or its line
    text: str = ""  # its path, or its rule


async def page(
    session: ReadSession, actor: Actor, wanted: Wanted, *, sort: Sort, after: Place | None, limit: int
) -> Sequence[Finding]:
    """Return the findings that are wanted and that the actor may see, those after a place, in order."""
    await demand_sight(session, actor, wanted)
    asked = narrowed(select(Finding), actor, wanted)
    columns = _columns(sort)
    is_falling = sort in (Sort.SEVERITY, Sort.NEWEST)
    if after is not None:
        here, there = tuple_(*columns), tuple_(*_values(sort, after))
        asked = asked.where(here < there if is_falling else here > there)
    order = [column.desc() if is_falling else column.asc() for column in columns]
    return (await session.scalars(asked.order_by(*order).limit(limit))).all()


def place_of(finding: Finding, sort: Sort) -> Place:
    """Return the place behind a finding."""
    match sort:
        case Sort.SEVERITY:
            return Place(id=finding.id, rank=finding.severity.rank)
        case Sort.NEWEST:
            return Place(id=finding.id)
        case Sort.PATH:
            return Place(id=finding.id, rank=finding.line, text=finding.path)
        case Sort.RULE:
            return Place(id=finding.id, rank=finding.severity.rank, text=finding.rule)
        case _:
            assert_never(sort)


def _columns(sort: Sort) -> Sequence[Any]:
    match sort:
        case Sort.SEVERITY:
            return Finding.severity, Finding.id
        case Sort.NEWEST:
            return (Finding.id,)
        case Sort.PATH:
            return Finding.path, Finding.line, Finding.id
        case Sort.RULE:
            return Finding.rule, Finding.severity, Finding.id
        case _:
            assert_never(sort)


def _values(sort: Sort, place: Place) -> Sequence[Any]:
    """Return what stands at a place in the columns of an order."""
    given: dict[Any, Any] = {
        Finding.severity: next((severity for severity in Severity if severity.rank == place.rank), Severity.INFO),
        Finding.line: place.rank,
        Finding.path: place.text,
        Finding.rule: place.text,
        Finding.id: place.id,
    }
    return [literal(given[column], column.type) for column in _columns(sort)]
