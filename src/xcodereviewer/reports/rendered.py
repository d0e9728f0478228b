"""Reports as text, for those who do not write them to a file."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import FORMATS, Language, SourceTexts, write_report

__all__ = ["MEDIA_TYPES", "MediaType", "rendered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    """What a report is called on the web."""

    media_type: str
    extension: str


_TYPES = {
    "json": "application/json",
    "sarif": "application/sarif+json",
    "html": "text/html; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "junit": "application/xml",
    "gitlab": "application/json",
}
MEDIA_TYPES: Mapping[str, MediaType] = MappingProxyType(
    {name: MediaType(media_type=kind, extension=FORMATS[name].extension) for name, kind in _TYPES.items()}
)


class _NoTexts:
    """A review whose files are elsewhere: reports show the flagged lines only."""

    def text(self, path: str) -> str | None:  # noqa: ARG002 - nothing is at hand
        return None


def rendered(format_name: str, review: Review, *, sources: SourceTexts | None = None, language: Language = "en") -> str:
    """Return the report of a review in a format."""
    out = io.StringIO(newline="")
    write_report(format_name, review, out, sources=sources or _NoTexts(), language=language)
    return out.getvalue()
