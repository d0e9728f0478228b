"""Every data-flow finding of the marked code has a path that replays; a path that is none does not."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
from tests.packs import PACK

from xcodereviewer.domain.engine import Match, SourceText
from xcodereviewer.domain.kinds import SinkKind, SourceKind
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import Module, pack
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.lowering import lower
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.proof.claim import Claim, ClaimedStep
from xcodereviewer.engines.dataflow.proof.proving import prove
from xcodereviewer.engines.dataflow.verdicts import Verdicts
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.library_models.loader import load_models
from xcodereviewer.library_models.members import Models
from xcodereviewer.sources.classify import language_of

MARKED = Path(__file__).parents[2] / "rules"
RULES = {rule.id: rule for rule in PACK if rule.engine == "dataflow"}
FOLLOWED = load_engine("dataflow").languages


def language_at(path: Path) -> str | None:
    return language_of(path.name, path.read_bytes())


FILES = [
    path.relative_to(MARKED).as_posix()
    for path in sorted(MARKED.rglob("*"))
    if path.is_file() and language_at(path) in FOLLOWED and "finds: " in path.read_text()
]


@cache
def models_of(language: str) -> Models:
    return load_models(language)


@cache
def verdicts() -> Verdicts:
    return Verdicts(list(RULES.values()))


def units_of(name: str, text: str) -> list[Unit]:
    language = language_of(name, text.encode())
    assert language is not None
    facts, _ = lower(SourceText(id=0, language=language, text=text))
    return [Unit(number=0, path=name, module=msgspec.msgpack.decode(facts, type=Module))] if facts else []


def found_in(name: str, text: str) -> Iterator[Match]:
    units = units_of(name, text)
    if units:
        analysis = Analysis(units, {unit.language: models_of(unit.language) for unit in units})
        analysis.run()
        yield from (match for _, match in verdicts().matches(analysis) if match.steps)


def packed(span: Span) -> int:
    return pack(span.start_line, span.start_column, span.end_line, span.end_column)


def claim_of(name: str, match: Match) -> Claim:
    kinds = msgspec.json.decode(RULES[match.rule].match, type=dict[str, list[str]])
    return Claim(
        source=tuple(map(SourceKind, kinds["from"])),
        sink=tuple(map(SinkKind, kinds["to"])),
        steps=tuple(ClaimedStep(name, packed(step.span), step.message) for step in match.steps),
    )


def failures(name: str, text: str, claim: Claim) -> list[str]:
    units = units_of(name, text)
    proven = list(prove(units, {unit.language: models_of(unit.language) for unit in units}, claim))
    said = [f"step {one.number + 1}: {one.why}" for one in proven if not one.holds]
    return said if said or len(proven) == len(claim.steps) else ["not every step was looked at"]


@pytest.mark.parametrize("name", FILES)
def test_path_of_every_finding_of_marked_code_replays(name: str) -> None:
    text = (MARKED / name).read_text()
    problems = {
        f"{name}:{match.span.start_line} {match.rule}": said
        for match in found_in(name, text)
        if (said := failures(name, text, claim_of(name, match)))
    }
    assert problems == {}


def test_marked_code_has_paths_to_prove_in_every_language() -> None:
    with_paths = {name.partition("/")[0] for name in FILES if any(found_in(name, (MARKED / name).read_text()))}
    assert with_paths >= {"python", "javascript", "java", "html"}


PROGRAM = """
import os
import shlex
from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    {line}
    os.system("ls " + {shown})
    return "done"
"""


def claimed(line: str, shown: str = "name") -> tuple[str, Claim]:
    """Return a program and the claim that its parameter reaches the command, whatever stands between."""
    text = dedent(PROGRAM).format(line=line, shown=shown)

    def step(fragment: str, message: str) -> ClaimedStep:
        number = next(n for n, row in enumerate(text.splitlines(), start=1) if fragment in row)
        column = text.splitlines()[number - 1].index(fragment) + 1
        return ClaimedStep("app.py", pack(number, column, number, column + len(fragment)), message)

    steps = (
        step("request.args", "The value enters here: query parameter."),
        step('name = request.args["name"]', "It is kept in `name`."),
        step(f'os.system("ls " + {shown})', "It arrives in `os.system`."),
    )
    return text, Claim(source=(SourceKind.REQUEST,), sink=(SinkKind.COMMAND,), steps=steps)


@pytest.mark.parametrize(
    "line", ["pass", "if len(name) > 3:\n        name = 'x'", "for one in name:\n        name = one"]
)
def test_path_that_is_there_is_proved(line: str) -> None:
    text, claim = claimed(line)
    assert failures("app.py", text, claim) == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("name = 'fixed'", "name"),  # another value was given in between
        ("other = name", "'fixed'"),  # it is not in what arrives
        ("pass", "shlex.quote(name)"),  # it was made safe
        ("pass", "str(len(name) > 3)"),  # a comparison carries nothing of it
    ],
)
def test_path_that_is_none_is_not_proved(line: str, shown: str) -> None:
    text, claim = claimed(line, shown)
    assert failures("app.py", text, claim) == ["step 3: no way leads here from the step before that is not made safe"]


def test_source_that_no_model_describes_is_none() -> None:
    text, claim = claimed("pass")
    text = text.replace("from flask import Flask, request", "from flask import Flask, reqeust as request")
    assert failures("app.py", text.replace("args", "odds"), claim) == [
        "step 1: nothing here is described as a source of the kind request"
    ]


def test_claim_of_another_revision_names_what_is_not_there() -> None:
    text, claim = claimed("pass")
    assert failures("app.py", "\n" + text, claim) == ["step 1: no expression or statement stands at this place"]


def test_argument_that_does_nothing_in_a_sink_is_none() -> None:
    text = "import sqlite3\nfrom flask import request\nc = sqlite3.connect('x').cursor()\n"
    text += "c.execute('SELECT ?', request.args)\n"
    source = ClaimedStep("a.py", pack(4, 23, 4, 35), "The value enters here: query parameter.")
    sink = ClaimedStep("a.py", pack(4, 1, 4, 36), "It arrives in `sqlite3.Cursor.execute`.")
    claim = Claim(source=(SourceKind.REQUEST,), sink=(SinkKind.SQL,), steps=(source, sink))
    unit = Unit(number=0, path="a.py", module=lower_python(text))
    proven = list(prove([unit], {"python": models_of("python")}, claim))
    assert [one.holds for one in proven] == [True, False]
