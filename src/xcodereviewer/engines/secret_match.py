"""What the `match` of a secret rule says, and the rule made ready.

Its expressions are run by RE2, in time linear in the text: rules come from other people too, and the text is untrusted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

import msgspec
import re2  # type: ignore[import-untyped]  # ships no types; what comes out of it is typed here

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.secret_checks import Check

__all__ = ["Hit", "KeywordFilter", "SecretMatch", "SecretRule", "prepare_rule"]

_GROUP = "secret"
_REGEX = ("match", "regex")


class SecretMatch(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """The `match` of a secret rule."""

    keywords: Annotated[list[Annotated[str, msgspec.Meta(min_length=2)]], msgspec.Meta(min_length=1)]
    regex: str | Annotated[list[str], msgspec.Meta(min_length=1)]  # RE2; the value is its group `secret…`
    inside: str = ""  # RE2: the stretches of the text that are looked at; default: all of it
    ignore_case: bool = False
    checks: list[Check] = []  # what the value must pass, beyond not being a placeholder
    near: list[str] = []  # one of these words stands around it, whatever their case
    min_entropy: float = 0.0  # bits of Shannon's entropy in each character of the value
    whole: bool = True  # no letter, digit or underscore may touch the value
    any_body: bool = False  # runs and words do not speak against the value; its checks tell whether it is real
    split: bool = True  # look for it across string literals that are put together, too
    assigned: bool = False  # a name says that the value is secret; else the value's own form does


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A stretch of bytes that has the form of the rule; `groups` are the regex's other named groups."""

    start: int
    end: int
    match_start: int  # where the form begins, which may be in front of the value
    form: str  # the group that holds the value
    groups: dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    regex: object
    values: dict[str, int]  # the groups that hold the value, by name
    context: dict[str, int]  # and the other named groups

    def hits(self, data: bytes, start: int, end: int) -> Iterator[Hit]:
        for match in self.regex.finditer(data, start, end):  # type: ignore[attr-defined]  # a compiled expression of re2
            form = next((name for name, index in self.values.items() if match.end(index) >= 0), "")
            if form:
                value_start, value_end = match.span(self.values[form])
                groups = {name: match.group(index) or b"" for name, index in self.context.items()}
                yield Hit(start=value_start, end=value_end, match_start=match.start(), form=form, groups=groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretRule:
    """A rule with its parsed `match`."""

    rule: Rule
    form: SecretMatch
    expressions: tuple[_Expression, ...]
    inside: object | None
    near: object | None
    keywords: object

    def hits(self, data: bytes) -> Iterator[Hit]:
        """Yield the stretches of `data` that have the rule's form."""
        for start, end in self._stretches(data):
            for expression in self.expressions:
                yield from expression.hits(data, start, end)

    def _stretches(self, data: bytes) -> Iterator[tuple[int, int]]:
        if self.inside is None:
            yield 0, len(data)
        else:
            yield from (match.span() for match in self.inside.finditer(data))  # type: ignore[attr-defined]  # re2

    def is_near(self, data: bytes, start: int, end: int) -> bool:
        """Whether one of the rule's words stands between the two places, or it asks for none."""
        return self.near is None or self.near.search(data, start, end) is not None  # type: ignore[attr-defined]  # re2

    def keyword_places(self, data: bytes, limit: int) -> Iterator[int]:
        """Yield where a keyword stands, the first `limit` of them."""
        return (match.start() for match in islice(self.keywords.finditer(data), limit))  # type: ignore[attr-defined]  # a compiled expression of re2


class KeywordFilter:
    """Tells in one pass which rules are worth a look at a text."""

    def __init__(self, rules: Sequence[SecretRule]) -> None:
        self._set = re2.Set.SearchSet(_options())
        self._owners: list[int] = []
        for number, rule in enumerate(rules):
            for keyword in rule.form.keywords:
                flag = b"(?i)" if rule.form.ignore_case else b""
                self._set.Add(flag + re2.escape(keyword.encode()))
                self._owners.append(number)
        if self._owners:
            self._set.Compile()

    def candidates(self, data: bytes) -> list[int]:
        """Return the indices of the rules with a keyword in `data`, in order."""
        found = self._set.Match(data) if self._owners else None
        return sorted({self._owners[index] for index in found or ()})


def prepare_rule(rule: Rule) -> SecretRule:
    """Parse the rule's `match` and compile its expression.

    Raises:
        Misfit: it is not one that a secret rule can have.
    """
    try:
        form = fit_json(rule.match, SecretMatch, within=("match",))
        expressions = [form.regex] if isinstance(form.regex, str) else form.regex
        return SecretRule(
            rule=rule,
            form=form,
            expressions=tuple(_expression(text, ignore_case=form.ignore_case) for text in expressions),
            inside=_compiled(form.inside) if form.inside else None,
            near=_any_of(form.near, ignore_case=True) if form.near else None,
            keywords=_any_of(form.keywords, ignore_case=form.ignore_case),
        )
    except Misfit as error:
        raise error.of(rule.id) from error


def _expression(text: str, *, ignore_case: bool) -> _Expression:
    regex = _compiled(text, ignore_case=ignore_case)
    groups = {name.decode(): index for name, index in regex.groupindex.items()}  # type: ignore[attr-defined]  # re2
    values = {name: index for name, index in groups.items() if name.startswith(_GROUP)}
    if not values:
        raise Misfit("`match.regex` has no group `(?P<secret>…)`; put it around the value", path=_REGEX, word=text)
    context = {name: index for name, index in groups.items() if name not in values}
    return _Expression(regex=regex, values=values, context=context)


def _compiled(text: str, *, ignore_case: bool = False) -> object:
    try:
        return re2.compile((("(?i)" if ignore_case else "") + text).encode(), _options())
    except re2.error as error:
        raise Misfit(f"RE2 refuses the expression `{text}`: {_said(error)}", path=("match",), word=text) from error


def _any_of(words: Sequence[str], *, ignore_case: bool) -> object:
    flag = b"(?i)" if ignore_case else b""
    return re2.compile(flag + b"|".join(re2.escape(word.encode()) for word in words), _options())


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _options() -> object:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes in, offsets in bytes out
    options.log_errors = False
    options.max_mem = 32 << 20
    return options
