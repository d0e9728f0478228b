"""Which findings a comment silences, and what is said of comments that do not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from xcodereviewer.domain.finding import Finding, Suppression, Witness
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.comments import Marker, find_markers
from xcodereviewer.triage.suppress import SuppressionOptions, apply_suppressions

SHELL = "python.security.shell"
OTHER = "python.bug.other"
OPTIONS = SuppressionOptions(today=date(2026, 6, 1), rules_run=frozenset({SHELL, OTHER}))
CODED = replace(OPTIONS, foreign_codes={SHELL: frozenset({"B602", "S602"})})
OURS = Marker(kind="xcr", line=3, first=3, last=3, rules=("shell",), reason="fixed words")


def at(first: int, last: int | None = None, *, rule: str = SHELL, end_column: int = 9) -> Finding:
    span = Span(start_line=first, start_column=1, end_line=last or first, end_column=end_column)
    return Finding(
        rule=rule,
        message="A shell runs it",
        location=Location(path="a.py", span=span),
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        category=Category.SECURITY,
        status=Status.STABLE,
        engine="patterns",
        kind="cwe-78",
    )


def bare(kind: str) -> Marker:
    return Marker(kind=kind, line=3, first=3, last=3)


def apply(
    findings: Iterable[Finding], *markers: Marker, options: SuppressionOptions = OPTIONS
) -> tuple[list[Suppression | None], list[Notice]]:
    judged, notices = apply_suppressions(findings, {"a.py": markers}, options=options)
    return [finding.suppression for finding in judged], notices


def silences(marker: Marker, finding: Finding, options: SuppressionOptions = OPTIONS) -> bool:
    suppressions, _ = apply([finding], marker, options=options)
    return suppressions != [None]


def notice(code: str, message: str, line: int = 3) -> Notice:
    return Notice(code=code, message=message, path="a.py", line=line)


def test_a_marker_silences_the_finding_of_its_rule_and_tells_why() -> None:
    marker = replace(OURS, until=date(2027, 1, 31))
    other = at(3, rule=OTHER)
    elsewhere = replace(at(3), location=replace(at(3).location, path="b.py"))
    judged, notices = apply_suppressions([at(3), other, at(4), elsewhere], {"a.py": (marker,)}, options=OPTIONS)
    silenced = Suppression(kind="inSource", marker="xcr", reason="fixed words", until=date(2027, 1, 31), line=3)
    assert judged == [replace(at(3), suppression=silenced), other, at(4), elsewhere]
    assert notices == []


@pytest.mark.parametrize("name", ["shell", SHELL])
def test_a_rule_is_named_in_full_or_by_its_bare_name(name: str) -> None:
    assert silences(replace(OURS, rules=(name,)), at(3))


@pytest.mark.parametrize("name", ["hell", "security.shell", "java.security.shell", "Shell", "B602"])
def test_no_other_name_will_do(name: str) -> None:
    assert not silences(replace(OURS, rules=(name,)), at(3), CODED)


def test_a_marker_without_a_rule_silences_every_finding_of_its_line() -> None:
    suppressions, notices = apply([at(3), at(3, rule=OTHER), at(4)], bare("xcr"))
    silenced = Suppression(kind="inSource", marker="xcr", line=3)
    assert (suppressions, notices) == ([silenced, silenced, None], [])


@pytest.mark.parametrize(
    ("finding", "by_name", "by_bare"),
    [
        (at(3, 8), True, True),
        (at(1, 3), True, True),
        (at(1, 5), True, False),
        (at(1, 12), False, False),
        (at(1, 4, end_column=1), True, True),  # ends before line 4 begins
        (at(1, 2), False, False),
        (at(4, 5), False, False),
    ],
)
def test_a_marker_counts_at_the_ends_of_a_finding_and_by_name_inside_a_short_one(
    finding: Finding, *, by_name: bool, by_bare: bool
) -> None:
    assert (silences(OURS, finding), silences(bare("nosec"), finding)) == (by_name, by_bare)


def test_a_marker_may_name_any_rule_that_saw_the_problem() -> None:
    witness = Witness(engine="dataflow", rule="python.security.flow", confidence=Confidence.HIGH)
    assert silences(replace(OURS, rules=("flow",)), replace(at(3), witnesses=(witness,)))


def test_a_marker_for_the_whole_file_silences_its_rule_everywhere() -> None:
    marker = Marker(kind="xcr", line=1, whole_file=True, rules=("shell",), reason="made by a tool")
    silenced = Suppression(kind="inSource", marker="xcr", reason="made by a tool", line=1)
    assert apply([at(3), at(99), at(3, rule=OTHER)], marker) == ([silenced, silenced, None], [])


def test_an_expired_marker_lets_the_finding_stand_and_is_reported() -> None:
    marker = replace(OURS, until=date(2026, 5, 31))
    judged, notices = apply_suppressions([at(3)], {"a.py": (marker,)}, options=OPTIONS)
    said = "`xcr: ignore[shell]` does not count: it expired after 2026-05-31."
    assert judged == [replace(at(3), gate_note=said)]
    assert notices == [notice("expired-suppression", said)]
    assert silences(replace(OURS, until=date(2026, 6, 1)), at(3))


def test_a_malformed_marker_silences_nothing_and_is_reported() -> None:
    suppressions, notices = apply([at(3)], replace(OURS, problem="it names no rule"))
    said = "A suppression comment does not count: it names no rule."
    assert (suppressions, notices) == ([None], [notice("malformed-suppression", said)])


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        (bare("xcr"), "`xcr: ignore` does not count: a suppression must name its rule here."),
        (bare("nosec"), "`nosec` does not count: a suppression must name its rule here."),
        (replace(OURS, reason=""), "`xcr: ignore[shell]` does not count: a suppression must name its reason here."),
    ],
)
def test_strictness_demands_a_rule_and_of_ours_a_reason(marker: Marker, said: str) -> None:
    strict = replace(CODED, strict=True)
    assert apply([at(3)], marker, options=strict) == ([None], [notice("strict-suppression", said)])
    assert silences(OURS, at(3), strict)
    assert silences(Marker(kind="nosec", line=3, first=3, last=3, rules=("B602",)), at(3), strict)


def test_strictness_says_nothing_of_other_tools_markers_that_would_silence_nothing() -> None:
    assert apply([at(4)], bare("noqa"), options=replace(OPTIONS, strict=True)) == ([None], [])


@pytest.mark.parametrize("kind", ["nosec", "nosemgrep", "noqa", "NOSONAR"])
def test_other_tools_markers_are_honoured_as_far_as_is_wished(kind: str) -> None:
    coded = Marker(kind=kind, line=3, first=3, last=3, rules=("b602",))
    unknown = replace(coded, rules=("B101",))
    assert silences(bare(kind), at(3))
    assert silences(coded, at(3), CODED)
    assert not silences(coded, at(3))  # no rule carries the code
    assert not silences(unknown, at(3), CODED)
    assert silences(replace(coded, rules=("shell",)), at(3))
    assert not silences(bare(kind), at(3), replace(OPTIONS, honoured=frozenset()))


def test_the_code_of_any_rule_that_saw_the_problem_counts() -> None:
    witness = Witness(engine="ruff", rule=SHELL, confidence=Confidence.HIGH)
    marker = Marker(kind="noqa", line=3, first=3, last=3, rules=("S602",))
    assert silences(marker, replace(at(3, rule=OTHER), witnesses=(witness,)), CODED)


def test_what_the_change_itself_adds_is_marked_and_does_not_count() -> None:
    options = replace(OPTIONS, added_lines={"a.py": Change(lines=frozenset({3}), old_path="b.py")})
    suppressions, notices = apply([at(3)], OURS, options=options)
    assert suppressions == [Suppression(kind="inSource", marker="xcr", reason="fixed words", line=3, counts=False)]
    said = "The change under review adds `xcr: ignore[shell]` itself, so it does not count."
    assert notices == [notice("self-suppression", said)]


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (Change(lines=frozenset({2, 4})), True),
        (Change(lines=frozenset(), old_path="b.py"), True),  # moved with its file
        (Change(lines=frozenset(), is_new=True), False),
    ],
)
def test_only_lines_that_the_change_adds_are_its_own(change: Change, *, counts: bool) -> None:
    suppressions, _ = apply([at(3)], OURS, options=replace(OPTIONS, added_lines={"a.py": change}))
    assert [suppression and suppression.counts for suppression in suppressions] == [counts]


@pytest.mark.parametrize(
    ("before", "now", "counts"),
    [
        ("run(x)  # xcr: ignore[shell] ok", "run(x)  # xcr: ignore[shell] still ok, see doc", True),
        ("run(x)  # xcr: ignore[shell] ok -- until 2027-01-31", "run(x)  # xcr: ignore[shell] ok", False),
        ("run(x)  # xcr: ignore[shell] ok", "run(x)  # xcr: ignore[shell] why -- until 2027-01-31", True),
        (
            "run(x)  # xcr: ignore[shell] a -- until 2027-01-31",
            "run(x)  # xcr: ignore[shell] b -- until 2027-02-28",
            False,
        ),
        ("run(x)  # xcr: ignore[other] ok", "run(x)  # xcr: ignore[shell] ok", False),
        ("run(x)  # xcr: ignore[shell] ok", "run(y)  # xcr: ignore[shell] ok", False),
        ("run(x)  # xcr: ignored[shell] ok", "run(x)  # xcr: ignore[shell] ok", False),
        ("run(x)  # nosec B602 ok", "run(x)  # nosec B602 still ok", True),
        ("run(x)  # nosec B602 ok", "run(x)  # nosec ok", False),
        ("run(x)  # nosec B602", "run(x)  # nosec B602, B607", False),
    ],
)
def test_mending_the_reason_of_a_suppression_does_not_make_it_new(before: str, now: str, *, counts: bool) -> None:
    marker, *_ = find_markers(f"\n\n{now}\n", Language.PYTHON)
    change = Change(lines=frozenset({3}), edits={3: (before, now)})
    suppressions, _ = apply([at(3)], marker, options=replace(CODED, added_lines={"a.py": change}))
    assert [suppression and suppression.counts for suppression in suppressions] == [counts]


def test_a_marker_that_counts_goes_before_one_that_does_not() -> None:
    added = replace(OPTIONS, added_lines={"a.py": Change(lines=frozenset({2}))})
    ahead = Marker(kind="xcr", line=2, first=3, last=3, rules=("shell",), reason="new")
    expired = replace(OURS, until=date(2020, 1, 1))
    assert apply([at(3)], ahead, bare("nosec"), options=added)[0] == [
        Suppression(kind="inSource", marker="nosec", line=3)
    ]
    assert apply([at(3)], expired, bare("nosec"))[0] == [Suppression(kind="inSource", marker="nosec", line=3)]
    assert apply([at(3)], bare("nosec"), OURS)[0] == [
        Suppression(kind="inSource", marker="xcr", reason="fixed words", line=3)
    ]


def test_a_marker_that_silences_nothing_is_reported() -> None:
    said = "`xcr: ignore[shell]` silences nothing. Delete it."
    assert apply([at(4)], OURS) == ([None], [notice("unused-suppression", said)])
    assert apply([], replace(OURS, rules=("shell", OTHER)))[1] == [
        notice("unused-suppression", f"`xcr: ignore[shell, {OTHER}]` silences nothing. Delete it.")
    ]


def test_only_the_names_that_silence_nothing_are_reported() -> None:
    said = "`other` in `xcr: ignore[shell, other]` silences nothing. Delete the name."
    assert apply([at(3)], replace(OURS, rules=("shell", "other")))[1] == [notice("unused-suppression", said)]


def test_rules_that_did_not_run_make_no_marker_unused() -> None:
    options = replace(OPTIONS, rules_run=frozenset({OTHER}))
    assert apply([], OURS, options=options) == ([], [])
    assert apply([], bare("xcr"), options=replace(options, known_rules=frozenset({SHELL, OTHER}))) == ([], [])
    assert apply([], bare("xcr"), options=options)[1] == [
        notice("unused-suppression", "`xcr: ignore` silences nothing. Delete it.")
    ]


def test_other_tools_markers_are_unused_only_when_they_name_a_rule_of_ours() -> None:
    assert apply([], bare("nosec"), replace(bare("nosec"), rules=("B602",)), options=CODED) == ([], [])
    assert apply([], replace(bare("nosemgrep"), rules=("shell", "their.rule")))[1] == [
        notice("unused-suppression", "`shell` in `nosemgrep: shell, their.rule` silences nothing. Delete the name.")
    ]


def test_a_name_that_is_no_rules_is_reported_when_the_rules_are_known() -> None:
    marker = replace(OURS, rules=("shell", "shel"))
    assert apply([at(3)], marker, options=replace(OPTIONS, known_rules=frozenset({SHELL, OTHER})))[1] == [
        notice("unknown-rule", "`shel` in `xcr: ignore[shell, shel]` is no rule.")
    ]
    assert apply([at(3)], marker)[1] == []


@pytest.mark.parametrize("name", ["python.security.old", "old", "older"])
def test_an_old_name_stands_for_the_rule_that_replaced_it(name: str) -> None:
    aliases = {"python.security.older": "python.security.old", "python.security.old": SHELL}
    options = replace(OPTIONS, aliases=aliases)
    assert silences(replace(OURS, rules=(name,)), at(3), options)
    assert [n.code for n in apply([], replace(OURS, rules=(name,)), options=options)[1]] == ["unused-suppression"]


def test_the_new_name_speaks_of_what_the_old_rule_still_finds() -> None:
    options = replace(OPTIONS, aliases={"python.security.old": SHELL})
    assert silences(OURS, at(3, rule="python.security.old"), options)


def test_aliases_that_go_round_in_a_circle_end() -> None:
    options = replace(OPTIONS, aliases={"x.y.a": "x.y.b", "x.y.b": "x.y.a"})
    assert not silences(replace(OURS, rules=("a",)), at(3), options)


def test_what_was_suppressed_elsewhere_stays_so_and_its_marker_is_in_use() -> None:
    outside = Suppression(kind="external", marker="config")
    assert apply([replace(at(3), suppression=outside)], OURS) == ([outside], [])


def test_remarks_come_in_the_order_of_path_and_line() -> None:
    markers = {"b.py": (OURS,), "a.py": (replace(OURS, line=9, first=9, last=9), OURS)}
    _, notices = apply_suppressions([], markers, options=OPTIONS)
    assert [(one.path, one.line) for one in notices] == [("a.py", 3), ("a.py", 9), ("b.py", 3)]


def test_remarks_clip_what_the_source_makes_long() -> None:
    names = ("x" * 500, *(f"shell{n}" for n in range(20)))
    options = replace(OPTIONS, known_rules=frozenset({SHELL}))
    assert len(apply([], replace(OURS, rules=names), options=options)[1][0].message) < 400
