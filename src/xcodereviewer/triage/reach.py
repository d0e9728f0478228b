"""Which lines of code a comment speaks of."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from xcodereviewer.domain.language import Language
from xcodereviewer.triage.lexer import Comment

__all__ = ["Reach", "find_reaches"]

_MOST_ANNOTATIONS = 6
_EMBEDS_COMMENTS = frozenset({Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX})  # JSX: `{/* … */}`
_ANNOTATION = {
    **dict.fromkeys(
        [Language.PYTHON, Language.JAVA, Language.KOTLIN, Language.TYPESCRIPT, Language.TSX, Language.JAVASCRIPT], "@"
    ),
    Language.RUST: "#[",
    Language.PHP: "#[",
    Language.CSHARP: "[",
}


class Reach(NamedTuple):
    """The line that a comment shares, and the lines it speaks of when it may speak ahead (0: none)."""

    own: int
    first: int
    last: int


class _Side(NamedTuple):
    """What stands beside a comment: whether only blanks and comments share its line on the side in question."""

    is_free: bool
    line: int  # where the comment begins or ends


def find_reaches(text: str, comments: Sequence[Comment], language: Language) -> list[Reach]:
    """Return the reach of each comment; the comments are all those of the text, in order."""
    gaps = _gaps(text, comments)
    jsx = language in _EMBEDS_COMMENTS
    before = _before(comments, gaps, jsx=jsx)
    walk = _Ahead(text, comments, gaps, annotation=_ANNOTATION.get(language, ""), jsx=jsx)
    ahead = walk.lines()
    return [
        _reach(comment, before=free, ends=end, ahead=lines)
        for comment, free, end, lines in zip(comments, before, walk.ends, ahead, strict=True)
    ]


def _reach(comment: Comment, *, before: bool, ends: _Side, ahead: tuple[int, int]) -> Reach:
    own = ends.line if before and not ends.is_free else comment.line
    return Reach(own, *ahead) if before and ends.is_free else Reach(own, own, own)


def _gaps(text: str, comments: Sequence[Comment]) -> list[str]:
    """Return what stands before, between and after the comments."""
    ends = chain([0], (comment.end for comment in comments))
    starts = chain((comment.start for comment in comments), [len(text)])
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _before(comments: Sequence[Comment], gaps: Sequence[str], *, jsx: bool) -> list[bool]:
    free: list[bool] = []
    for index in range(len(comments)):
        above, broken, head = gaps[index].rpartition("\n")
        del above
        starts_line = bool(broken) or index == 0 or free[-1]
        free.append(starts_line and head.strip() in (("", "{") if jsx else ("",)))
    return free


class _Ahead:
    """Finds the code after each comment, from the last comment to the first, so that none is walked over twice."""

    def __init__(
        self, text: str, comments: Sequence[Comment], gaps: Sequence[str], *, annotation: str, jsx: bool
    ) -> None:
        self._text = text
        self._comments = comments
        self._gaps = gaps
        self._annotation = annotation
        self._tails = ("", "}") if jsx else ("",)
        self.ends = [_Side(False, 0)] * len(comments)

    def lines(self) -> list[tuple[int, int]]:
        """Return the first and last line of the code that follows each comment, (0, 0) where none does."""
        found = [(0, 0)] * len(self._comments)
        for index in reversed(range(len(self._comments))):
            comment = self._comments[index]
            is_last = index + 1 == len(self._comments)
            tail, broken, below = self._gaps[index + 1].partition("\n")
            end_line = comment.line + self._text.count("\n", comment.start, comment.end)
            is_free = tail.strip() in self._tails and (bool(broken) or is_last or self.ends[index + 1].is_free)
            self.ends[index] = _Side(is_free, end_line)
            following = (0, 0) if is_last else found[index + 1]
            if not broken:
                found[index] = following
                continue
            line, more, _ = below.partition("\n")
            if line.strip():
                found[index] = self._code(end_line + 1, comment.end + len(tail) + 1)
            elif not more and not is_last:
                after = self.ends[index + 1]
                found[index] = following if after.is_free else (after.line, after.line)
        return found

    def _code(self, line: int, start: int) -> tuple[int, int]:
        """Return the lines of the code that begins at an offset: annotations, and the line that they stand over."""
        last = line
        while self._annotation and last - line < _MOST_ANNOTATIONS and self._is_annotation(start):
            start = self._text.find("\n", start) + 1
            if start == 0:
                break
            last += 1
        return line, last

    def _is_annotation(self, start: int) -> bool:
        return self._text[start : start + 200].lstrip(" \t").startswith(self._annotation)
