"""Texts searched for credentials."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_checks import judge
from xcodereviewer.engines.secret_match import Hit, KeywordFilter, SecretMatch, SecretRule, prepare_rule
from xcodereviewer.engines.secret_placeholders import is_invented, is_template
from xcodereviewer.engines.secret_randomness import entropy
from xcodereviewer.engines.secret_text import SecretText

__all__ = ["SecretsScanner"]

_MOST_MATCHES = 200  # in one file; a file with more is a list of them, and the first are enough to say so
_MOST_HITS = 20_000  # of one rule in one file
_MOST_JOINS = 50  # places in one file where literals are put together for a rule
_NEAR = 300  # bytes around a value in which the rule's words may stand
_MASKS = ("****", "••••")  # as reports, ours among them, hide a value
_TOLD_APART = frozenset({"test", "example"})
_LESS_SURE = {Confidence.HIGH: Confidence.MEDIUM, Confidence.MEDIUM: Confidence.LOW, Confidence.LOW: Confidence.LOW}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    start: int
    end: int
    rule: SecretRule
    opinion: Opinion


class SecretsScanner:
    """Runs the detectors."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [prepare_rule(rule) for rule in rules]
        self._keywords = KeywordFilter(self._rules)

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield the credentials in each file."""
        for file in files:
            yield self._scan(file)

    def _scan(self, file: SourceText) -> Scan:
        text = SecretText(file.text)
        found: list[_Found] = []
        gap = ""
        for number in self._keywords.candidates(text.data):
            rule = self._rules[number]
            if file.language not in rule.rule.languages or (rule.rule.skip_tests and "test" in file.tags):
                continue
            for hits, item in enumerate(_found(rule, text, file)):
                if item is not None:
                    found.append(item)
                if hits >= _MOST_HITS or len(found) >= 2 * _MOST_MATCHES:
                    gap = f"more places than {_MOST_MATCHES} look like secrets; the rest was not looked at"
                    break
        told = _tell_apart(found)
        if len(told) > _MOST_MATCHES:
            gap = f"more places than {_MOST_MATCHES} look like secrets; the rest was not looked at"
        return Scan(id=file.id, matches=tuple(_matches(told[:_MOST_MATCHES], text, file)), gap=gap)


def _found(rule: SecretRule, text: SecretText, file: SourceText) -> Iterator[_Found | None]:
    """Yield, for each stretch that has the rule's form, the secret that it is, or None."""
    for hit in rule.hits(text.data):
        yield _judged(rule, hit, text, file)
    if rule.form.split and not rule.form.assigned:
        yield from _found_in_pieces(rule, text, file)


def _found_in_pieces(rule: SecretRule, text: SecretText, file: SourceText) -> Iterator[_Found | None]:
    """Look for secrets that are split into string literals, as people do to slip them past a scanner."""
    seen_to = -1
    for offset in rule.keyword_places(text.data, _MOST_JOINS):
        joined = text.joined(offset) if offset > seen_to else None
        if joined is None:
            continue
        for hit in rule.hits(joined.data):
            if not joined.spans_joint(hit.match_start, hit.end):
                continue
            start, end = joined.origin(hit.start), joined.origin(hit.end - 1) + 1
            seen_to = max(seen_to, end)
            value = joined.data[hit.start : hit.end].decode("utf-8", "replace")
            yield _judged(rule, replace(hit, start=start, end=end), text, file, value=value)


def _judged(rule: SecretRule, hit: Hit, text: SecretText, file: SourceText, *, value: str = "") -> _Found | None:
    value = value or text.text(hit.start, hit.end)
    form = rule.form
    if form.whole and text.touches_word(hit.start, hit.end):
        return None
    if any(mask in value for mask in _MASKS) or entropy(value) < form.min_entropy or _is_stand_in(value, form):
        return None
    if not rule.is_near(text.data, max(0, hit.start - _NEAR), hit.end + _NEAR):
        return None
    candidate = Candidate(
        value=value,
        form=hit.form,
        groups={name: group.decode("utf-8", "replace") for name, group in hit.groups.items()},
        before=text.before(hit.start),
        after=text.after(hit.end),
        language=file.language,
    )
    opinion = judge(candidate, form.checks)
    if opinion is None:
        return None
    return _Found(start=hit.start, end=hit.end, rule=rule, opinion=opinion)


def _is_stand_in(value: str, form: SecretMatch) -> bool:
    """Whether the value is a placeholder; the checks of assigned values ask that themselves, and more strictly."""
    if form.assigned or form.any_body:
        return False
    return is_invented(value) or is_template(value)


def _tell_apart(found: Iterable[_Found]) -> list[_Found]:
    """Return what was found in order; where it overlaps, only what says the most: a provider's form before a name's."""
    kept: list[_Found] = []
    for item in sorted(found, key=lambda item: (item.rule.form.assigned, -item.rule.rule.severity.rank, item.start)):
        if not any(item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _matches(found: Sequence[_Found], text: SecretText, file: SourceText) -> Iterator[Match]:
    is_apart = not _TOLD_APART.isdisjoint(file.tags) or file.language is Language.MARKDOWN
    for item, span in zip(found, text.spans([(item.start, item.end) for item in found]), strict=True):
        confidence = item.opinion.confidence or item.rule.rule.confidence
        yield Match(
            rule=item.rule.rule.id,
            span=span,
            severity=item.opinion.severity,
            confidence=_LESS_SURE[confidence] if is_apart else item.opinion.confidence,
        )
