"""Which findings a comment in the source silences, and which comments silence nothing.

A marker speaks of a finding that begins or ends on its lines; one that names the finding's rule also counts inside a
finding of a few lines, since a formatter puts `shell=True,  # nosec B602` on a line of its own. Whoever names a rule
may name any that saw the problem, or would have: what a shape found and what a data flow proves is one weakness
(`kin`), and which of the two sees it hangs on how a function was imported. Another tool's code counts for our rule
when the rule carries it (`foreign_codes`); a code that no rule carries silences nothing.

What is not honoured is said: an expired marker, a malformed one, and (when `strict`) one without a rule, or one of
ours without a reason. What the change under review itself adds is marked and does not count. Ours that silence
nothing are reported when the rules they name were run; another tool's only when it names a rule of ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from xcodereviewer.domain.finding import Finding, Suppression
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.comments import FOREIGN_MARKERS, Marker
from xcodereviewer.triage.mended import is_mended
from xcodereviewer.triage.suppression_words import say_added, say_refused, say_unknown, say_unused

__all__ = ["SuppressionOptions", "apply_suppressions"]

_FEW_LINES = 10
_EVERY_RULE = ""
_ALL_OF_ENGINE = "secrets*"  # what `allowlist` speaks of; no rule can be called so


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionOptions:
    """How suppression comments are honoured.

    `aliases` gives the id that has replaced an old one. `foreign_codes` gives, by rule id, what other tools call the
    rule (`B602`, `S602`). `kin` gives, by rule id, the rules by which other engines see the same weakness.
    `known_rules` are all rules that exist, run or not: with them a name that is no rule's is reported, and a marker
    without a rule counts as unused only when all of them ran.
    """

    today: date
    honoured: frozenset[str] = FOREIGN_MARKERS  # ours always is
    strict: bool = False
    added_lines: Mapping[str, Change] | None = None
    rules_run: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    foreign_codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known_rules: frozenset[str] | None = None


def apply_suppressions(
    findings: Iterable[Finding], markers: Mapping[str, tuple[Marker, ...]], *, options: SuppressionOptions
) -> tuple[list[Finding], list[Notice]]:
    """Return the findings with what silences them, and what there is to say of the comments, by path and line."""
    findings = list(findings)
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for finding in findings:
        if finding.location.path in markers:
            lines[finding.location.path].update(_lines_of(finding))
    names = _Names(options)
    files = {path: _File(path, told, names, lines=lines[path], options=options) for path, told in markers.items()}
    judged = [
        files[finding.location.path].judge(finding) if finding.location.path in files else finding
        for finding in findings
    ]
    notices = [notice for file in files.values() for notice in file.notices()]
    return judged, sorted(notices, key=lambda notice: (notice.path, notice.line))


class _Verdict(IntEnum):
    """What becomes of a marker, from the best to the worst."""

    COUNTS = 0
    ADDED = 1  # by the change under review
    STRICT = 2
    EXPIRED = 3
    MALFORMED = 4


class _Key(NamedTuple):
    """Where and by what name a marker speaks; line 0 is the whole file, no name is every rule."""

    line: int
    is_ours: bool
    name: str


class _Names:
    """What a rule may be called in a marker."""

    def __init__(self, options: SuppressionOptions) -> None:
        self._codes = options.foreign_codes
        self._kin = options.kin
        self._renamed = {old: _latest(old, options.aliases) for old in options.aliases}
        self._spoken: dict[frozenset[str], Sequence[tuple[bool, str]]] = {}
        self._rules: defaultdict[str, set[str]] = defaultdict(set)
        for rule in {*options.rules_run, *(options.known_rules or ()), *options.aliases}:
            for name in (rule, _bare(rule)):
                self._rules[name].add(self._renamed.get(rule, rule))

    def rules(self, name: str) -> set[str]:
        """Return the ids of the rules of ours that a name in a marker stands for now."""
        return self._rules.get(name, set())

    def of_marker(self, marker: Marker, name: str) -> set[str]:
        """Return the names to file a marker's name under."""
        rules = self.rules(name)
        meant = {name, *rules}.union(*(self._kin.get(rule, ()) for rule in rules))
        return meant if marker.kind == "xcr" else {one.casefold() for one in meant}

    def of_finding(self, finding: Finding) -> Sequence[tuple[bool, str]]:
        """Return every name by which a marker (of ours or not) may call the finding."""
        seen_by = frozenset((finding.rule, *(witness.rule for witness in finding.witnesses)))
        if seen_by not in self._spoken:
            self._spoken[seen_by] = self._spell(seen_by)
        return self._spoken[seen_by]

    def _spell(self, seen_by: frozenset[str]) -> Sequence[tuple[bool, str]]:
        rules = seen_by | {self._renamed[rule] for rule in seen_by if rule in self._renamed}
        ours = rules | {_bare(rule) for rule in rules}
        foreign = {name.casefold() for name in ours.union(*(self._codes.get(rule, ()) for rule in rules))}
        return [*((True, name) for name in sorted(ours)), *((False, name) for name in sorted(foreign))]


