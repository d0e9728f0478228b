"""How many findings there are of each sort."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from xcodereviewer.domain.finding import Finding, Fix, Witness
from xcodereviewer.domain.levels import BaselineState, Severity
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.sentences import in_language, translated
from xcodereviewer.reports.terminal_words import say

__all__ = ["Standing", "Tally", "headline", "other_witnesses", "proposed", "standing", "tally"]

# "known" is in the baseline already, "gone" is in nothing but the baseline.
Standing = Literal["open", "suppressed", "known", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of a review's findings; `by_severity` counts the open ones and leaves out what there is none of."""

    open: int
    new: int
    suppressed: int
    known: int
    gone: int
    by_severity: Mapping[Severity, int]


def standing(finding: Finding) -> Standing:
    """Return where a finding stands: what is shown, what is only counted."""
    if finding.is_open:
        return "open"
    if finding.suppression is not None and finding.suppression.counts:
        return "suppressed"
    return "gone" if finding.baseline is BaselineState.ABSENT else "known"


def tally(findings: Iterable[Finding]) -> Tally:
    """Count the findings."""
    stands: Counter[Standing] = Counter()
    severities: Counter[Severity] = Counter()
    new = 0
    for finding in findings:
        stood = standing(finding)
        stands[stood] += 1
        if stood == "open":
            severities[finding.severity] += 1
            new += finding.baseline is BaselineState.NEW
    return Tally(
        open=stands["open"],
        new=new,
        suppressed=stands["suppressed"],
        known=stands["known"],
        gone=stands["gone"],
        by_severity={severity: severities[severity] for severity in Severity if severities[severity]},
    )


def other_witnesses(finding: Finding) -> tuple[Witness, ...]:
    """Return who else saw the problem than the engine and rule that the finding is named by."""
    return tuple(w for w in finding.witnesses if (w.engine, w.rule) != (finding.engine, finding.rule))


def headline(finding: Finding, rule: Rule | None, language: str) -> tuple[str, str]:
    """Return the finding's first line in `language`, and what the engine said when that adds something.

    An engine's message is English: where it can be said in no other language, that gets the rule's title with the
    message below it.
    """
    if rule is not None and finding.message in (rule.message.en, ""):
        return rule.message.in_language(language), ""
    if rule is not None and finding.message.startswith(f"{rule.message.en} ") and language != "en":
        more = in_language(finding.message.removeprefix(f"{rule.message.en} "), language)
        return rule.message.in_language(language), more
    said = translated(finding.message, language)
    if said is not None or rule is None:
        return said or finding.message or finding.rule, ""
    return rule.title.in_language(language), say(language, "original", text=finding.message)


def proposed(fix: Fix, rule: Rule | None, language: str) -> str:
    """Return what a fix does, in `language`; where that is told in English only, how many places it changes."""
    if rule is None or language == "en":
        return fix.description
    if fix.description == rule.title.en:
        return rule.title.in_language(language)
    return translated(fix.description, language) or say(language, "edits", n=len(fix.edits))
