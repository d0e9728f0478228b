"""The report formats and the one way to write any of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal, Protocol, TextIO, cast

from xcodereviewer.domain.review import Review

__all__ = ["FORMATS", "Format", "Language", "SourceTexts", "write_report"]

Language = Literal["en", "zh"]


class SourceTexts(Protocol):
    """The reviewed files' text, for reports that show code."""

    def text(self, path: str) -> str | None:
        """Return a file's text with every found secret masked; None when it can no longer be read."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One report format; `module` holds `write(review, out, *, sources, language)`."""

    module: str
    extension: str
    summary: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(module="terminal", extension=".txt", summary="what the terminal shows"),
        "json": Format(module="json_report", extension=".json", summary="everything, by a published schema"),
        "sarif": Format(module="sarif", extension=".sarif", summary="SARIF 2.1.0, as GitHub reads it"),
        "html": Format(module="html", extension=".html", summary="one self-contained page"),
        "markdown": Format(module="markdown", extension=".md", summary="for a comment or a wiki"),
        "csv": Format(module="csv_report", extension=".csv", summary="one row for each finding"),
        "junit": Format(module="junit", extension=".xml", summary="JUnit XML for CI servers"),
        "gitlab": Format(module="gitlab", extension=".json", summary="GitLab Code Quality"),
        "github": Format(module="github", extension=".txt", summary="GitHub workflow annotations"),
    }
)


def write_report(
    format_name: str, review: Review, out: TextIO, *, sources: SourceTexts, language: Language = "en"
) -> None:
    """Write `review` to `out` in the format `format_name`, a key of `FORMATS`.

    What people read is in `language`; JSON and SARIF, which programs read, are English.

    Raises:
        OSError: `out` cannot take it.
    """
    module = import_module(f"xcodereviewer.reports.{FORMATS[format_name].module}")
    write = cast("Callable[..., None]", module.write)
    write(review, out, sources=sources, language=language)
