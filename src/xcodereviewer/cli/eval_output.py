"""An evaluation as a table for the terminal, as Markdown, and as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xcodereviewer.evaluation.comparison import Comparison
from xcodereviewer.evaluation.labels import Labels
from xcodereviewer.evaluation.matching import Agreement, Case, Outcome
from xcodereviewer.evaluation.scores import Estimate, Measure, Row, Scores

__all__ = ["LISTS", "Evaluation", "as_json", "as_markdown", "as_table", "listed", "markdown_table", "text_table"]

SCHEMA_VERSION = "1.0"
LISTS = {"misses": Outcome.MISS, "false": Outcome.FALSE_ALARM}
_HEAD = ("category", "cases", "TP", "FP", "FN", "TN", *(measure.value for measure in Measure), "95 %")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A review held against labels; `name` is that of the labels."""

    name: str
    labels: Labels
    cases: Sequence[Case]
    scores: Scores
    comparison: Comparison | None = None


def as_table(evaluation: Evaluation) -> Iterator[str]:
    """Yield the lines of the table, and below it the intervals and what else there is to know."""
    yield from text_table([_HEAD, *_rows(evaluation.scores)])
    yield ""
    for row in (evaluation.scores.micro, evaluation.scores.macro):
        yield f"{row.name}: {', '.join(_intervals(row))}"
    yield from _remarks(evaluation)


def as_markdown(evaluation: Evaluation) -> Iterator[str]:
    """Yield the lines of a Markdown table and the same sentences below it."""
    yield from markdown_table([_HEAD, *_rows(evaluation.scores)])
    yield ""
    for row in (evaluation.scores.micro, evaluation.scores.macro):
        yield f"- {row.name}: {', '.join(_intervals(row))}"
    yield from (f"- {remark}" for remark in _remarks(evaluation))


def text_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table: the first column to the left, numbers to the right."""
    first, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
    for name, *numbers in rows:
        cells = (cell.rjust(width) for cell, width in zip(numbers, others, strict=True))
        yield "  ".join((name.ljust(first), *cells)).rstrip()


def markdown_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of the same table in Markdown; the first row is its head."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"
        if number == 0:
            yield f"| --- |{' ---: |' * (len(row) - 1)}"


def as_json(evaluation: Evaluation) -> str:
    """Return everything, each case with how it ended; `--against` reads it again."""
    scores = evaluation.scores
    compared = evaluation.comparison
    return json.dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "labels": evaluation.name,
            "micro": _fact(scores.micro),
            "macro": _fact(scores.macro),
            "categories": [_fact(row) for row in scores.categories],
            "comparison": None
            if compared is None
            else {"cases": compared.cases, "better": compared.better, "worse": compared.worse, "p": compared.p},
            "absent": list(evaluation.labels.absent),
            "cases": [_case(case) for case in evaluation.cases],
        },
        indent=2,
        ensure_ascii=False,
    )


def listed(cases: Iterable[Case], which: Sequence[str]) -> Iterator[str]:
    """Yield one line for each case that ended as one of the `LISTS` says."""
    wanted = {LISTS[name] for name in which}
    for case in cases:
        if case.outcome not in wanted:
            continue
        label, finding = case.label, case.finding
        if finding is not None:
            seen = f"{finding.location}  {finding.rule}"
        else:
            seen = ", ".join(f"{path}:{label.lines[0]}" if label.lines else path for path in sorted(label.paths))
        note = f"  ({label.note})" if label.note else ""
        yield f"{case.outcome}  {label.category}  {label.case}  {seen}{note}"


def _rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    for row in (*scores.categories, scores.micro, scores.macro):
        counts = row.counts
        numbers = (counts.cases, counts.tp, counts.fp, counts.fn, counts.tn)
        youden = row.measures[Measure.YOUDEN]
        yield (
            row.name,
            *("" if row is scores.macro else f"{number:,}" for number in numbers),
            *(_number(row.measures[measure]) for measure in Measure),
            _interval(youden) if youden is not None else "-",
        )


def _number(estimate: Estimate | None) -> str:
    return "-" if estimate is None else f"{estimate.value:.3f}"


def _interval(estimate: Estimate) -> str:
    return f"{estimate.low:.3f} to {estimate.high:.3f}"


def _intervals(row: Row) -> Iterator[str]:
    for measure, estimate in row.measures.items():
        if estimate is not None:
            yield f"{measure} {_number(estimate)} ({_interval(estimate)})"


def _remarks(evaluation: Evaluation) -> Iterator[str]:
    related = sum(case.agreement is Agreement.RELATED for case in evaluation.cases)
    found = sum(case.finding is not None for case in evaluation.cases)
    if related:
        yield f"{related:,} of {found:,} findings name a related weakness, not the labelled one."
    if evaluation.labels.absent:
        yield f"{len(evaluation.labels.absent):,} cases were left out: their files are not in the review."
    compared = evaluation.comparison
    if compared is not None:
        yield (
            f"Of {compared.cases:,} cases in both runs {compared.better:,} are right only now and "
            f"{compared.worse:,} were right only before (McNemar, exact: p = {compared.p:.3g})."
        )


def _fact(row: Row) -> dict[str, object]:
    counts = row.counts
    return {
        "name": row.name,
        "tp": counts.tp,
        "fp": counts.fp,
        "fn": counts.fn,
        "tn": counts.tn,
        "measures": {
            measure.lower(): None
            if estimate is None
            else {"value": estimate.value, "low": estimate.low, "high": estimate.high}
            for measure, estimate in row.measures.items()
        },
    }


def _case(case: Case) -> dict[str, object]:
    label, finding = case.label, case.finding
    return {
        "case": label.case,
        "category": label.category,
        "outcome": case.outcome,
        "is_labelled": case.is_labelled,
        "files": sorted(label.paths),
        "lines": label.lines,
        "note": label.note,
        "finding": None
        if finding is None
        else {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "location": str(finding.location),
            "match": case.agreement,
        },
    }
