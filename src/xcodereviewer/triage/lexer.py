"""The comments of a text, found by the table of `syntax`: one loop for all languages, linear in the text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xcodereviewer.domain.language import Language
from xcodereviewer.triage.syntax import CLOSERS, FRAGMENT_MODES, MODES, START_MODES, Token

__all__ = ["Comment", "find_comments", "without_comments"]

_LINE_OPENER = re.compile(r"[ \t]*+(?:#|//|--|;)")
_NESTING = re.compile(r"/\*|\*/")
_LONE_WORDS = re.compile(r"^([ \t]*+)(\S{1,64}+)\r?$", re.MULTILINE)
_FIRST_WORDS = re.compile(r"^([ \t]*+)([A-Za-z_]\w{0,63}+)", re.MULTILINE)
_MAY_STAY_OPEN = frozenset({"template"})  # `{#` opens a block of Svelte, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment: its offsets in the text (the end is exclusive), the line it begins on, and what it says."""

    start: int
    end: int
    line: int
    text: str  # without the characters that open and close it


def find_comments(text: str, language: Language) -> Iterator[Comment]:
    """Yield the comments of a whole file in order; what looks like one inside a literal is none."""
    mode = START_MODES[language]
    if language is Language.PHP and "<?" not in text:
        mode = "php"  # a snippet, given without its page
    line, counted = 1, 0
    for start, end, inner_start, inner_end in _Lexer(text, mode).comments():
        line += text.count("\n", counted, start)
        counted = start
        yield Comment(start=start, end=end, line=line, text=text[inner_start:inner_end])


def without_comments(text: str, language: Language) -> str:
    """Return the text with its comments removed; it is a fragment that starts in code."""
    parts, kept = [], 0
    for start, end, _, _ in _Lexer(text, FRAGMENT_MODES[language]).comments():
        parts.append(text[kept:start])
        kept = end
    return "".join([*parts, text[kept:]])


class _Lexer:
    """One pass over one text; a comment is (start, end, start of what it says, end of what it says)."""

    def __init__(self, text: str, mode: str) -> None:
        self._text = text
        self._stack = [mode]
        self._position = 0
        self._terminators: dict[str, _Terminators] = {}
        self._bodies: list[tuple[str, str]] = []  # here-documents that begin with the next line: how they end, the word
        self._bodies_at = -1
        self._unclosed: set[str] = set()

    def comments(self) -> Iterator[tuple[int, int, int, int]]:
        while True:
            mode = MODES[self._stack[-1]]
            match = mode.pattern.search(self._text, self._position)
            if self._bodies and (match is None or match.start() >= self._bodies_at):
                self._skip_bodies()
                continue
            if match is None:
                return
            self._position = match.end()
            comment = self._take(mode.tokens[str(match.lastgroup)], match)  # every alternative is a named group
            if comment is not None:
                self._position = comment[1]
                yield comment
            if self._bodies and self._position > self._bodies_at:
                self._bodies_at = self._next_line(self._position)

    def _take(self, token: Token, match: re.Match[str]) -> tuple[int, int, int, int] | None:
        match token.verb:
            case "line":
                opener = _LINE_OPENER.match(match[0])
                start = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
                return start, match.end(), match.start() + (opener.end() if opener else 0), match.end()
            case "block":
                return self._block(match, token.argument)
            case "nested":
                return self._nested(match)
            case "push":
                self._stack.append(token.argument)
            case "pop" if len(self._stack) > 1:
                self._stack.pop()
            case "raw":
                self._position = self._after(_raw_closer(token.argument, match[0]))
            case "heredoc":
                self._open_body(token.argument, match)
        return None

    def _after(self, closer: str) -> int:
        end = self._text.find(closer, self._position)
        return len(self._text) if end < 0 else end + len(closer)

    def _block(self, match: re.Match[str], kind: str) -> tuple[int, int, int, int] | None:
        closer = CLOSERS[kind]
        end = -1 if kind in self._unclosed else self._text.find(closer, match.end())
        if end >= 0:
            return match.start(), end + len(closer), match.end(), end
        if kind in _MAY_STAY_OPEN:
            self._unclosed.add(kind)
            return None
        return match.start(), len(self._text), match.end(), len(self._text)

    def _nested(self, match: re.Match[str]) -> tuple[int, int, int, int]:
        depth = 1
        for delimiter in _NESTING.finditer(self._text, match.end()):
            depth += 1 if delimiter[0] == "/*" else -1
            if depth == 0:
                return match.start(), delimiter.end(), match.end(), delimiter.start()
        return match.start(), len(self._text), match.end(), len(self._text)

    def _open_body(self, ending: str, match: re.Match[str]) -> None:
        word = match["iword"] if ending == "indented" else match["word"]
        if self._end_of_body(ending, word, match.end()) < 0:
            return  # a shift, then
        self._bodies.append((ending, word))
        if self._bodies_at < match.end():
            self._bodies_at = self._next_line(match.end())

    def _skip_bodies(self) -> None:
        position = self._bodies_at
        for ending, word in self._bodies:
            end = self._end_of_body(ending, word, position)
            position = position if end < 0 else end
        self._bodies, self._position = [], position

    def _end_of_body(self, ending: str, word: str, start: int) -> int:
        style = "first" if ending == "php" else "lone"
        if style not in self._terminators:
            self._terminators[style] = _Terminators(self._text, _FIRST_WORDS if ending == "php" else _LONE_WORDS)
        return self._terminators[style].after(word, start, may_be_indented=ending != "exact")

    def _next_line(self, position: int) -> int:
        end = self._text.find("\n", position)
        return len(self._text) if end < 0 else end + 1


class _Terminators:
    """The lines that can end a here-document, found once: a search for each would not be linear."""

    def __init__(self, text: str, lines: re.Pattern[str]) -> None:
        self._flush: defaultdict[str, list[int]] = defaultdict(list)
        self._indented: defaultdict[str, list[int]] = defaultdict(list)
        for line in lines.finditer(text):
            (self._indented if line[1] else self._flush)[line[2]].append(line.end(2))

    def after(self, word: str, position: int, *, may_be_indented: bool) -> int:
        """Return where the first such line after the position ends, -1 when there is none."""
        ends = [_first_after(self._flush.get(word, []), position)]
        if may_be_indented:
            ends.append(_first_after(self._indented.get(word, []), position))
        return min((end for end in ends if end >= 0), default=-1)


def _first_after(ends: list[int], position: int) -> int:
    index = bisect_left(ends, position)
    return ends[index] if index < len(ends) else -1


def _raw_closer(kind: str, opener: str) -> str:
    match kind:
        case "rust":
            return '"' + "#" * opener.count("#")
        case "cpp":
            return ")" + opener[opener.index('"') + 1 : -1] + '"'
        case _:
            return opener
