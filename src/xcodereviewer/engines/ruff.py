"""Ruff's checks under our names: what it tells better than the shape of a piece of syntax could.

The `match` of a rule names ruff's codes: `{codes: [F821], message: "`{text}` is defined nowhere."}`. Ruff runs isolated
from any configuration and sees texts only; severity, words and suppressions are ours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from xcodereviewer.domain.engine import Engine, Match, Scan, Scanner, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.ruff_match import parse_codes, to_match
from xcodereviewer.engines.ruff_process import (
    Diagnostic,
    RuffFailed,
    check_codes,
    remove_leftovers,
    ruff_binary,
    run_ruff,
)
from xcodereviewer.engines.ruff_scope import once_per_scope
from xcodereviewer.engines.versions import installed_version

__all__ = ["RuffEngine", "engine"]

_SYNTAX_ERROR = "invalid-syntax"
_LONE_RETURN = re.compile(r"\r(?!\n)")


class RuffEngine:
    """Rules that ruff's checks answer."""

    name = "ruff"
    languages = frozenset({Language.PYTHON})

    def __init__(self) -> None:
        ruff_binary()
        self.version = f"3+{installed_version('ruff', 'ruff')}"

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Ask ruff whether it knows the rules' codes."""
        return _RuffScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this.

    Raises:
        ImportError: ruff is not installed.
    """
    return RuffEngine()


class _RuffScanner:
    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(rule, parse_codes(rule)) for rule in rules]
        self._codes = sorted({code for _, form in self._rules for code in form.codes})
        if self._codes:
            check_codes(self._codes)
        remove_leftovers()

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        for file, found in self._run(files):
            yield self._failed(file, found) if isinstance(found, RuffFailed) else self._scan(file, found)

    def _run(self, files: Sequence[SourceText]) -> Iterator[tuple[SourceText, list[Diagnostic] | RuffFailed]]:
        """Yield ruff's answer for each file: from one run for all, or one for each when that fails."""
        answers: Mapping[int, list[Diagnostic]] = {}
        if len(files) > 1 and self._codes:
            try:
                answers = run_ruff({file.id: file.text for file in files}, self._codes)
            except RuffFailed:
                answers = {}  # one of the files is to blame, and the runs below tell which
        for file in files:
            if file.id in answers:
                yield file, answers[file.id]
                continue
            try:
                yield file, run_ruff({file.id: file.text}, self._codes)[file.id] if self._codes else []
            except RuffFailed as error:
                yield file, error

    @staticmethod
    def _failed(file: SourceText, error: RuffFailed) -> Scan:
        return Scan(id=file.id, failure=str(error))

    def _scan(self, file: SourceText, found: Sequence[Diagnostic]) -> Scan:
        broken = [diagnostic for diagnostic in found if diagnostic.code in (None, _SYNTAX_ERROR)]
        if broken:
            # What else was found in a text that does not parse is guesswork.
            return Scan(id=file.id, gap=f"does not parse as Python: line {broken[0].location.row}", is_blind=True)
        if _LONE_RETURN.search(file.text):
            return Scan(id=file.id, gap="lines end in carriage returns", is_blind=True)
        return Scan(id=file.id, matches=tuple(self._matches(file, found)))

    def _matches(self, file: SourceText, found: Sequence[Diagnostic]) -> Iterator[Match]:
        lines = file.text.split("\n")
        for rule, form in self._rules:
            if (rule.skip_tests and "test" in file.tags) or any(text in file.text for text in form.excludes):
                continue
            told = (to_match(rule, form, diagnostic, lines) for diagnostic in found if diagnostic.code in form.codes)
            by_place = {match.span: match for match in reversed([one for one in told if one is not None])}
            matches = list(reversed(by_place.values()))
            yield from once_per_scope(matches, lines) if form.once_per_scope else matches
