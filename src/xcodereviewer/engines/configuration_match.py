"""What the `match` of a configuration rule says, compiled so that it can be asked of documents."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import msgspec
import re2  # type: ignore[import-untyped] # google-re2 brings no types

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.configuration_path import Look, Path, parse_path
from xcodereviewer.engines.configuration_places import NAMED_PLACES
from xcodereviewer.engines.configuration_tree import Kind, Node, Place

__all__ = ["Hit", "PreparedRule", "named_paths", "prepare_rule"]

Scalar: TypeAlias = bool | int | float | str | None
Test: TypeAlias = Callable[[Place, Look], bool]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE, _TRUE_1_1 = frozenset({"true"}), frozenset({"true", "yes", "on", "y"})
_FALSE, _FALSE_1_1 = frozenset({"false"}), frozenset({"false", "no", "off", "n"})
_YAML_1_1 = frozenset({Language.KUBERNETES, Language.COMPOSE})  # GitHub reads YAML 1.2
_MOST_FOUND = 50  # matches of one regular expression in one text


class _Condition(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    at: str = ""
    is_: Scalar | list[Scalar] | msgspec.UnsetType = msgspec.field(name="is", default=msgspec.UNSET)
    matches: str = ""
    key: str = ""
    has: str | list[str] = []
    missing: str | list[str] = []
    all: list["_Condition"] = []
    any: list["_Condition"] = []
    not_: "_Condition | None" = msgspec.field(name="not", default=None)


class _Form(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    each: str | list[str]
    where: list[_Condition] = []
    flag: str | list[str] = []
    find: str = ""
    except_: str = msgspec.field(name="except", default="")
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that a rule speaks about; `found` are the offsets in its text that `find` matched."""

    place: Place
    flagged: Place
    found: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRule:
    """A rule whose paths and regular expressions are compiled for one language."""

    rule: Rule
    each: tuple[Path, ...]
    tests: tuple[Test, ...]
    flag: tuple[Path, ...]
    find: "_Regex | None"
    exceptions: "_Regex | None"
    message: "tuple[str | Path, ...]"
    keys: tuple[frozenset[str], ...]  # for each path of `each`: the keys without which nothing can be found

    def may_match(self, keys: frozenset[str] | None) -> bool:
        """Whether it is worth looking at a document that holds `keys` (None: they are not known)."""
        return keys is None or any(needed <= keys for needed in self.keys)

    def hits(self, look: Look) -> Iterator[Hit]:
        """Yield what the rule finds in one document."""
        for path in self.each:
            for place in path.places(look.root, look):
                if all(test(place, look) for test in self.tests):
                    yield from self._point(place, look)

    def text(self, hit: Hit, look: Look) -> str:
        """Return the rule's own message for a hit, with the document's words put in; empty when it has none."""
        parts = []
        for part in self.message:
            if isinstance(part, Path):
                places = part.places(hit.place, look)
                part = _shown(places[0].node.text) if places else "?"
            elif part in _SPECIAL:
                part = _shown(_SPECIAL[part](hit))
            parts.append(part)
        return "".join(parts)

    def _point(self, place: Place, look: Look) -> Iterator[Hit]:
        flagged: Sequence[Place] = next(filter(None, (path.places(place, look) for path in self.flag)), [place])
        for target in flagged:
            if self.find is None:
                yield Hit(place=place, flagged=target)
            elif target.node.kind is Kind.TEXT:
                yield from self._finds(self.find, place, target, look)

    def _finds(self, regex: "_Regex", place: Place, target: Place, look: Look) -> Iterator[Hit]:
        text = target.node.text
        for start, end in regex.find_all(text, look):
            if self.exceptions is None or not self.exceptions.is_in(text[start:end], look):
                yield Hit(place=place, flagged=target, found=(start, end))


_SPECIAL: Mapping[str, Callable[[Hit], str]] = {
    "{key}": lambda hit: hit.place.entry.key,
    "{found}": lambda hit: hit.flagged.node.text[slice(*hit.found)] if hit.found else hit.flagged.node.text,
}


