"""How a terminal report looks: colour, width and words, and the pen that writes in that style."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TextIO

from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.terminal_text import cells, pack, visible, wrap

__all__ = ["LABEL_CELLS", "Pen", "Role", "TerminalStyle", "language_for", "style_for"]

Role = Literal["plain", "strong", "dim", "place", "code", "critical", "high", "medium", "low", "info", "good", "bad"]

# The sixteen colours of the user's own theme, never fixed ones, so that the report fits dark and light terminals.
_SGR: Mapping[Role, str] = MappingProxyType(
    {
        "plain": "",
        "strong": "1",
        "dim": "2",
        "place": "36",
        "code": "36",
        "critical": "1;35",
        "high": "1;31",
        "medium": "1;33",
        "low": "1;34",
        "info": "1;36",
        "good": "1;32",
        "bad": "1;31",
    }
)
_CODE = re.compile(r"`([^`]+)`")
_GLYPHS: Mapping[str, str] = MappingProxyType(
    {"●": "*", "│": "|", "…": "...", "·": "-", "─": "-", "→": "->", "“": '"', "”": '"'}
)
LABEL_CELLS = 14  # the left column, with its indentation; every text starts behind it
_NARROWEST, _WIDEST = 40, 120  # beyond that, lines are harder to read than to scroll
_LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalStyle:
    """What the terminal can show and how much the reader wants."""

    colour: bool = False
    width: int = 100
    verbose: bool = False
    quiet: bool = False
    language: Language = "en"


def style_for(
    out: TextIO, *, verbose: bool = False, quiet: bool = False, environ: Mapping[str, str] = os.environ
) -> TerminalStyle:
    """Return the style that suits a stream and an environment (NO_COLOR, FORCE_COLOR, TERM, LANG, the window)."""
    may_colour = out.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
    return TerminalStyle(
        colour=may_colour or environ.get("FORCE_COLOR", "0") not in ("", "0"),
        width=max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((100, 24)).columns)),
        verbose=verbose,
        quiet=quiet,
        language=language_for(out, environ=environ),
    )


def language_for(out: TextIO, *, environ: Mapping[str, str] = os.environ) -> Language:
    """Return the product's language that the environment asks for and the stream can take."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if locale.startswith("zh") and _can_encode(_encoding_of(out), "问题") else "en"


class Pen:
    """Writes lines to a stream in a style; knows the stream's encoding, so that no character can break the report."""

    def __init__(self, out: TextIO, style: TerminalStyle) -> None:
        self.style = style
        self._out = out
        self._is_after_gap = False
        self._encoding = _encoding_of(out)
        self._glyphs = str.maketrans(
            {glyph: plain for glyph, plain in _GLYPHS.items() if not _can_encode(self._encoding, glyph)}
        )

    @property
    def room(self) -> int:
        """Cells behind the label column."""
        return max(20, self.style.width - LABEL_CELLS)

    @property
    def ellipsis(self) -> str:
        """One cell that stands for what was cut off."""
        return "…" if _can_encode(self._encoding, "…") else "~"

    def paint(self, text: str, role: Role) -> str:
        """Return the text in its role's colour, where colour is wanted."""
        code = _SGR[role]
        return f"\x1b[{code}m{text}\x1b[0m" if self.style.colour and code and text else text

    def visible(self, text: str) -> str:
        """Return untrusted text on one line, with all that must not or cannot be written as escapes."""
        return self._encodable(visible(text))

    def line(self, text: str = "") -> None:
        """Write one line that is already visible and painted; two empty ones in a row become one."""
        if not text and self._is_after_gap:
            return
        self._is_after_gap = not text
        self._out.write(self._encodable(text.translate(self._glyphs)) + "\n")

    def field(self, label: str, text: str, role: Role = "plain", *, label_role: Role = "dim") -> None:
        """Write untrusted `text`, wrapped, with a label in the left column of its first line."""
        self.rows(label, self.prose(text, role), label_role=label_role)

    def prose(self, text: str, role: Role = "plain", *, indent: int = 0) -> list[str]:
        """Return untrusted text as painted lines that fit behind the label column."""
        shown = wrap(self.visible(_clipped(text)), self.room - indent)
        return [self._prose(line, role) for line in shown]

    def items(self, label: str, parts: Iterable[str], role: Role = "plain") -> None:
        """Write parts that are visible and hold together, painted or in one role, with dots between them."""
        lines = pack(parts, self.room, separator=" · ")
        self.rows(label, [self.paint(line, role) for line in lines])

    def rows(self, label: str, lines: Iterable[str], *, label_role: Role = "dim") -> None:
        """Write visible, painted lines behind the label column."""
        for line in lines:
            gap = " " * (LABEL_CELLS - 2 - cells(label))
            self.line(f"  {self.paint(label, label_role)}{gap}{line}".rstrip())
            label = ""

    def _encodable(self, text: str) -> str:
        return text.encode(self._encoding, "backslashreplace").decode(self._encoding)

    def _prose(self, line: str, role: Role) -> str:
        """Return a line with its `code` in colour instead of in back-quotes, where there is colour."""
        if not self.style.colour:
            return line
        parts = _CODE.split(line)
        return "".join(self.paint(part, "code" if place % 2 else role) for place, part in enumerate(parts))


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _encoding_of(out: TextIO) -> str:
    """Return a stream's encoding; one that holds text, like `StringIO`, takes everything."""
    return getattr(out, "encoding", None) or "utf-8"


def _can_encode(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
