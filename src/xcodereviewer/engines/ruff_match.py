"""What the `match` of a ruff rule says, and how a diagnostic of ruff becomes a match of ours."""

import re
from typing import Annotated

import msgspec

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.engine import Match
from xcodereviewer.domain.finding import Edit, Fix
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.pattern_match import head_of
from xcodereviewer.engines.ruff_definition import is_lost_definition
from xcodereviewer.engines.ruff_process import Diagnostic, Place

__all__ = ["CodeMatch", "parse_codes", "to_match"]

_LONGEST_QUOTE = 60  # characters of the source in a message
_LONGEST_LINE = 1000  # in which quotes are looked for
_QUOTED = re.compile(r"""(?P<prefix>\b[A-Za-z]{1,2})?(?:"[^"]*"|'[^']*')""")

Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]+[0-9]+$", description="a code of ruff: F821")]


class CodeMatch(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """The `match` of a ruff rule: its codes, and what we say of a single finding."""

    codes: Annotated[list[Code], msgspec.Meta(min_length=1)]
    message: str = ""  # instead of the rule's, where the flagged text is short; `{text}` stands for it
    fix: str = ""  # what ruff's fix does; without it, none is offered
    ignore: list[str] = []  # flagged texts that are no finding
    excludes: list[str] = []  # the file must hold none of these texts
    skip_quoted: bool = False  # what stands in a text (a quoted annotation) is no finding
    definitions: bool = False  # only names of functions, classes and imports that no decorator may have registered
    once_per_scope: bool = False  # the same text in the same function or class is one finding


def parse_codes(rule: Rule) -> CodeMatch:
    """Parse the rule's `match`.

    Raises:
        Misfit: it is not one that a ruff rule can have.
    """
    try:
        return fit_json(rule.match, CodeMatch, within=("match",))
    except Misfit as error:
        raise error.of(rule.id) from error


def to_match(rule: Rule, form: CodeMatch, diagnostic: Diagnostic, lines: list[str]) -> Match | None:
    """Return the match of a diagnostic in the text of these lines, if it is one; a fix only when ruff calls it safe."""
    span = _span(diagnostic.location, diagnostic.end_location)
    first_line = lines[span.start_line - 1] if span.start_line <= len(lines) else ""
    if _is_ignored(form, span, first_line):
        return None
    if form.definitions and not is_lost_definition(span, lines, said=diagnostic.message):
        return None
    fix = None
    if form.fix and diagnostic.fix is not None and diagnostic.fix.applicability == "safe":
        edits = (Edit(span=_span(e.location, e.end_location), text=e.content) for e in diagnostic.fix.edits)
        fix = Fix(description=form.fix, edits=tuple(edits))
    return Match(
        rule=rule.id,
        span=head_of(span, len(first_line.rstrip()) + 1),
        message=_message(form, span, first_line),
        fix=fix,
    )


def _is_ignored(form: CodeMatch, span: Span, line: str) -> bool:
    start, end = span.start_column - 1, span.end_column - 1
    return line[start:end] in form.ignore or (form.skip_quoted and _is_quoted(line, start, end))


def _is_quoted(line: str, start: int, end: int) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    texts = (text for text in _QUOTED.finditer(line) if "f" not in (text["prefix"] or "").lower())
    return any(text.start() < start and end < text.end() for text in texts)


def _message(form: CodeMatch, span: Span, line: str) -> str:
    text = line[span.start_column - 1 : span.end_column - 1]
    is_short = span.start_line == span.end_line and 0 < len(text) <= _LONGEST_QUOTE
    return form.message.replace("{text}", text) if is_short else ""


def _span(start: Place, end: Place) -> Span:
    return Span(start_line=start.row, start_column=start.column, end_line=end.row, end_column=end.column)
