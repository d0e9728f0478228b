"""Which findings are asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.domain.levels import Category, Confidence, Severity, State
from xcodereviewer.services.access import demand, demand_scope
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.findings import Finding, Sighting, in_state_today
from xcodereviewer.store.projects import visible_projects

__all__ = ["CLOSED_SETS", "Wanted", "demand_sight", "narrowed", "narrowed_openly"]

_LAST = "\U0010ffff"  # sorts after every other character
_Selected = TypeVar("_Selected", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which findings are asked for; what is empty or None does not narrow.

    `words` must each stand somewhere in rule, path or message, in whatever case; `is_new` asks for those that no review
    before `review_id` saw; `until` for those that are accepted up to that day at most.
    """

    project_id: UUID | None = None
    review_id: UUID | None = None
    is_new: bool | None = None
    states: Sequence[State] = ()
    severities: Sequence[Severity] = ()
    categories: Sequence[Category] = ()
    confidences: Sequence[Confidence] = ()
    rules: Sequence[str] = ()
    cwes: Sequence[int] = ()
    path: str = ""
    words: str = ""
    is_present: bool | None = None
    assignee_id: UUID | None = None
    until: date | None = None


# What narrows to the values of each set.
CLOSED_SETS: Mapping[str, Callable[[Any], ColumnElement[bool]]] = {
    "states": in_state_today,
    "severities": Finding.severity.in_,
    "categories": Finding.category.in_,
    "confidences": Finding.confidence.in_,
    "rules": Finding.rule.in_,
    "cwes": Finding.cwe.in_,
}


async def demand_sight(session: ReadSession, actor: Actor, wanted: Wanted) -> None:
    """Return when the actor may ask for these.

    Raises:
        NoSuchObject: they are of a project that he may not see.
    """
    demand_scope(actor, Scope.READ)
    if wanted.project_id is not None:
        await demand(session, actor, wanted.project_id, ProjectRole.VIEWER, scope=Scope.READ)


def narrowed(asked: _Selected, actor: Actor, wanted: Wanted) -> _Selected:
    """Return the query for what is wanted among the findings that the actor may see."""
    asked = narrowed_openly(asked, actor, wanted)
    for name, is_one_of in CLOSED_SETS.items():
        values = getattr(wanted, name)
        if values:
            asked = asked.where(is_one_of(values))
    return asked


def narrowed_openly(asked: _Selected, actor: Actor, wanted: Wanted) -> _Selected:
    """Return the query for what is wanted, whatever the closed sets of it are."""
    if wanted.project_id is not None:
        asked = asked.where(Finding.project_id == wanted.project_id)
    else:
        asked = asked.where(Finding.project_id.in_(visible_projects(actor)))
    if wanted.review_id is not None:
        seen = select(Sighting.finding_id).where(Sighting.review_id == wanted.review_id)
        if wanted.is_new is not None:
            seen = seen.where(Sighting.is_new == wanted.is_new)
        asked = asked.where(Finding.id.in_(seen))
    if wanted.path:
        asked = asked.where(Finding.path >= wanted.path, Finding.path < wanted.path + _LAST)
    for word in wanted.words.casefold().split():
        asked = asked.where(Finding.searched.contains(word, autoescape=True))
    if wanted.is_present is not None:
        asked = asked.where(Finding.is_present == wanted.is_present)
    if wanted.assignee_id is not None:
        asked = asked.where(Finding.assignee_id == wanted.assignee_id)
    if wanted.until is not None:
        asked = asked.where(Finding.state == State.ACCEPTED, Finding.until <= wanted.until)
    return asked