class _Regex:
    """A regular expression of RE2, which takes time linear in the text whatever the text is."""

    def __init__(self, pattern: str) -> None:
        options = re2.Options()
        options.log_errors = False
        try:
            self._compiled = re2.compile(pattern, options)
        except re2.error as error:
            said = error.args[0] if error.args else ""
            told = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
            raise Misfit(f"RE2 refuses the expression `{pattern}`: {told}", path=("match",), word=pattern) from error

    def is_in(self, text: str, look: Look) -> bool:
        look.spend(1 + len(text) // 100)
        return self._compiled.search(text) is not None

    def find_all(self, text: str, look: Look) -> Iterator[tuple[int, int]]:
        """Yield the offsets of the first group, or of the whole match where there is no group or it took no part."""
        look.spend(1 + len(text) // 100)
        for number, found in enumerate(self._compiled.finditer(text)):
            if number == _MOST_FOUND:
                return
            start, end = found.span(1) if self._compiled.groups else (-1, -1)
            yield (start, end) if start >= 0 else found.span()


def named_paths(language: Language) -> dict[str, tuple[Path, ...]]:
    """Return the paths that each named place of a language stands for."""
    return {
        name: tuple(parse_path(path, ()) for path in paths) for name, paths in NAMED_PLACES.get(language, {}).items()
    }


def prepare_rule(rule: Rule, language: Language) -> PreparedRule:
    """Compile the rule's `match`.

    Raises:
        Misfit: it is not one that a configuration rule can have.
    """
    try:
        return _prepare(rule, fit_json(rule.match, _Form, within=("match",)), language)
    except Misfit as error:
        raise error.of(rule.id) from error


def _prepare(rule: Rule, form: _Form, language: Language) -> PreparedRule:
    compiler = _Compiler(language)
    each = compiler.paths(form.each)
    conditions = frozenset[str]().union(*(path.keys for one in form.where for path in compiler.paths(one.at or [])))
    return PreparedRule(
        rule=rule,
        keys=tuple(path.keys | conditions for path in each),
        each=each,
        tests=tuple(compiler.test(condition) for condition in form.where),
        flag=compiler.paths(form.flag),
        find=_Regex(form.find) if form.find else None,
        exceptions=_Regex(form.except_) if form.except_ else None,
        message=compiler.message(form.message),
    )


class _Compiler:
    def __init__(self, language: Language) -> None:
        self._named = frozenset(NAMED_PLACES.get(language, {}))
        self._wide = language in _YAML_1_1

    def paths(self, texts: str | list[str]) -> tuple[Path, ...]:
        return tuple(parse_path(text, self._named) for text in ([texts] if isinstance(texts, str) else texts))

    def test(self, condition: _Condition) -> Test:
        """Return the test that a condition asks for: all of what it says, of one place that `at` leads to."""
        tests = tuple(self._tests(condition))
        if not tests and not condition.at:
            raise Misfit("a condition says nothing; write `matches`, `is`, `has` …", path=("match", "where"))
        if not condition.at:
            return _all_of(tests)
        (path,) = self.paths(condition.at)
        both = _all_of(tests)

        def somewhere(place: Place, look: Look) -> bool:
            return any(both(found, look) for found in path.places(place, look))

        return _once(somewhere) if path.starts_at_root else somewhere

    def message(self, text: str) -> tuple[str | Path, ...]:
        parts: list[str | Path] = []
        while text:
            before, opened, rest = text.partition("{")
            inner, closed, text = rest.partition("}")
            parts.append(before)
            if opened and not closed:
                raise Misfit("`match.message` has a `{` without its `}`; close it", path=("match", "message"))
            if opened:
                whole = f"{{{inner}}}"
                parts.append(whole if whole in _SPECIAL else parse_path(inner, self._named))
        return tuple(parts)

    def _tests(self, condition: _Condition) -> Iterator[Test]:
        if condition.is_ is not msgspec.UNSET:
            yield self._is(condition.is_ if isinstance(condition.is_, list) else [condition.is_])
        if condition.matches:
            yield _matches(_Regex(condition.matches))
        if condition.key:
            yield _key_matches(_Regex(condition.key))
        if condition.has:
            yield _has(self.paths(condition.has))
        if condition.missing:
            yield _not(_has(self.paths(condition.missing)))
        if condition.not_ is not None:
            yield _not(self.test(condition.not_))
        if condition.all:
            yield _all_of(tuple(self.test(part) for part in condition.all))
        if condition.any:
            yield _any_of(tuple(self.test(part) for part in condition.any))

    def _is(self, values: Iterable[Scalar]) -> Test:
        texts = frozenset(str(value) for value in values if value is not None and not isinstance(value, bool))
        truths = frozenset(value for value in values if isinstance(value, bool))
        null = None in values
        wide = self._wide

        def test(place: Place, look: Look) -> bool:
            look.spend(1)
            node = place.node
            if node.kind is not Kind.TEXT:
                return False
            return node.text in texts or (null and node.plain and node.text in _NULLS) or _truth(node, wide) in truths

        return test


def _truth(node: Node, wide: bool) -> bool | None:
    """Return what a scalar says: YAML 1.1 knows more words for it, and quoted words are read as GitHub's inputs are."""
    text = node.text.lower()
    if text in (_TRUE_1_1 if wide and node.plain else _TRUE):
        return True
    if text in (_FALSE_1_1 if wide and node.plain else _FALSE):
        return False
    return None


def _matches(regex: _Regex) -> Test:
    return lambda place, look: place.node.kind is Kind.TEXT and regex.is_in(place.node.text, look)


def _key_matches(regex: _Regex) -> Test:
    return lambda place, look: regex.is_in(place.entry.key, look)


def _has(paths: tuple[Path, ...]) -> Test:
    return lambda place, look: any(path.places(place, look) for path in paths)


def _not(test: Test) -> Test:
    return lambda place, look: not test(place, look)


def _once(test: Test) -> Test:
    """Ask a test that does not depend on the place only once for each document."""

    def answer(place: Place, look: Look) -> bool:
        key = id(test)
        if key not in look.answers:
            look.answers[key] = test(place, look)
        return look.answers[key]

    return answer


def _all_of(tests: tuple[Test, ...]) -> Test:
    return lambda place, look: all(test(place, look) for test in tests)


def _any_of(tests: tuple[Test, ...]) -> Test:
    return lambda place, look: any(test(place, look) for test in tests)


def _shown(text: str) -> str:
    words = " ".join("".join(char if char.isprintable() else " " for char in text[:200]).split()).replace("`", "'")
    return words if len(words) <= 80 else f"{words[:79]}…"
