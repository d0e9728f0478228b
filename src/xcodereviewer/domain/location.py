"""Where in the reviewed tree something stands."""

from dataclasses import dataclass

__all__ = ["Location", "Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one file's text.

    Lines and columns count from 1; columns are Unicode code points (SARIF `unicodeCodePoints`; a tab is one);
    the end column is exclusive, so an empty span has equal ends.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one line."""
        return self.start_line <= other.end_line and other.start_line <= self.end_line


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A span of a file, named by its path in the tree.

    The path is relative to the root of the tree, with forward slashes; bytes that are not UTF-8 stand in it as `\\xNN`.
    """

    path: str
    span: Span

    def __str__(self) -> str:
        return f"{self.path}:{self.span.start_line}:{self.span.start_column}"
