from dataclasses import replace

import pytest

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Finding, Suppression
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.triage.baseline import (
    Baseline,
    Comparison,
    apply_baseline,
    baseline_of,
    read_baseline,
    write_baseline,
)
from xcodereviewer.triage.identify import identify


def finding(line: int, place: str = "p", *, path: str = "app.py", scope: str = "s") -> Finding:
    return Finding(
        rule="python.security.eval",
        message="Runs text as code.",
        location=Location(path=path, span=Span(start_line=line, start_column=1, end_line=line, end_column=9)),
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        category=Category.SECURITY,
        status=Status.STABLE,
        engine="patterns",
        kind="cwe-95",
        place=place,
        scope=scope,
    )


def baseline(*findings: Finding) -> Baseline:
    return baseline_of(identify(findings))


def compare(
    known: Baseline, *findings: Finding, added: frozenset[str] = frozenset()
) -> list[tuple[str, int, str | None]]:
    compared, _ = apply_baseline(identify(findings), Comparison(baseline=known, added=added))
    return [(f.fingerprint[:6], f.location.span.start_line, f.baseline) for f in compared]


def test_baseline_survives_being_written_and_read() -> None:
    known = baseline(finding(3), finding(9, "q"))
    assert read_baseline(write_baseline(known), name="b.json") == known
    assert read_baseline(write_baseline(Baseline()), name="b.json") == Baseline()


def test_each_entry_stands_on_a_line_of_its_own() -> None:
    assert write_baseline(baseline(finding(3), finding(9, "q"))).count(b'\n{"id":') == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"version": 1, "tool": "0.1.0", "entries": [', "not whole"),
        (b"<<<<<<< ours", "not whole"),
        (b'{"version": 9, "tool": "9.0.0", "entries": []}', "its version is 9, this release reads 1"),
        (write_baseline(Baseline(entries=baseline(finding(3)).entries * 2)), "an id stands in it twice"),
        (b"[" * 100_000, "not whole"),
    ],
)
def test_corrupt_baseline_is_one_clear_error(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match="is not whole") as caught:
        read_baseline(data, name="b.json")
    assert reason in str(caught.value)


def test_known_finding_is_unchanged_new_one_is_new_and_missing_one_is_absent() -> None:
    known = baseline(finding(3), finding(9, "gone", scope="t"))
    first, gone = (entry.id[:6] for entry in sorted(known.entries, key=lambda entry: entry.line))
    new = identify([finding(20, "new", scope="u")])[0].fingerprint[:6]
    assert compare(known, finding(5), finding(20, "new", scope="u")) == [
        (first, 5, BaselineState.UNCHANGED),
        (gone, 9, BaselineState.ABSENT),
        (new, 20, BaselineState.NEW),
    ]


def test_edited_finding_keeps_its_id_and_is_updated() -> None:
    known = baseline(finding(3, "before"))
    assert compare(known, finding(3, "after")) == [(known.entries[0].id[:6], 3, BaselineState.UPDATED)]


def test_id_is_carried_from_baseline_to_baseline() -> None:
    first = baseline(finding(3, "one"))
    second, _ = apply_baseline(identify([finding(3, "two")]), Comparison(baseline=first))
    third, _ = apply_baseline(identify([finding(3, "three")]), Comparison(baseline=baseline_of(second)))
    assert [f.fingerprint for f in third] == [first.entries[0].id]


def test_new_finding_never_gets_the_id_that_a_moved_one_still_has() -> None:
    known = baseline(finding(3, scope="old"))
    moved, _ = apply_baseline(identify([finding(3, scope="new")]), Comparison(baseline=known))
    again, _ = apply_baseline(
        identify([finding(3, scope="new"), finding(30, scope="old")]), Comparison(baseline=baseline_of(moved))
    )
    assert len({f.fingerprint for f in again}) == 2
    assert again[0].fingerprint == known.entries[0].id


def test_entry_that_the_change_adds_for_itself_does_not_count_and_is_told() -> None:
    known = baseline(finding(3))
    (accepted,), notices = apply_baseline(
        identify([finding(3)]), Comparison(baseline=known, added=frozenset({known.entries[0].id}))
    )
    assert (accepted.baseline, accepted.is_open) == (BaselineState.NEW, True)
    assert accepted.suppression == Suppression(kind="external", marker="baseline", counts=False)
    assert [notice.code for notice in notices] == ["self-baseline"]


def test_finding_that_was_not_looked_for_is_not_gone() -> None:
    compared, _ = apply_baseline([], Comparison(baseline=baseline(finding(3)), may_be_gone=lambda _: False))
    assert compared == []


def test_what_is_suppressed_or_gone_does_not_enter_a_baseline() -> None:
    suppressed = replace(finding(3), suppression=Suppression(kind="inSource", marker="xcr"))
    gone = replace(finding(9), baseline=BaselineState.ABSENT)
    assert baseline_of([suppressed, gone]) == Baseline()
