"""`xcr explain --why-not FILE:LINE`: why the data-flow engine found nothing on a line."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.own_models import own_models
from xcodereviewer.cli.question import ENGINE, question
from xcodereviewer.cli.related import related
from xcodereviewer.cli.session import open_session, pack_of
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.table import pen_for_stdout
from xcodereviewer.core.errors import InputError, NotFound, Unavailable
from xcodereviewer.domain.engine import Match
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.classify import language_of

__all__ = ["explain_line"]

_LIMITS = (
    "This is what the data-flow engine met; other engines have rules of their own, and silence is no proof"
    " (docs/dataflow.md says what it does not see)."
)


class NoLine(InputError):
    """What is asked about is no line."""

    def __init__(self, place: str) -> None:
        super().__init__(f"`{place}` names no line; write `FILE:LINE`, such as `src/app.py:12`.")


class UnknownFile(NotFound):
    """No file of the tree, or several, end so."""

    def __init__(self, name: str, count: int) -> None:
        found = f"{count} files are" if count else "No file that is under review is"
        super().__init__(f"{found} called `{name}` here. Give the path from the top of the tree.")


class NoAnswer(Unavailable):
    """The engine could not tell."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Nothing can be said of the line: {reason}. `xcr doctor` says what works here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    path: str
    number: int


def explain_line(place: str, target: str) -> None:
    """Print what the data-flow engine met on a line (`FILE:LINE`)."""
    settings = configuration_at(target).settings
    pack = pack_of(settings).rules
    rules = [rule for rule in pack if rule.engine == ENGINE.name]
    with open_session(Source(target=target), settings) as session:
        line = _line_of(place, session.tree)
        found, failure = related(
            session.tree,
            [*rules, *own_models(settings, rules), question("why-not", json.dumps(_asked(line, pack)))],
            jobs=session.request.jobs,
        )
        paths = [file.path for file in session.tree.files]
    if failure:
        raise NoAnswer(failure)
    _print(line, [one for _, one in found], paths)


def _asked(line: _Line, rules: Sequence[Rule]) -> Mapping[str, object]:
    """Return the question, with the rules that give way to the engine's answer in the language of the file."""
    language = language_of(line.path, b"")
    own = [rule for rule in rules if rule.engine != ENGINE.name and language in rule.languages]
    giving_way = {kind: [rule.id for rule in own if kind in rule.approximates] for kind in SinkKind}
    return {"why-not": [line.path, line.number], "giving-way": {kind: ids for kind, ids in giving_way.items() if ids}}


def _line_of(place: str, tree: SourceTree) -> _Line:
    asked = re.fullmatch(r"(?P<path>.+):(?P<line>[1-9][0-9]*)", place)
    if asked is None:
        raise NoLine(place)
    name = asked["path"].removeprefix("./")
    paths = [file.path for file in tree.files]
    found = [name] if name in paths else [path for path in paths if path.endswith(f"/{name}")]
    if len(found) != 1:
        raise UnknownFile(name, len(found))
    return _Line(path=found[0], number=int(asked["line"]))


def _print(line: _Line, answers: Sequence[Match], paths: Sequence[str]) -> None:
    pen = pen_for_stdout()
    pen.line(pen.paint(pen.visible(f"{line.path}:{line.number}"), "strong"))
    for one in answers:
        pen.line(f"  {pen.visible(one.message)}")
        for step in one.steps:
            path = line.path if step.id is None else paths[step.id]
            pen.line(pen.paint(pen.visible(f"    {path}:{step.span.start_line}  {step.message}"), "dim"))
    if not answers:
        pen.line("  The data-flow engine did not read this file: its language has none of its rules, or it failed.")
    pen.line(_LIMITS)
