"""Which finding is about which label, and how each case ended.

A finding is about a label when it is in its file, on its lines where it has lines, and names an accepted weakness: the
rule or the CWE itself, or one that is related (`triage.weakness`: the same family, or a kind of the class that the
label names). Each finding answers one label. Real weaknesses choose first, so that as many as can be are found; within
one label the exact weakness and then the nearest line is preferred. A second finding about a label that is answered
already is neither right nor wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category
from xcodereviewer.evaluation.labels import Complete, Label, Labels
from xcodereviewer.triage.weakness import is_related

__all__ = ["Agreement", "Case", "Outcome", "judge"]


class Outcome(StrEnum):
    """How a case ended."""

    HIT = "TP"
    FALSE_ALARM = "FP"
    MISS = "FN"
    SILENT = "TN"

    @property
    def is_right(self) -> bool:
        """Whether the label and the review agree."""
        return self in (Outcome.HIT, Outcome.SILENT)


class Agreement(StrEnum):
    """How the weakness of a finding agrees with that of its label; the better one is first."""

    EXACT = "exact"
    RELATED = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A label with the finding that answers it, if there is one; a false alarm may have no label."""

    label: Label
    finding: Finding | None = None
    agreement: Agreement | None = None
    is_labelled: bool = True

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        if self.label.is_real:
            return Outcome.HIT if self.finding is not None else Outcome.MISS
        return Outcome.FALSE_ALARM if self.finding is not None else Outcome.SILENT


_Candidate = tuple[Agreement, int, int]  # how well, how far from the label's first line, index of the finding


def judge(labels: Labels, findings: Iterable[Finding]) -> list[Case]:
    """Return every case in the order of the labels, and after them the false alarms that no label speaks of."""
    found = list(findings)
    by_path: dict[str, list[int]] = defaultdict(list)
    for index, finding in enumerate(found):
        by_path[finding.location.path].append(index)
    candidates = [_candidates(label, found, by_path) for label in labels.labels]
    answers = _answers(labels.labels, candidates)
    cases = []
    for number, label in enumerate(labels.labels):
        if number in answers:
            agreement, _, index = answers[number]
            cases.append(Case(label=label, finding=found[index], agreement=agreement))
        else:
            cases.append(Case(label=label))
    spoken_of = {index for several in candidates for _, _, index in several}
    return cases + list(_false_alarms(labels, [one for index, one in enumerate(found) if index not in spoken_of]))


def _candidates(label: Label, found: Sequence[Finding], by_path: Mapping[str, Sequence[int]]) -> list[_Candidate]:
    candidates = []
    for index in (index for path in label.paths for index in by_path.get(path, ())):
        agreement = _agreement(label, found[index])
        if agreement is not None and _is_on_lines(label, found[index]):
            first = label.lines[0] if label.lines else 0
            candidates.append((agreement, abs(found[index].location.span.start_line - first), index))
    return sorted(candidates)


def _agreement(label: Label, finding: Finding) -> Agreement | None:
    rules = {finding.rule, *(witness.rule for witness in finding.witnesses)}
    if not rules.isdisjoint(label.rules) or not label.cwes.isdisjoint(finding.cwe):
        return Agreement.EXACT
    is_near = any(is_related(cwe, accepted) for cwe in finding.cwe for accepted in label.cwes)
    return Agreement.RELATED if is_near else None


def _is_on_lines(label: Label, finding: Finding) -> bool:
    span = finding.location.span
    return label.lines is None or (span.start_line <= label.lines[1] and label.lines[0] <= span.end_line)


def _answers(labels: Sequence[Label], candidates: Sequence[Sequence[_Candidate]]) -> dict[int, _Candidate]:
    """Return the finding of each label that gets one: the most labels that can (augmenting paths), real ones first."""
    taken: dict[int, int] = {}  # finding → label
    answers: dict[int, _Candidate] = {}

    def finds_one(label: int, tried: set[int]) -> bool:
        for candidate in candidates[label]:
            index = candidate[2]
            if index in tried:
                continue
            tried.add(index)
            if index not in taken or finds_one(taken[index], tried):
                taken[index], answers[label] = label, candidate
                return True
        return False

    for number in sorted(range(len(labels)), key=lambda number: not labels[number].is_real):
        finds_one(number, set())
    return answers


def _false_alarms(labels: Labels, findings: Iterable[Finding]) -> Iterator[Case]:
    """Yield, of findings about no label, those that stand where everything is labelled."""
    by_path: dict[str, list[Label]] = defaultdict(list)
    for label in labels.labels:
        for path in label.paths:
            by_path[path].append(label)
    for finding in findings:
        near = next((label for label in by_path.get(finding.location.path, ()) if _agreement(label, finding)), None)
        match labels.complete:
            case Complete.NOTHING:
                return
            case Complete.FILES:
                is_false = near is not None
            case Complete.TREE:
                is_false = finding.category is Category.SECURITY
        if is_false:
            yield _unlabelled(finding, near)


def _unlabelled(finding: Finding, near: Label | None) -> Case:
    location = finding.location
    weakness = f"CWE-{finding.cwe[0]}" if finding.cwe else finding.rule
    label = Label(
        case=f"{location.path}:{location.span.start_line}",
        category=weakness if near is None else near.category,
        is_real=False,
        paths=frozenset({location.path}),
        lines=(location.span.start_line, location.span.end_line),
        cwes=frozenset(finding.cwe),
        note="not labelled",
    )
    return Case(label=label, finding=finding, is_labelled=False)
