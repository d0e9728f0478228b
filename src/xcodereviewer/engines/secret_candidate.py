"""A value that has the form of a secret, with what stands around it, and what a check makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence, Severity

__all__ = ["Candidate", "Opinion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The value; `form` is the group of the rule's expression that holds it, `groups` are its other named groups."""

    value: str
    form: str
    groups: Mapping[str, str]
    before: str  # the text before it on its line, at most 200 characters
    after: str  # the text after it on its line, at most 200 characters
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """It is a secret; None means: as bad and as sure as the rule says."""

    severity: Severity | None = None
    confidence: Confidence | None = None
