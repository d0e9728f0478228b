"""Untrusted text as markdown that shows it and does nothing else."""

import re
from html import escape

from xcodereviewer.domain.language import Language
from xcodereviewer.reports.source_lines import split_lines
from xcodereviewer.reports.terminal_text import visible

__all__ = ["code_span", "escaped", "fenced", "summary_html"]

_BACKTICKS = re.compile(r"`+")
# A code span as CommonMark 0.31 §6.1 reads it: a run of backticks up to the next run of the same length.
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]<>|~$&#]")
# Hosts link these even where markdown is escaped: people, issues, merge requests, labels, milestones; addresses.
_REFERENCE = re.compile(r"([@#!~%$&](?=[\w\"])|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)|\bmailto(?=:))", re.IGNORECASE)
_ZERO_WIDTH_SPACE = "\u200b"
_INFO_STRINGS = {
    Language.GITHUB_ACTIONS: "yaml",
    Language.COMPOSE: "yaml",
    Language.KUBERNETES: "yaml",
    Language.TEXT: "",
}


def escaped(text: str) -> str:
    """Return one line of `text` on which only its code spans are markup: no link, mention, HTML or emphasis."""
    line, shown, end = visible(text.strip()), [], 0
    for span in _CODE_SPAN.finditer(line):
        shown += [_plain(line[end : span.start()]), span.group()]
        end = span.end()
    return "".join([*shown, _plain(line[end:])])


def summary_html(text: str) -> str:
    """Return one line of `text` for a `<summary>`, inside which hosts read HTML and no markdown but do link names."""
    line, shown, end = visible(text.strip()), [], 0
    for span in _CODE_SPAN.finditer(line):
        shown += [escape(_unlinked(line[end : span.start()])), f"<code>{escape(span[2].strip())}</code>"]
        end = span.end()
    return "".join([*shown, escape(_unlinked(line[end:]))])


def code_span(text: str) -> str:
    """Return `text` as a code span that no backtick in it can end."""
    line = visible(text) or " "
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    padding = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def fenced(code: str, language: Language | None = None) -> str:
    """Return `code` as a fenced block that no fence in it can end; tabs stay, other control characters show."""
    lines = "\n".join("\t".join(map(visible, line.split("\t"))) for line in split_lines(code))
    fence = "`" * max(3, max(map(len, _BACKTICKS.findall(lines)), default=0) + 1)
    info = "" if language is None else _INFO_STRINGS.get(language, language.value)
    return f"{fence}{info}\n{lines}\n{fence}"


def _plain(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\g<0>", _unlinked(text))


def _unlinked(text: str) -> str:
    return _REFERENCE.sub(rf"\1{_ZERO_WIDTH_SPACE}", text)
