"""What a rule says of itself, whatever engine runs it."""

from dataclasses import dataclass

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status

__all__ = ["Example", "Rule", "Text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a rule in both languages of the product; markdown."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """Return the text in `language` (`en` or `zh`; anything else reads as `en`)."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Code for the reader: the first language of the rule when none is named."""

    bad: str
    good: str
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is looked for, with its documentation.

    `match` is canonical JSON that only the rule's engine reads. `kind` is the weakness that identity is computed from:
    rules of several engines or languages that find the same problem share it (`cwe-89`), so a finding keeps its
    fingerprint when another engine proves it. `severity_in_examples` is the most that a finding weighs in test code,
    examples and manuals. `approximates` are the kinds of sink that the rule knows by their shape, without seeing what
    reaches them: it says nothing where an engine that saw it knows that it is harmless.
    """

    id: str
    engine: str
    languages: tuple[Language, ...]
    category: Category
    severity: Severity
    confidence: Confidence
    precision: Precision
    status: Status
    since: str
    kind: str
    title: Text
    message: Text
    what: Text
    why: Text
    how: Text
    cwe: tuple[int, ...] = ()
    owasp: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    match: str = "{}"
    skip_tests: bool = False
    severity_in_examples: Severity | None = None
    replaced_by: str = ""
    approximates: tuple[SinkKind, ...] = ()
