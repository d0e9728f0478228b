"""What the stages of a review say, in the language of the reader.

A stage says a sentence with facts in it and knows no other language; here the sentence is recognised, the facts are
taken out, and it is said again. That way what comes from a worker, the cache or an earlier report is said as well as
what comes from this process (docs/decisions/0003-one-catalogue-of-sentences.md).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Skipped
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.chinese import CHINESE

__all__ = ["in_language", "said_in", "translated"]

_FACT = re.compile(r"\{(\w+)\}")
_NUMBERS = frozenset({"n", "m", "limit"})
_LIST = "COUNTS"
_SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z`\d])")


def translated(text: str, language: str) -> str | None:
    """Return what a stage said in `language`; None when it cannot be said in it, since it is no sentence of ours."""
    return text if language != "zh" else _said(text)


def in_language(text: str, language: str) -> str:
    """Return what a stage said in `language`; a sentence that is not ours stays as it is."""
    return translated(text, language) or text


def said_in(review: Review, language: str) -> Review:
    """Return the review with all that its stages say in `language`; what its findings say, their rules know better."""
    if language == "en":
        return review
    return replace(
        review,
        findings=tuple(_finding(finding, language) for finding in review.findings),
        coverage=_coverage(review.coverage, language),
        gate=replace(review.gate, reasons=tuple(in_language(reason, language) for reason in review.gate.reasons)),
        notices=tuple(replace(one, message=in_language(one.message, language)) for one in review.notices),
    )


def _finding(finding: Finding, language: str) -> Finding:
    if not (finding.gate_note or finding.steps or finding.related):
        return finding
    return replace(
        finding,
        gate_note=in_language(finding.gate_note, language),
        steps=tuple(_step(step, language) for step in finding.steps),
        related=tuple(_step(step, language) for step in finding.related),
    )


def _step(step: Step, language: str) -> Step:
    return replace(step, message=in_language(step.message, language))


def _coverage(coverage: Coverage, language: str) -> Coverage:
    return Coverage(
        files=tuple(_file(file, language) for file in coverage.files),
        skipped=tuple(_skipped(skipped, language) for skipped in coverage.skipped),
        engines_missing=tuple(_skipped(engine, language) for engine in coverage.engines_missing),
    )


def _file(file: FileCoverage, language: str) -> FileCoverage:
    if not any(done.reason for done in file.passes):
        return file
    said = tuple(replace(done, reason=in_language(done.reason, language)) for done in file.passes)
    return replace(file, passes=said)


def _skipped(skipped: Skipped, language: str) -> Skipped:
    return replace(skipped, reason=in_language(skipped.reason, language))


@lru_cache(maxsize=4096)
def _said(text: str) -> str | None:
    """Return in Chinese one sentence, several, or a list; None for what is not ours."""
    return _one(text) or _several(text) or _listed(text)


def _one(text: str) -> str | None:
    for pattern, chinese in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return chinese.format(**{name: _fact(name, value) for name, value in found.groupdict().items()})
    return None


def _several(text: str) -> str | None:
    sentences = _SENTENCE_END.split(text)
    return _joined(sentences, "") if len(sentences) > 1 else None


def _listed(text: str) -> str | None:
    items = text.removesuffix(".").split(", ")
    listed = _joined(items, "、")
    return listed if listed is None or not text.endswith(".") else f"{listed}。"


def _joined(parts: Iterable[str], separator: str) -> str | None:
    said = [_one(part) or (_listed(part) if part.endswith(".") else None) for part in parts]
    known = [one for one in said if one is not None]
    return separator.join(known) if len(known) == len(said) else None


def _fact(name: str, value: str) -> str:
    if name == _LIST:
        return "、".join(_one(item) or item for item in value.split(", "))
    return (_said(value) or value) if name.isupper() else value


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(english), chinese) for english, chinese in CHINESE.items()]


def _pattern(english: str) -> re.Pattern[str]:
    parts = _FACT.split(english)
    shapes = (_shape(part) if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(shapes), re.DOTALL)


def _shape(name: str) -> str:
    return rf"(?P<{name}>[\d.,]+)" if name in _NUMBERS else f"(?P<{name}>.+?)"
