"""Findings that are known already, and the ids by which they stay known.

A baseline is a JSON file of entries, one on each line so that Git can merge it, or is made of the review of a commit.
A finding that is recognised takes over the id of its entry: that is how it keeps its id, and what people decided about
it, when the code around it changes.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from xcodereviewer import __version__
from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Finding, Suppression
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Notice
from xcodereviewer.triage.identify import fingerprint_again
from xcodereviewer.triage.matching import Trace, match_traces, trace_of

__all__ = [
    "Baseline",
    "BaselineEntry",
    "Comparison",
    "apply_baseline",
    "baseline_of",
    "read_baseline",
    "write_baseline",
]

SCHEMA_VERSION = 1


class CorruptBaseline(InputError):
    """A baseline file that cannot be trusted."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"The baseline {name} is not whole ({reason}). Restore it from Git, or write a new one with "
            "`xcr baseline create`."
        )


class BaselineEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One finding that is known, with all that it is recognised and reported by."""

    id: str
    rule: str
    path: str
    line: int
    severity: Severity
    category: Category
    message: str
    family: str
    scope: str
    place: str
    flow: str = ""

    @property
    def trace(self) -> Trace:
        """What the finding is recognised by."""
        return Trace(
            family=self.family, path=self.path, line=self.line, scope=self.scope, place=self.place, flow=self.flow
        )


class Baseline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All findings that are known, in the order of path, rule and id.

    `commit` is that at which the work tree was, when there was one: what Git calls renamed since is the same file.
    """

    version: int = SCHEMA_VERSION
    tool: str = __version__
    commit: str = ""
    entries: tuple[BaselineEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What findings are compared with.

    `renames` gives the path now of each file that was renamed since, by its old one. `added` are ids of entries that
    the change under review itself adds: they are reported and do not count. `still_open` are ids of entries that nobody
    accepted: their findings keep the id and count as before. `may_be_gone` says of an entry that matches
    no finding whether it would have been seen again: its file and rule were part of the review. An entry of which
    `is_elsewhere` says that it stands in a part that was not reviewed is no finding's, and keeps its id.
    """

    baseline: Baseline
    renames: Mapping[str, str] = field(default_factory=dict)
    added: Collection[str] = frozenset()
    still_open: Collection[str] = frozenset()
    may_be_gone: Callable[[BaselineEntry], bool] = lambda _: True
    is_elsewhere: Callable[[BaselineEntry], bool] = lambda _: False


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """Return the baseline in which these findings are known; what is gone or suppressed in the source is left out."""
    entries = [
        _entry(finding)
        for finding in findings
        if finding.baseline is not BaselineState.ABSENT
        and (finding.suppression is None or not finding.suppression.counts)
    ]
    return Baseline(entries=tuple(sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.id))))


def read_baseline(data: bytes, *, name: str) -> Baseline:
    """Read a baseline file; `name` is what errors call it.

    Raises:
        CorruptBaseline: it is no JSON, not whole, of another version, or names an id twice.
    """
    try:
        baseline = msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, RecursionError) as error:
        raise CorruptBaseline(name, str(error)) from error
    if baseline.version != SCHEMA_VERSION:
        raise CorruptBaseline(name, f"its version is {baseline.version}, this release reads {SCHEMA_VERSION}")
    ids = [entry.id for entry in baseline.entries]
    if len(set(ids)) < len(ids):
        raise CorruptBaseline(
            name, "an id stands in it twice, as after a merge; `xcr baseline update` cannot tell which"
        )
    return baseline


def write_baseline(baseline: Baseline) -> bytes:
    """Return the content of the baseline file."""
    entries = b",\n".join(map(msgspec.json.encode, baseline.entries))
    return b'{"version": %d, "tool": %b, "commit": %b, "entries": [\n%b\n]}\n' % (
        baseline.version,
        msgspec.json.encode(baseline.tool),
        msgspec.json.encode(baseline.commit),
        entries,
    )


def apply_baseline(findings: Sequence[Finding], comparison: Comparison) -> tuple[list[Finding], list[Notice]]:
    """Return the findings with their state and the id that they had before, and what is gone, in order of place."""
    elsewhere = {entry.id for entry in comparison.baseline.entries if comparison.is_elsewhere(entry)}
    entries = [entry for entry in comparison.baseline.entries if entry.id not in elsewhere]
    matched = match_traces(
        [entry.trace for entry in entries], [trace_of(finding) for finding in findings], renames=comparison.renames
    )
    taken = elsewhere | {entries[old].id for old, _ in matched.values()}
    compared = []
    own_entries = 0
    for index, finding in enumerate(findings):
        if index not in matched:
            compared.append(
                replace(finding, baseline=BaselineState.NEW, fingerprint=_unused(finding.fingerprint, taken))
            )
            continue
        old, is_same_text = matched[index]
        entry = entries[old]
        if entry.id in comparison.added:
            own_entries += 1
            compared.append(_self_accepted(finding, entry))
            continue
        if entry.id in comparison.still_open:
            compared.append(replace(finding, fingerprint=entry.id))
            continue
        state = BaselineState.UNCHANGED if is_same_text else BaselineState.UPDATED
        compared.append(replace(finding, baseline=state, fingerprint=entry.id))
    found = {old for old, _ in matched.values()}
    compared += [
        _gone(entry) for old, entry in enumerate(entries) if old not in found and comparison.may_be_gone(entry)
    ]
    notices = [_self_baseline(own_entries)] if own_entries else []
    return sorted(compared, key=lambda finding: (finding.location, finding.rule)), notices


def _unused(fingerprint: str, taken: set[str]) -> str:
    """Return a new finding's id, another one when a known finding that moved away still has it."""
    while fingerprint in taken:
        fingerprint = fingerprint_again(fingerprint)
    taken.add(fingerprint)
    return fingerprint


def _self_accepted(finding: Finding, entry: BaselineEntry) -> Finding:
    suppression = finding.suppression or Suppression(kind="external", marker="baseline", counts=False)
    return replace(finding, baseline=BaselineState.NEW, fingerprint=entry.id, suppression=suppression)


def _self_baseline(count: int) -> Notice:
    entries = "1 entry" if count == 1 else f"{count:,} entries"
    return Notice(
        code="self-baseline",
        message=f"The change under review adds {entries} to the baseline for findings of its own; they do not count.",
    )


def _entry(finding: Finding) -> BaselineEntry:
    trace = trace_of(finding)
    return BaselineEntry(
        id=finding.fingerprint,
        rule=finding.rule,
        path=trace.path,
        line=trace.line,
        severity=finding.severity,
        category=finding.category,
        message=finding.message,
        family=trace.family,
        scope=trace.scope,
        place=trace.place,
        flow=trace.flow,
    )


def _gone(entry: BaselineEntry) -> Finding:
    span = Span(start_line=entry.line, start_column=1, end_line=entry.line, end_column=1)
    return Finding(
        rule=entry.rule,
        message=entry.message,
        location=Location(path=entry.path, span=span),
        severity=entry.severity,
        confidence=Confidence.MEDIUM,
        category=entry.category,
        status=Status.STABLE,
        engine="baseline",
        kind=entry.family,
        place=entry.place,
        scope=entry.scope,
        fingerprint=entry.id,
        baseline=BaselineState.ABSENT,
        gates=False,
    )