class _File:
    """The markers of one file against its findings; a finding costs the same however many markers there are."""

    def __init__(
        self, path: str, markers: Sequence[Marker], names: _Names, *, lines: set[int], options: SuppressionOptions
    ) -> None:
        self._path = path
        self._names = names
        self._options = options
        self._markers = [marker for marker in markers if marker.kind == "xcr" or marker.kind in options.honoured]
        change = (options.added_lines or {}).get(path)
        self._verdicts = [_judge(marker, change, options) for marker in self._markers]
        self._best: dict[_Key, int] = {}  # the marker that answers for a key
        self._used: set[_Key] = set()
        self._at_work: set[int] = set()  # the markers that findings point to
        for number, marker in enumerate(self._markers):
            for name in marker.rules or (_whole(marker),):
                for key in self._keys(marker, name):
                    if key.line and key.line not in lines:
                        continue  # no finding will ask for it
                    best = self._best.setdefault(key, number)
                    self._best[key] = min(best, number, key=self._rank)

    def judge(self, finding: Finding) -> Finding:
        """Return the finding with what silences it."""
        keys = [key for key in self._keys_of(finding) if key in self._best]
        if not keys:
            return finding
        self._used.update(keys)
        number = min((self._best[key] for key in keys), key=self._rank)
        marker, verdict = self._markers[number], self._verdicts[number]
        if finding.suppression is not None and finding.suppression.counts:
            return finding
        self._at_work.add(number)
        if verdict > _Verdict.ADDED:
            return replace(finding, gate_note=say_refused(marker, _why(marker, verdict)))
        suppression = Suppression(
            kind="inSource",
            marker=marker.kind,
            reason=marker.reason,
            until=marker.until,
            line=marker.line,
            counts=verdict is _Verdict.COUNTS,
        )
        return replace(finding, suppression=suppression)

    def notices(self) -> Iterator[Notice]:
        """Yield what there is to say of the markers, once every finding has been judged."""
        for number, (marker, verdict) in enumerate(zip(self._markers, self._verdicts, strict=True)):
            for code, message in self._remarks(marker, verdict, is_at_work=number in self._at_work):
                yield Notice(code=code, message=message, path=self._path, line=marker.line)

    def _remarks(self, marker: Marker, verdict: _Verdict, *, is_at_work: bool) -> Iterator[tuple[str, str]]:
        if marker.kind == "xcr" and self._options.known_rules is not None:
            unknown = [name for name in marker.rules if not self._names.rules(name)]
            if unknown and verdict is not _Verdict.MALFORMED:
                yield "unknown-rule", say_unknown(marker, unknown)
        match verdict:
            case _Verdict.COUNTS | _Verdict.ADDED:
                if verdict is _Verdict.ADDED and is_at_work:
                    yield "self-suppression", say_added(marker)
                unused = self._unused(marker)
                if unused:
                    yield "unused-suppression", say_unused(marker, unused)
            case _ if marker.kind == "xcr" or (is_at_work and verdict is _Verdict.STRICT):
                yield _CODES[verdict], say_refused(marker, _why(marker, verdict))

    def _unused(self, marker: Marker) -> list[str]:
        """Return the names of the marker that silence nothing though their rules ran; [""] for one without names."""
        run = self._options.rules_run
        if marker.rules:
            idle = [name for name in marker.rules if self._used.isdisjoint(self._keys(marker, name))]
            return [name for name in idle if not run.isdisjoint(self._names.rules(name))]
        all_ran = bool(run) and (self._options.known_rules or run) <= run
        is_idle = self._used.isdisjoint(self._keys(marker, _EVERY_RULE))
        return [_EVERY_RULE] if marker.kind == "xcr" and all_ran and is_idle else []

    def _keys(self, marker: Marker, name: str) -> Iterator[_Key]:
        lines = range(1) if marker.whole_file else range(marker.first, marker.last + 1)
        for one in self._names.of_marker(marker, name):
            for line in lines:
                if line > 0 or marker.whole_file:
                    yield _Key(line, marker.kind == "xcr", one)

    def _keys_of(self, finding: Finding) -> Iterator[_Key]:
        for is_ours, name in self._names.of_finding(finding):
            yield _Key(0, is_ours, name)
            for line in _lines_of(finding):
                yield _Key(line, is_ours, name)
        for line in _ends_of(finding):
            yield _Key(line, True, _EVERY_RULE)
            yield _Key(line, False, _EVERY_RULE)
            if finding.engine == "secrets":
                yield _Key(line, False, _ALL_OF_ENGINE)

    def _rank(self, number: int) -> tuple[_Verdict, bool, bool, int]:
        marker = self._markers[number]
        return self._verdicts[number], marker.kind != "xcr", not marker.rules, number


