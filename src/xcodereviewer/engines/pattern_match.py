"""What the `match` of a structural rule says, and the rule made ready for one language."""

import re
from dataclasses import dataclass

import msgspec

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.finding import Edit, Fix
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.prefilter import Clause, clauses_of, holds

__all__ = ["METAVARIABLE", "PatternMatch", "PreparedRule", "head_of", "parse_match"]

METAVARIABLE = re.compile(r"\${1,3}([A-Z_][A-Z0-9_]*)")
_LONGEST_WHOLE = 3  # lines; a longer match is shown by its first line, so that a pull request can place it


class PatternMatch(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """The `match` of a structural rule; either `rule` (ast-grep) or `query` (tree-sitter) is given."""

    rule: dict[str, object] = {}
    constraints: dict[str, object] = {}
    utils: dict[str, object] = {}
    query: str = ""
    focus: str = ""  # the metavariable (or capture) that is the finding's place; the whole match when empty
    fix: str = ""  # what the match is to be replaced with; `$X` stands for what the metavariable matched
    fix_description: str = ""
    requires: list[str] = []  # the file must hold one of these texts
    excludes: list[str] = []  # the file must hold none of these texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRule:
    """A rule with its parsed `match` and what a text must hold for it."""

    rule: Rule
    form: PatternMatch
    clauses: frozenset[Clause]
    fix_names: frozenset[str]  # the metavariables that the fix fills in

    def may_match(self, file: SourceText, known: dict[str, bool]) -> bool:
        """Whether it is worth looking: cheap, and never wrong when it says no."""
        if self.rule.skip_tests and "test" in file.tags:
            return False
        if not holds(file.text, self.clauses, known):
            return False
        return not any(word in file.text for word in self.form.excludes)

    def fix(self, span: Span, captures: dict[str, str]) -> Fix | None:
        """Return the replacement of the match at `span`, with the metavariables filled in."""
        if not self.form.fix:
            return None
        text = METAVARIABLE.sub(lambda name: captures.get(name[1], ""), self.form.fix)
        description = self.form.fix_description or self.rule.title.en
        return Fix(description=description, edits=(Edit(span=span, text=text),))


def parse_match(rule: Rule) -> PreparedRule:
    """Parse the rule's `match`.

    Raises:
        Misfit: it is not one that a structural rule can have.
    """
    try:
        form = fit_json(rule.match, PatternMatch, within=("match",))
    except Misfit as error:
        raise error.of(rule.id) from error
    clauses = set(clauses_of(form.rule, form.utils, form.constraints))
    if form.requires:
        clauses.add(frozenset(form.requires))
    return PreparedRule(
        rule=rule, form=form, clauses=frozenset(clauses), fix_names=frozenset(METAVARIABLE.findall(form.fix))
    )


def head_of(span: Span, first_line_end: int) -> Span:
    """Return `span`, or its first line only (which ends at column `first_line_end`) when it is long."""
    if span.end_line - span.start_line < _LONGEST_WHOLE:
        return span
    return Span(
        start_line=span.start_line,
        start_column=span.start_column,
        end_line=span.start_line,
        end_column=max(first_line_end, span.start_column),
    )
