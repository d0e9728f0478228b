"""Findings that give way to an engine that saw what reaches a place."""

import json
from dataclasses import replace

import pytest
from tests.packs import PACK
from tests.triage.test_fuse import finding

from xcodereviewer.domain.engine import Harmless
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.location import Span
from xcodereviewer.triage.harmless import without_harmless

RULES = PACK
GUESS = finding("patterns", "python.security.unpickling", 3)
SPAN = GUESS.location.span
PLACE = Harmless(span=SPAN, kind=SinkKind.DESERIALISE)


def test_what_only_looks_dangerous_gives_way_where_it_is_known_to_be_harmless() -> None:
    assert without_harmless([GUESS], {"app.py": [PLACE]}, rules=RULES) == []


@pytest.mark.parametrize(
    ("found", "path", "place"),
    [
        (GUESS, "other.py", PLACE),
        (GUESS, "app.py", replace(PLACE, kind=SinkKind.SQL)),
        (GUESS, "app.py", replace(PLACE, span=replace(SPAN, start_line=2, end_line=2))),
        (GUESS, "app.py", replace(PLACE, span=replace(SPAN, end_column=SPAN.end_column + 9))),
        (replace(GUESS, rule="python.security.weak-hash"), "app.py", PLACE),
        (replace(GUESS, rule="python.security.unsafe-deserialization"), "app.py", PLACE),
    ],
    ids=["another file", "another sink", "another line", "a longer call", "no such guess", "a rule that sees the way"],
)
def test_finding_stays_where_nobody_knows_that_it_is_harmless(found: Finding, path: str, place: Harmless) -> None:
    assert without_harmless([found], {path: [place]}, rules=RULES) == [found]


def test_head_of_a_long_call_is_the_same_place_however_its_end_is_told() -> None:
    head = replace(PLACE, span=Span(start_line=3, start_column=5, end_line=3, end_column=10_000))
    assert without_harmless([GUESS], {"app.py": [head]}, rules=RULES) == []


def test_every_guess_of_the_pack_is_about_a_sink_that_a_data_flow_rule_of_its_language_asks_about() -> None:
    for rule in (one for one in RULES if one.approximates):
        asked = {
            kind
            for one in RULES
            if one.engine == "dataflow" and set(rule.languages) & set(one.languages)
            for kind in json.loads(one.match).get("to", ())
        }
        assert set(rule.approximates) <= asked, rule.id
