"""`xcr routes`: the map of a web application, with what each route asks of a request."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.own_models import own_models
from xcodereviewer.cli.question import question
from xcodereviewer.cli.related import related
from xcodereviewer.cli.session import open_session
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.table import columns, pen_for_stdout
from xcodereviewer.core.errors import Unavailable
from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.dataflow.framework.route_map import RouteRow, read_row
from xcodereviewer.reports.terminal_style import Pen

__all__ = ["command"]

_WIDEST = 48  # characters of a path
_WHO = frozenset(("authentication", "permission"))
_QUESTION = question("route", f'{{"check": "{CheckKind.ROUTE}"}}')


class NoMap(Unavailable):
    """The engine could not tell the routes."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The routes cannot be told: {reason}. `xcr doctor` says what works here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A route, and where it stands."""

    row: RouteRow
    file: str
    line: int


@click.command(name="routes")
@click.argument("target", default=".", shell_complete=completing.files)
@click.option("--json", "as_json", is_flag=True, help="Print the map as JSON.")
@click.option("--open", "only_open", is_flag=True, help="Only routes that ask nobody who he is.")
def command(target: str, *, as_json: bool, only_open: bool) -> int:
    """Print the routes of a web application: methods, path, what they ask of a request, and where they stand."""
    settings = configuration_at(target).settings
    with open_session(Source(target=target), settings) as session:
        found = _told(session.tree, own_models(settings, [_QUESTION]), jobs=session.request.jobs)
        told = sorted(found, key=lambda one: (one.row.path, one.row.methods))
    shown = [one for one in told if not (only_open and _asks_who(one.row))]
    if as_json:
        sys.stdout.buffer.write(
            msgspec.json.format(msgspec.json.encode({"routes": list(map(_as_json, shown))})) + b"\n"
        )
        return 0
    _print(shown, told)
    return 0


def _told(tree: SourceTree, models: Sequence[Rule], *, jobs: int) -> Iterator[_Told]:
    found, failure = related(tree, [_QUESTION, *models], jobs=jobs)
    if failure:
        raise NoMap(failure)
    for path, one in found:
        yield _Told(row=read_row(one.message), file=path, line=one.span.start_line)


def _asks_who(row: RouteRow) -> bool:
    return any(kind in _WHO for kind, _, _ in row.protections)


def _as_json(one: _Told) -> dict[str, object]:
    row = one.row
    return {
        "path": row.path,
        "methods": row.methods,
        "name": row.name,
        "framework": row.framework,
        "file": one.file,
        "line": one.line,
        "parameters": row.parameters,
        "protections": [{"kind": kind, "by": by, "certain": certain} for kind, by, certain in row.protections],
    }


def _print(shown: Sequence[_Told], told: Sequence[_Told]) -> None:
    pen = pen_for_stdout()
    rows = [_cells(one, pen) for one in shown]
    for line in columns(rows, width=pen.style.width) if rows else ():
        pen.line(line)
    known = sum(_asks_who(one.row) for one in told)
    pen.line(f"{len(told):,} routes, {known:,} of which ask who is there." if told else "No routes found.")


def _cells(one: _Told, pen: Pen) -> tuple[str, str, str, str]:
    row = one.row
    asked = ", ".join(kind if certain else f"{kind}?" for kind, _, certain in row.protections)
    return (
        ",".join(row.methods) or "any",
        pen.paint(pen.visible(_cut(row.path) or "(path unknown)"), "strong"),
        asked or pen.paint("asks nothing", "bad"),
        pen.paint(pen.visible(f"{row.name}  {one.file}:{one.line}"), "dim"),
    )


def _cut(path: str) -> str:
    return path if len(path) <= _WIDEST else f"{path[: _WIDEST - 1]}…"
