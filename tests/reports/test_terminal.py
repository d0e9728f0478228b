"""The whole terminal report: golden, capped, clean, incomplete, quiet and Chinese."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.finding import Finding, Witness
from xcodereviewer.domain.levels import Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review
from xcodereviewer.domain.rule import Text
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.terminal import TerminalStyle, write, write_terminal

Show = Callable[..., str]


@pytest.fixture
def show(sample_sources: SourceTexts) -> Show:
    """Writes a review in a style and returns what the terminal gets."""

    def text(
        review: Review,
        *,
        colour: bool = False,
        width: int = 100,
        amount: Literal["quiet", "normal", "verbose"] = "normal",
        language: Literal["en", "zh"] = "en",
    ) -> str:
        out = io.StringIO()
        style = TerminalStyle(
            colour=colour, width=width, verbose=amount == "verbose", quiet=amount == "quiet", language=language
        )
        write_terminal(review, out, sources=sample_sources, style=style)
        return out.getvalue()

    return text


class Texts(dict[str, str]):
    """Sources that hold what they are given."""

    def text(self, path: str) -> str | None:
        return self.get(path)


def many(sample: Review, *, numbers: range, rule: str, severity: Severity, path: str = "app/many.py") -> list[Finding]:
    """Findings of one rule on the lines `numbers`."""
    model = next(finding for finding in sample.findings if finding.is_open)
    plain = replace(model, rule=rule, severity=severity, steps=(), related=(), fix=None, snippet="x = 1")
    return [
        replace(
            plain,
            message=f"number {number}",
            location=Location(path=path, span=Span(start_line=number, start_column=1, end_line=number, end_column=2)),
        )
        for number in numbers
    ]


def test_report_reads_as_the_golden_file(sample_review: Review, show: Show, golden: Callable[[str, str], None]) -> None:
    golden("terminal.txt", show(sample_review))


def test_verbose_report_explains_rules_in_full(
    sample_review: Review, show: Show, golden: Callable[[str, str], None]
) -> None:
    golden("terminal-verbose.txt", show(sample_review, amount="verbose", width=72))


def test_coloured_report_reads_as_the_golden_file(
    sample_review: Review, show: Show, golden: Callable[[str, str], None]
) -> None:
    golden("terminal-colour.txt", show(sample_review, colour=True))


def test_chinese_report_speaks_chinese(sample_review: Review, show: Show, golden: Callable[[str, str], None]) -> None:
    golden("terminal-zh.txt", show(sample_review, language="zh", width=80))


def test_quiet_report_is_one_line_for_each_open_finding_and_the_gate(sample_review: Review, show: Show) -> None:
    lines = show(sample_review, amount="quiet").splitlines()
    assert lines == [
        (
            "=odd, `name`: 100%.py:1:2: high: =SUM(A1) <img src=x> @team [a](http://x.test) `b`\\x07 ::error::no"
            " [python.security.eval]"
        ),
        (
            "app/orders.py:4:12: critical: Request text reaches an SQL query. Anyone can read every order."
            " [python.security.sql-injection]"
        ),
        "app/settings.py:2:1: high: Debug mode is on. [python.security.debug-on]",
        "app/views.py:4:19: medium: The list is shared by all calls. [python.bug.mutable-default]",
        "docs/😀 notes & <b>.py:1:15: high: Text from 🎉 input is run as code. [python.security.eval]",
        "  Coverage    81.5 % · Failed 3 · Partial 1",
        "  Gate        failed  3 findings at high or above; the gate allows none.",
        "                      2 findings at high or above do not count: 1 in the baseline, 1 suppressed.",
    ]


def test_long_path_that_was_left_out_is_shortened_in_its_middle(clean_review: Review, show: Show) -> None:
    left_out = (Skipped(path=f"a/{'x' * 4_000}/z.py", reason="binary"),)
    shown = show(replace(clean_review, coverage=replace(clean_review.coverage, skipped=left_out)))
    told = "".join(line.strip() for line in shown.partition("Left out")[2].partition("Gate")[0].splitlines())
    assert told == f"a/{'x' * 58}…{'x' * 55}/z.py:binary"


def test_rule_without_words_has_no_headings(sample_review: Review, show: Show) -> None:
    nothing = Text(en="", zh="")
    rules = tuple(replace(rule, what=nothing, why=nothing, how=nothing) for rule in sample_review.rules)
    for amount in ("normal", "verbose"):
        shown = show(replace(sample_review, rules=rules), amount=amount)
        assert not re.search(r"^  (?:What|Why|Fix)\b", shown, re.MULTILINE)


def test_report_without_colour_has_no_escape_sequence(sample_review: Review, show: Show) -> None:
    assert "\x1b" not in show(sample_review, amount="verbose")


def test_write_suits_a_stream_that_is_no_terminal(
    sample_review: Review, sample_sources: SourceTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    out = io.StringIO()
    write(sample_review, out, sources=sample_sources, language="en")
    assert out.getvalue().startswith("\n=odd, `name`: 100%.py  1 finding\n\n  ● high")


def test_clean_review_says_what_was_looked_at(clean_review: Review, show: Show) -> None:
    assert show(clean_review, width=60) == (
        f"\n{'─' * 60}\n"
        "  Findings    No findings in 4 lines of 2 files.\n"
        "              Looked at: python 2\n"
        "              Engines: patterns 2, ruff 2\n"
        "  Score       100 of 100 · security 100 · complexity 100\n"
        "              maintainability 100 · performance 100\n"
        "  Coverage    100 % of the planned work: 2 files, 4 lines\n"
        "  Gate        passed\n"
        "  Time        1.6 s · xcr 1.2.3\n"
    )


def test_review_with_only_suppressed_findings_does_not_claim_that_there_is_none(
    sample_review: Review, clean_review: Review, show: Show
) -> None:
    hidden = tuple(finding for finding in sample_review.findings if not finding.is_open)
    shown = show(replace(clean_review, findings=hidden)).splitlines()
    assert shown[2] == "  Findings    No open findings in 4 lines of 2 files."
    assert "              2 suppressed · 2 in the baseline · 1 gone since the baseline" in shown


def test_clean_review_with_a_gap_warns_instead(sample_review: Review, show: Show) -> None:
    shown = show(replace(sample_review, findings=(), is_partial=True)).splitlines()
    assert shown[2:5] == [
        "  Incomplete  The review was interrupted: what follows is true but not all.",
        "              2 files, 1 engine not reviewed; “Failed” below tells why.",
        "  Findings    No findings in what was looked at, which is not everything.",
    ]


def test_review_of_nothing_says_so(clean_review: Review, show: Show) -> None:
    empty = replace(clean_review, coverage=Coverage(), score=None, gate=Gate(result=GateResult.NOTHING))
    lines = show(empty, width=60).splitlines()
    assert lines[2:] == [
        "  Findings    Nothing to review.",
        "  Coverage    100 % of the planned work: 0 files, 0 lines",
        "  Gate        nothing to review",
        "  Time        1.6 s · xcr 1.2.3",
    ]


def test_insufficient_coverage_is_the_verdict(clean_review: Review, show: Show) -> None:
    gate = Gate(result=GateResult.INSUFFICIENT, reasons=("80 % of the files, 90 % wanted",))
    assert "  Gate        insufficient coverage  80 % of the files, 90 % wanted\n" in show(
        replace(clean_review, gate=gate)
    )


def test_rule_with_very_many_findings_shows_fifty_and_counts_the_rest(sample_review: Review, show: Show) -> None:
    found = many(sample_review, numbers=range(1, 61), rule="python.security.eval", severity=Severity.HIGH)
    shown = show(replace(sample_review, findings=tuple(found)))
    assert [n for n in range(1, 61) if f"number {n}\n" in shown] == list(range(1, 51))
    assert "… and 10 findings more (use --verbose or --output html=FILE)" in shown


def test_more_than_two_hundred_findings_show_the_most_severe_in_the_worst_files_first(
    sample_review: Review, show: Show
) -> None:
    found = [
        finding
        for place, severity in enumerate([Severity.LOW, Severity.MEDIUM, Severity.HIGH])
        for number in range(2)
        for finding in many(
            sample_review,
            numbers=range(1, 41),
            rule=f"rule-{place}-{number}",
            severity=severity,
            path=f"{place}-{number}.py",
        )
    ]
    shown = show(replace(sample_review, findings=tuple(found)))
    headings = [line for line in shown.splitlines() if line.endswith("40 findings")]
    assert headings == [f"{name}.py  40 findings" for name in ("2-0", "2-1", "1-0", "1-1", "0-0")]
    assert "… and 40 findings more" in shown


def test_verbose_shows_all_findings(sample_review: Review, show: Show) -> None:
    found = many(sample_review, numbers=range(1, 261), rule="python.security.eval", severity=Severity.HIGH)
    shown = show(replace(sample_review, findings=tuple(found)), amount="verbose")
    assert all(f"number {n}\n" in shown for n in range(1, 261))


def test_second_finding_of_a_rule_is_not_explained_again(sample_review: Review, show: Show) -> None:
    shown = show(sample_review)
    assert shown.count("● high      Text from 🎉 input") == 1
    first, second = shown.split("python.security.eval")[1:]
    assert ("Why" in first.partition("●")[0], "Why" in second) == (True, False)


def test_code_of_several_findings_at_one_place_is_shown_once(sample_review: Review, show: Show) -> None:
    model = next(finding for finding in sample_review.findings if finding.rule == "python.bug.mutable-default")
    others = (replace(model, message=f"{n}", steps=(), related=()) for n in range(3))
    assert show(replace(sample_review, findings=tuple(others))).count("def show(request, seen=[]):") == 1


def test_finding_of_an_unknown_rule_is_still_shown(sample_review: Review, show: Show) -> None:
    assert show(replace(sample_review, rules=())).count("●") == 5


def test_finding_tells_who_else_saw_it_and_that_it_does_not_gate(sample_review: Review, show: Show) -> None:
    seen = many(sample_review, numbers=range(1, 2), rule="python.style.x", severity=Severity.INFO)[0]
    witness = Witness(engine="ruff", rule="S602", confidence=Confidence.LOW)
    seen = replace(seen, witnesses=(witness,), gates=False, status=Status.PREVIEW)
    shown = show(replace(sample_review, findings=(seen,)))
    assert "\n  Also by     ruff S602\n" in shown
    assert "app/many.py:1:1 · python.style.x · high confidence · CWE-95 · preview · does not gate\n" in shown


def test_unreadable_file_shows_the_snippet_and_lost_steps_their_own(
    sample_review: Review, clean_review: Review
) -> None:
    injection = next(finding for finding in sample_review.findings if finding.steps)
    out = io.StringIO()
    found = replace(sample_review, findings=(injection,))
    write_terminal(found, out, sources=Texts(), style=TerminalStyle())
    assert (
        "          4 │     return db.execute(query)\n"
        "            │            ^^^^^^^^^^^^^^^^^\n"
        "\n"
        "  Path        1 app/views.py:5:12  The request gives `name`\n"
        '                request.args["name"]\n'
    ) in out.getvalue()


def test_gaps_of_one_reason_are_counted_and_the_first_are_named(clean_review: Review, show: Show) -> None:
    def gap(number: int, outcome: Outcome, reason: str) -> FileCoverage:
        done = Pass(engine="ruff", outcome=outcome, reason=reason)
        return replace(clean_review.coverage.files[0], path=f"{outcome}-{number}.py", passes=(done,))

    failed = [gap(n, Outcome.FAILED, "out of time") for n in range(400)]
    partial = [gap(n, Outcome.PARTIAL, f"line {n} does not parse") for n in range(7)]
    left_out = tuple(Skipped(path=f"{n}.png", reason="binary") for n in range(5))
    shown = show(replace(clean_review, coverage=Coverage(files=(*failed, *partial), skipped=left_out)))
    assert "  Failed      400 × out of time (ruff): failed-0.py, failed-1.py, failed-2.py, … and 397 more\n" in shown
    few = show(replace(clean_review, coverage=Coverage(files=tuple(failed[:4]))))
    assert "  Failed      4 × out of time (ruff): failed-0.py, failed-1.py, failed-2.py, failed-3.py\n" in few
    assert "partial-4.py: line 4 does not parse (ruff)\n              … and 2 more\n" in shown
    assert "  Left out    5 × binary: 0.png, 1.png, 2.png, … and 2 more\n" in shown


def test_many_notices_are_clipped_and_counted(clean_review: Review, show: Show) -> None:
    notices = tuple(Notice(code="unused-suppression", message=f"notice {n}") for n in range(1, 13))
    shown = show(replace(clean_review, notices=notices))
    assert "notice 10\n              … and 2 more (use --verbose or --output html=FILE)\n" in shown
    assert "notice 12" in show(replace(clean_review, notices=notices), amount="verbose")


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800"])
def test_hostile_characters_never_reach_the_terminal(sample_review: Review, show: Show, hostile: str) -> None:
    finding = replace(
        many(sample_review, numbers=range(1, 2), rule=f"r{hostile}", severity=Severity.LOW, path=f"p{hostile}")[0],
        message=f"m{hostile}",
        snippet=f"s{hostile}",
        gate_note=f"n{hostile}",
    )
    notice = Notice(code="x", message=f"o{hostile}", path=f"q{hostile}", line=1)
    gate = Gate(result=GateResult.FAILED, reasons=(f"g{hostile}",))
    review = replace(sample_review, findings=(finding,), notices=(notice,), gate=gate, tool_version=f"v{hostile}")
    for amount in ("normal", "quiet", "verbose"):
        assert hostile[0] not in show(review, amount=amount)