_CODES = {
    _Verdict.STRICT: "strict-suppression",
    _Verdict.EXPIRED: "expired-suppression",
    _Verdict.MALFORMED: "malformed-suppression",
}


def _whole(marker: Marker) -> str:
    return _ALL_OF_ENGINE if marker.kind == "allowlist" else _EVERY_RULE


def _ends_of(finding: Finding) -> tuple[int, int]:
    span = finding.location.span
    # A span that ends before the first column of a line does not reach into it.
    return span.start_line, span.end_line - (span.end_column == 1 and span.end_line > span.start_line)


def _lines_of(finding: Finding) -> Iterable[int]:
    """Return the lines on which a marker that names the rule counts."""
    first, last = _ends_of(finding)
    return range(first, last + 1) if last - first < _FEW_LINES else (first, last)


def _judge(marker: Marker, change: Change | None, options: SuppressionOptions) -> _Verdict:
    if marker.problem:
        return _Verdict.MALFORMED
    if marker.until is not None and marker.until < options.today:
        return _Verdict.EXPIRED
    names_rule = marker.rules or marker.kind == "allowlist"
    if options.strict and (not names_rule or (marker.kind == "xcr" and not marker.reason)):
        return _Verdict.STRICT
    if change is not None and (change.is_new or (marker.line in change.lines and not is_mended(marker, change))):
        return _Verdict.ADDED
    return _Verdict.COUNTS


def _why(marker: Marker, verdict: _Verdict) -> str:
    match verdict:
        case _Verdict.EXPIRED:
            return f"it expired after {marker.until}"
        case _Verdict.STRICT:
            return (
                "a suppression must name its reason here" if marker.rules else "a suppression must name its rule here"
            )
        case _:
            return marker.problem


def _bare(rule: str) -> str:
    return rule.rpartition(".")[2]


def _latest(rule: str, aliases: Mapping[str, str]) -> str:
    seen = {rule}
    while aliases.get(rule) and aliases[rule] not in seen:
        rule = aliases[rule]
        seen.add(rule)
    return rule
