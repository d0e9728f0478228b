"""The rules' markdown in a terminal: whole, or its first sentences."""

import re
from collections.abc import Iterator

from xcodereviewer.reports.terminal_style import Pen
from xcodereviewer.reports.terminal_text import cells

__all__ = ["short", "show_markdown"]

_PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)|\n\s*```")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"'(])|(?<=[。！？])")
_LIST_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def short(text: str, *, sentences: int) -> str:
    """Return the first sentences of the first paragraph, on one line."""
    paragraph = " ".join(_PARAGRAPH_END.split(text.strip(), maxsplit=1)[0].split())
    found = [sentence for sentence in _SENTENCE_END.split(paragraph) if sentence.strip()]
    between = "" if paragraph.endswith(("。", "！", "？")) else " "
    return _plain(between.join(found[:sentences]))


def show_markdown(pen: Pen, label: str, text: str) -> None:
    """Write all of a text: paragraphs and list items wrapped, code blocks as they stand."""
    pen.rows(label, _rows(pen, text.strip()))


def _rows(pen: Pen, text: str) -> Iterator[str]:
    paragraph: list[str] = []
    is_code = False
    for line in text.split("\n"):
        is_fence = line.lstrip().startswith("```")
        if paragraph and (is_fence or not line.strip() or _LIST_ITEM.match(line)):
            yield from _wrapped(pen, paragraph)
            paragraph = []
        if is_fence:
            is_code = not is_code
        elif is_code:
            yield pen.paint(f"  {pen.visible(line.expandtabs(4))}", "code")
        elif line.strip():
            paragraph.append(line)
        else:
            yield ""
    if paragraph:
        yield from _wrapped(pen, paragraph)


def _wrapped(pen: Pen, paragraph: list[str]) -> Iterator[str]:
    text = " ".join(line.strip() for line in paragraph)
    lead = _LIST_ITEM.match(text)
    hang = pen.visible(lead.group()) if lead else ""
    body = text[lead.end() :] if lead else text
    for number, line in enumerate(pen.prose(_plain(body), indent=cells(hang))):
        yield (hang if not number else " " * cells(hang)) + line


def _plain(text: str) -> str:
    """Return text without emphasis marks, its links as `words (address)`."""
    text = _LINK.sub(r"\1 (\2)", text)
    return _EMPHASIS.sub(lambda found: found.group(1) or found.group(2), text)
