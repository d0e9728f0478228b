"""How many findings there are of each kind: what a list can be narrowed to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from xcodereviewer.domain.access import Actor
from xcodereviewer.services.findings.wanted import CLOSED_SETS, Wanted, demand_sight, narrowed, narrowed_openly
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.findings import Finding, state_today

__all__ = ["Facets", "facets"]

_MOST = 200  # values of one facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many findings are wanted, and how many there would be of each value, the most first.

    Each facet counts as if nothing were asked for in it itself, so that it shows what else could be. `paths` are
    the files and, with a slash at their end, the folders that follow what the path that is asked for begins with.
    """

    total: int
    counts: Mapping[str, Sequence[tuple[str, int]]]
    paths: Sequence[tuple[str, int]]


_COLUMNS = (
    Finding.state,
    Finding.until,
    Finding.is_present,
    Finding.severity,
    Finding.category,
    Finding.confidence,
    Finding.cwe,
    Finding.rule,
    Finding.folder,
)  # in the order of the index, which groups them without sorting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """So many findings that are alike in all that is counted by; `values` are named as in `Wanted`."""

    values: Mapping[str, object]
    folder: str
    count: int


async def facets(session: ReadSession, actor: Actor, wanted: Wanted) -> Facets:
    """Return the counts of what is wanted; one pass over an index, and one more over what a path narrows to."""
    await demand_sight(session, actor, wanted)
    asked = narrowed_openly(select(*_COLUMNS, func.count().label("n")), actor, wanted).group_by(*_COLUMNS)
    cells = [_cell(row) for row in await session.execute(asked)]
    chosen = [cell for cell in cells if _is_wanted(cell, wanted)]
    if wanted.path:
        paths = await _paths(session, actor, wanted)
    else:
        paths = _most((cell.folder, cell.count) for cell in chosen)
    counts = {name: _counted(cells, wanted, name) for name in CLOSED_SETS}
    return Facets(total=sum(cell.count for cell in chosen), counts=counts, paths=paths)


def _cell(row: Row[*tuple[Any, ...]]) -> _Cell:
    values = {
        "states": state_today(row.state, row.until),
        "severities": row.severity,
        "categories": row.category,
        "confidences": row.confidence,
        "rules": row.rule,
        "cwes": row.cwe,
    }
    return _Cell(values=values, folder=row.folder, count=row.n)


def _counted(cells: Iterable[_Cell], wanted: Wanted, name: str) -> Sequence[tuple[str, int]]:
    known = ((cell.values[name], cell.count) for cell in cells if _is_wanted(cell, wanted, but=name))
    return _most((str(value), count) for value, count in known if value is not None)


def _most(counted: Iterable[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    sums: Counter[str] = Counter()
    for value, count in counted:
        sums[value] += count
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:_MOST]


def _is_wanted(cell: _Cell, wanted: Wanted, *, but: str = "") -> bool:
    """Whether it is in all closed sets that are asked for, one of them aside."""
    asked = ((name, getattr(wanted, name)) for name in CLOSED_SETS if name != but)
    return all(not values or cell.values[name] in values for name, values in asked)


async def _paths(session: ReadSession, actor: Actor, wanted: Wanted) -> Sequence[tuple[str, int]]:
    """Count by the next part of the path; the parts are cut from each path once, not for each finding in it."""
    by_path = narrowed(select(Finding.path, func.count().label("n")), actor, wanted).group_by(Finding.path).subquery()
    begin = len(wanted.path)
    slash = position_of(func.substr(by_path.c.path, begin + 1), "/")
    part = case((slash > 0, func.substr(by_path.c.path, 1, begin + slash)), else_=by_path.c.path)
    total = func.sum(by_path.c.n)
    asked = select(part, total).group_by(part).order_by(total.desc(), part).limit(_MOST)
    return [(path, int(count)) for path, count in await session.execute(asked)]


class position_of(GenericFunction[int]):  # noqa: N801 - a function of SQL
    """Where a text first stands in another, from 1; 0 when it does not."""

    inherit_cache = True
    name = "instr"


@compiles(position_of, "postgresql")
def _position_in_postgresql(element: position_of, compiler: Any, **options: Any) -> str:
    return f"strpos{compiler.process(element.clause_expr, **options)}"
