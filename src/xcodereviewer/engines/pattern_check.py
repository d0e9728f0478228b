"""A closer look at the `match` of a structural rule than a review takes: ast-grep passes over much in silence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

import msgspec
from ast_grep_py import SgRoot

from xcodereviewer.core.forms import Misfit, fit, fit_json, nearest
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.grammars import GRAMMARS, QUERIED
from xcodereviewer.engines.pattern_match import METAVARIABLE, PatternMatch

__all__ = ["check_match"]

_CAPTURE = re.compile(r"(?<!\$)\$(\$\$)?([A-Z][A-Z0-9_]*)")  # what begins with an underscore is not kept
_ANY_METAVARIABLE = re.compile(r"\$\$\$(?:[A-Z_][A-Z0-9_]*)?|\$\$?[A-Z_][A-Z0-9_]*")
_PREDICATE = re.compile(r"\(#([\w-]+[?!]?)")
_COMPARISONS = [f"{before}{name}?" for name in ("eq", "match") for before in ("", "not-", "any-", "any-not-")]
_PREDICATES = (*_COMPARISONS, "any-of?", "not-any-of?", "is?", "is-not?", "set!")
_PATTERN_KEYS = frozenset({"pattern", "context"})

Parts = Annotated[list["_Rule"], msgspec.Meta(min_length=1)]
Written = Annotated[str, msgspec.Meta(pattern=r"\S", description="a text")]
Position = Annotated[int, msgspec.Meta(ge=1)] | str


class _Pattern(msgspec.Struct, forbid_unknown_fields=True):
    context: Written
    selector: str = ""
    strictness: Literal["cst", "smart", "ast", "relaxed", "signature", "template"] = "smart"


class _NthChild(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    position: Position
    of_rule: "_Rule | None" = None
    reverse: bool = False


class _Rule(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """A rule object of ast-grep."""

    pattern: Written | _Pattern = ""
    kind: Written = ""
    regex: Written = ""
    nth_child: Position | _NthChild = ""
    range: dict[str, object] = {}
    inside: "_Relation | None" = None
    has: "_Relation | None" = None
    precedes: "_Relation | None" = None
    follows: "_Relation | None" = None
    all: Parts = []
    any: Parts = []
    not_: "_Rule | None" = msgspec.field(name="not", default=None)
    matches: Written = ""


class _Relation(_Rule, forbid_unknown_fields=True, rename="camel"):
    stop_by: "Literal['end', 'neighbor'] | _Rule" = "neighbor"
    field: str = ""


def check_match(rule: Rule) -> None:
    """Look at what the rule's `match` says, without running it.

    Raises:
        Misfit: something in it could not do what its author means.
    """
    form = fit_json(rule.match, PatternMatch, within=("match",))
    if bool(form.rule) == bool(form.query):
        raise Misfit("`match` needs a `rule` (ast-grep) or a `query` (tree-sitter), one of the two", path=("match",))
    _check_languages(rule.languages, form)
    if form.query:
        _check_query(form)
        return
    fit(form.rule, _Rule, within=("match", "rule"))
    for key, rules in (("constraints", form.constraints), ("utils", form.utils)):
        for name, part in rules.items():
            fit(part, _Rule, within=("match", key, name))
    _check_patterns(rule.languages, [form.rule, form.constraints, form.utils])
    captures = list(_captures([form.rule, form.constraints, form.utils]))
    _check_names(form, frozenset(name for several, name in captures if not several), {name for _, name in captures})
    _check_texts(rule, {name for _, name in captures})


def _check_languages(languages: Sequence[Language], form: PatternMatch) -> None:
    if len(languages) == len(Language):
        raise Misfit("`languages` names any, but a structural rule is made for a few; name them", path=("languages",))
    given, other, known = ("rule", "query", GRAMMARS) if form.rule else ("query", "rule", QUERIED)
    for language in languages:
        if language not in known:
            raise Misfit(f"a `{given}` cannot look at {language}; write a `{other}` for it", path=("match", given))


def _check_patterns(languages: Sequence[Language], part: object) -> None:
    """Make sure that every pattern is code: ast-grep takes any text, and one that is no code matches none."""
    for pattern in _patterns(part):
        if _ANY_METAVARIABLE.fullmatch(pattern.strip()):
            continue
        code = _ANY_METAVARIABLE.sub("xcr", pattern)
        for language in languages:
            pieces = SgRoot(code, GRAMMARS[language]).root().children()
            if pieces and all(piece.kind() == "ERROR" for piece in pieces):
                shown = " ".join(pattern.split())
                reason = (
                    f"the pattern `{shown}` does not parse as {language}, so it can match nothing; write whole code"
                )
                raise Misfit(reason, path=("match",), word=pattern)


def _patterns(part: object) -> Iterator[str]:
    """Yield the patterns that are texts: one with a context may be a piece of code that only parses in there."""
    match part:
        case {"pattern": str(pattern), **others}:
            yield pattern
            yield from _patterns(others)
        case Mapping():
            for value in part.values():
                yield from _patterns(value)
        case list():
            for value in part:
                yield from _patterns(value)
        case _:
            pass


def _check_query(form: PatternMatch) -> None:
    for key, is_given in (("constraints", form.constraints), ("utils", form.utils), ("fix", form.fix)):
        if is_given:
            raise Misfit(f"`match.{key}` is for a `rule`; beside a `query` it does nothing", path=("match", key))
    for name in _PREDICATE.findall(form.query):
        if name not in _PREDICATES:
            reason = f"a query knows no predicate `#{name}`; {nearest(name, _PREDICATES)}"
            raise Misfit(reason, path=("match", "query"))


def _check_names(form: PatternMatch, single: frozenset[str], known: set[str]) -> None:
    """Make sure that what `focus`, `fix` and `constraints` name is captured."""
    if form.focus and form.focus not in single:
        raise _unknown("focus", form.focus, single=single, known=known)
    for name in form.constraints:
        if name not in single:
            raise _unknown("constraints", name, single=single, known=known)
    for name in METAVARIABLE.findall(form.fix):
        if name not in known:
            raise _unknown("fix", name, single=single, known=known)


def _unknown(key: str, name: str, *, single: frozenset[str], known: set[str]) -> Misfit:
    path, bare = ("match", key), name.removeprefix("$")
    if bare != name and bare in single:
        return Misfit(f"`match.{key}` names `{name}`; write `{bare}`, without the $", path=path, word=name)
    if bare in known:
        return Misfit(f"`match.{key}` names `{bare}`, but `$$${bare}` stands for several nodes", path=path, word=name)
    known_names = ", ".join(f"`{one}`" for one in sorted(single)) or "none"
    told = f"`match.{key}` names `{name}`, which no pattern captures; captured are {known_names}"
    return Misfit(told, path=path, word=name)


def _check_texts(rule: Rule, known: set[str]) -> None:
    for key, text in (("title", rule.title), ("message", rule.message)):
        for name in METAVARIABLE.findall(f"{text.en} {text.zh}"):
            if name in known:
                raise Misfit(f"`{key}` names `${name}`, which is not filled in there; say it in words", path=(key,))


def _captures(part: object, *, is_pattern: bool = False) -> Iterator[tuple[bool, str]]:
    """Yield the metavariables of all patterns, and whether each stands for several nodes."""
    match part:
        case str() if is_pattern:
            for several, name in _CAPTURE.findall(part):
                yield bool(several), name
        case Mapping():
            for key, value in part.items():
                yield from _captures(value, is_pattern=key in _PATTERN_KEYS)
        case list():
            for value in part:
                yield from _captures(value)
        case _:
            pass
