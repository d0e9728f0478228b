"""The quality gate: whether a review passes, and in plain sentences why."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import BaselineState, Severity, Status
from xcodereviewer.domain.review import Gate, GateResult, Score
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.changed import is_on_changed_lines
from xcodereviewer.triage.looked_at import files_looked_at

__all__ = ["InvalidPolicy", "Policy", "judge"]


_NOTHING_CHANGED = "The change touches nothing that is reviewed."


class InvalidPolicy(InputError):
    """A gate that no review could be judged by."""

    def __init__(self, setting: str, value: float, accepted: str) -> None:
        super().__init__(f"The gate's {setting} is {value:g}; it must be {accepted}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What makes a review fail.

    `min_coverage` is a share, 0 to 1; without it, all that was to be looked at must have been, save what was skipped
    or did not parse. `max_findings` is how many findings at or above `fail_on` are let through. What the baseline
    knows never gates; `new_only` has the verdict say so when nothing is there to tell what is new.
    """

    fail_on: Severity | None = None
    new_only: bool = False
    min_coverage: float | None = None
    min_score: int | None = None
    max_findings: int = 0

    def __post_init__(self) -> None:
        if self.min_coverage is not None and not 0 <= self.min_coverage <= 1:
            raise InvalidPolicy("minimum coverage", self.min_coverage, "a share from 0 to 1")
        if self.min_score is not None and not 0 <= self.min_score <= 100:
            raise InvalidPolicy("minimum score", self.min_score, "from 0 to 100")
        if self.max_findings < 0:
            raise InvalidPolicy("number of findings let through", self.max_findings, "0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Check:
    """Whether one demand of the policy is met, in a sentence; empty when there is nothing to say."""

    is_met: bool = True
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exemption:
    """Why a finding cannot fail the gate: for the count (empty: it is not counted), and for the finding itself."""

    word: str
    note: str


def judge(
    findings: Iterable[Finding],
    coverage: Coverage,
    *,
    policy: Policy,
    changes: Mapping[str, Change] | None = None,
    score: Score | None = None,
) -> tuple[Gate, list[Finding]]:
    """Return the verdict, and the findings with whether they gate and why not.

    Insufficient coverage beats a failed gate, and that beats nothing to review. With `changes` only findings on
    changed lines gate, and a change of nothing that is reviewed passes. Without a severity to fail on, `gates` says
    which findings would. The note of a finding that gates is kept; any other is written anew, so judging again is safe.
    """
    exemptions = [(finding, _exemption(finding, changes)) for finding in findings]
    judged = [_with_verdict(finding, exemption, policy.fail_on) for finding, exemption in exemptions]
    failing = tuple(dict.fromkeys(f.fingerprint for f in judged if f.gates and _reaches(f, policy.fail_on)))
    looked = _check_coverage(coverage, policy.min_coverage)
    if looked.is_met and _is_nothing(coverage, judged):
        if changes is not None and not any(skipped.is_limit for skipped in coverage.skipped):
            return Gate(result=_result(policy, looked=looked, others=()), reasons=(_NOTHING_CHANGED,)), judged
        return Gate(result=GateResult.NOTHING, reasons=(_say_nothing(coverage),)), judged
    found = _check_findings(len(failing), policy)
    scored = _check_score(score, policy.min_score)
    hidden = Counter(e.word for finding, e in exemptions if e and e.word and _reaches(finding, policy.fail_on))
    sentences = (
        looked.sentence,
        found.sentence,
        _say_exempt(hidden, policy.fail_on),
        scored.sentence,
        _say_all_new(judged, changes) if policy.new_only else "",
    )
    result = _result(policy, looked=looked, others=(found, scored))
    if coverage.is_unread and result in (GateResult.PASSED, GateResult.UNSET):
        return Gate(result=GateResult.NOTHING, reasons=(_say_unread(coverage),)), judged
    return Gate(
        result=result,
        reasons=tuple(sentence for sentence in sentences if sentence),
        failing=() if found.is_met else failing,
    ), judged


def _result(policy: Policy, *, looked: _Check, others: Iterable[_Check]) -> GateResult:
    if not looked.is_met:
        return GateResult.INSUFFICIENT
    if not all(check.is_met for check in others):
        return GateResult.FAILED
    is_set = policy.fail_on is not None or policy.min_score is not None or policy.min_coverage is not None
    return GateResult.PASSED if is_set else GateResult.UNSET


def _exemption(finding: Finding, changes: Mapping[str, Change] | None) -> _Exemption | None:
    suppression = finding.suppression
    if finding.baseline is BaselineState.ABSENT:
        return _Exemption(word="", note="gone since the baseline")
    if finding.status is Status.PREVIEW:
        note = finding.gate_note or "found by a preview rule, which never gates"
        return _Exemption(word="in preview", note=note)
    if suppression is not None and suppression.counts:
        reason = f": {suppression.reason}" if suppression.reason else ""
        return _Exemption(word="suppressed", note=f"suppressed by `{suppression.marker}`{reason}")
    if finding.baseline in (BaselineState.UNCHANGED, BaselineState.UPDATED):
        return _Exemption(word="in the baseline", note="in the baseline")
    if changes is not None and not is_on_changed_lines(finding, changes):
        return _Exemption(word="not on changed lines", note="not on lines that the change under review touches")
    return None


def _with_verdict(finding: Finding, exemption: _Exemption | None, fail_on: Severity | None) -> Finding:
    if exemption is not None:
        return replace(finding, gates=False, gate_note=exemption.note)
    if fail_on is not None and not _reaches(finding, fail_on):
        return replace(finding, gates=False, gate_note="")  # its severity says why
    return replace(finding, gates=True, gate_note=_own_note(finding))


def _own_note(finding: Finding) -> str:
    if finding.gates:
        return finding.gate_note
    if finding.suppression is not None:
        return f"`{finding.suppression.marker}` does not count for it: the change under review adds that itself"
    return ""


def _reaches(finding: Finding, fail_on: Severity | None) -> bool:
    return fail_on is not None and finding.severity.rank >= fail_on.rank


def _check_coverage(coverage: Coverage, min_coverage: float | None) -> _Check:
    failures = _say_failures(coverage)
    if min_coverage is None:
        return _Check(is_met=not failures, sentence=failures)
    if failures and not _was_looked_at(coverage):
        return _Check(is_met=False, sentence=f"{failures} Nothing else was looked at.")
    is_met = coverage.ratio >= min_coverage
    if is_met and not failures:
        return _Check()
    done = math.floor(coverage.ratio * 1000) / 10  # rounded down: 89.96 % must not read as the 90 % that it misses
    share = f"{done:g} % of the intended work was done; the gate asks for {min_coverage * 100:g} %."
    return _Check(is_met=is_met, sentence=f"{failures} {share}".strip())


def _say_failures(coverage: Coverage) -> str:
    passes = sum(p.outcome is Outcome.FAILED for file in coverage.files for p in file.passes)
    unread = sum(skipped.is_failure for skipped in coverage.skipped)
    counts = (
        _counted(passes, "pass over a file failed", "passes over files failed"),
        _counted(unread, "file was not read", "files were not read"),
        _counted(len(coverage.engines_missing), "engine could not run", "engines could not run"),
    )
    said = [count for count in counts if count]
    return f"{', '.join(said)}." if said else ""


def _check_findings(failing: int, policy: Policy) -> _Check:
    if policy.fail_on is None:
        return _Check(sentence="" if policy.min_score is not None else "No finding can fail it without `--fail-on`.")
    allowed = "none" if policy.max_findings == 0 else str(policy.max_findings)
    found = _counted(failing, "finding", "findings") or "No finding"
    sentence = f"{found} {_level(policy.fail_on)}; the gate allows {allowed}."
    return _Check(is_met=failing <= policy.max_findings, sentence=sentence)


def _check_score(score: Score | None, min_score: int | None) -> _Check:
    if min_score is None:
        return _Check()
    if score is None:
        return _Check(is_met=False, sentence=f"The review has no score; the gate asks for {min_score}.")
    sentence = f"The score is {score.total}; the gate asks for {min_score}."
    return _Check(is_met=score.total >= min_score, sentence=sentence)


def _say_exempt(words: Counter[str], fail_on: Severity | None) -> str:
    if fail_on is None or not words:
        return ""
    total = words.total()
    findings = _counted(total, "finding", "findings")
    verb = "does" if total == 1 else "do"
    counts = ", ".join(f"{words[word]} {word}" for word in sorted(words))
    return f"{findings} {_level(fail_on)} {verb} not count: {counts}."


def _say_all_new(judged: Iterable[Finding], changes: Mapping[str, Change] | None) -> str:
    if changes is not None or any(finding.baseline is not None for finding in judged):
        return ""
    return "No baseline and no diff was given, so every finding counts as new."


def _is_nothing(coverage: Coverage, judged: Iterable[Finding]) -> bool:
    return not _was_looked_at(coverage) and all(finding.baseline is BaselineState.ABSENT for finding in judged)


def _was_looked_at(coverage: Coverage) -> bool:
    return any(True for _ in files_looked_at(coverage))


def _say_nothing(coverage: Coverage) -> str:
    if coverage.files:
        return f"No engine looks at {_counted(len(coverage.files), 'file', 'files')} of this kind."
    if coverage.skipped:
        return f"{_counted(len(coverage.skipped), 'path was', 'paths were')} left out, and no file remains."
    return "There is no file."


def _say_unread(coverage: Coverage) -> str:
    """Say that secrets are all that was looked for, in what."""
    told = Counter(p.reason for file in coverage.files for p in file.passes if p.outcome is Outcome.UNSUPPORTED)
    files = _counted(told.total(), "file of code was", "files of code were")
    return f"{files} not reviewed: {', '.join(reason for reason, _ in told.most_common(5))}."


def _level(severity: Severity) -> str:
    return f"at {severity}" if severity is Severity.CRITICAL else f"at {severity} or above"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
