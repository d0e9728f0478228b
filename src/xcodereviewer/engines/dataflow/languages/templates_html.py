"""Where in an HTML page one is: what decides whether escaping is enough for a value that is put there.

This follows the states of the WHATWG tokenizer that matter: text, tag, attribute value with and without quotes, script,
style and comment; inside a script, the strings and comments of JavaScript.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

__all__ = ["Element", "Html", "Place"]

_LONGEST_VALUE = 200
_MARKUP = re.compile(r"<(?:(!--)|(/?)([A-Za-z][^\s/>]*))")
_SPACE = re.compile(r"[\s/]*")
_NAME = re.compile(r"[^\s/>=]+")
_EQUALS = re.compile(r"\s*=\s*")
_UNQUOTED = re.compile(r"[^\s>]*")
_CODE_STOP = re.compile(r"//|/\*|[\"'`]")
_STRING_STOP = {mark: re.compile(rf"\\.|{mark}" + (r"|\n" if mark != "`" else ""), re.DOTALL) for mark in "\"'`"}
_RAW_TEXT = ("script", "style", "textarea", "title")
_SCRIPT_TYPES = ("", "module", "text/javascript", "application/javascript", "text/ecmascript", "text/jsx", "text/babel")
_LINKS = frozenset(
    (
        *(("a", "href"), ("area", "href"), ("base", "href"), ("object", "data"), ("embed", "src")),
        *(("form", "action"), ("button", "formaction"), ("input", "formaction")),
        *(("script", "src"), ("iframe", "src"), ("frame", "src")),
    )
)
VALUE = "\0"  # stands in the value of an attribute for what the template puts there


class Place(StrEnum):
    """What an HTML parser makes of a value; the value is the name of the member that stands for an output there."""

    TEXT = "text"  # between tags, in a comment, in a quoted attribute: escaping is enough
    TAG = "tag"  # inside a tag, where attributes stand
    UNQUOTED = "unquoted_attribute"
    LINK = "link"  # the beginning of an address that is followed or run
    EVENT = "event_handler"
    DOCUMENT = "document"  # `srcdoc`: a whole page
    SCRIPT = "script"
    SCRIPT_TEXT = "script_text"  # within quotes of a script
    STYLE = "style"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A tag that is complete: the offsets of its first character and of the one behind its last."""

    name: str
    is_end: bool
    attributes: dict[str, str]
    start: int
    end: int


@dataclass(slots=True)
class _Position:
    """Where the parser is; `state` is the name of the method that goes on from there."""

    state: str = "text"
    element: str = ""
    is_end: bool = False
    start: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    name: str = ""  # of the attribute
    quote: str = ""  # of the attribute's value, or of the string of a script
    is_script: bool = False


class Html:
    """A page, fed piece by piece; `seen` is told of each tag."""

    def __init__(self, seen: Callable[[Element], None]) -> None:
        self._seen = seen
        self._at = _Position()

    def save(self) -> object:
        """Return the position, for `restore`."""
        return replace(self._at, attributes=dict(self._at.attributes))

    def restore(self, position: object) -> None:
        """Go back to where one was: the other branch of a condition begins there."""
        assert isinstance(position, _Position)
        self._at = replace(position, attributes=dict(position.attributes))

    def feed(self, text: str, offset: int) -> None:
        """Read a piece of markup that begins at `offset` of the file."""
        index = 0
        while index < len(text):
            index = _STEPS[self._at.state](self, text, index, offset)

    def place(self) -> Place:
        """Return what kind of place one is at, and go on behind a value that is put there."""
        at = self._at
        match at.state:
            case "tag":
                return Place.TAG
            case "value" | "unquoted":
                at.state = "unquoted"
                self._add(VALUE)
                return Place.EVENT if at.name.startswith("on") else Place.UNQUOTED
            case "quoted":
                found = self._quoted_place()
                self._add(VALUE)
                return found
            case "raw" if at.is_script:
                return Place.SCRIPT_TEXT if at.quote in ("'", '"') else Place.SCRIPT
            case "raw" if at.element == "style":
                return Place.STYLE
        return Place.TEXT

    def fill(self) -> None:
        """Go on behind something that the template puts here and that is no expression."""
        if self._at.state in ("value", "unquoted", "quoted"):
            self._at.state = "quoted" if self._at.state == "quoted" else "unquoted"
            self._add(VALUE)

    def _quoted_place(self) -> Place:
        at = self._at
        before = at.attributes.get(at.name, "").strip().lower()
        if at.name.startswith("on") or before.startswith("javascript:"):
            return Place.EVENT
        if at.name == "srcdoc":
            return Place.DOCUMENT
        is_link = (at.element, at.name) in _LINKS or at.name == "xlink:href"
        return Place.LINK if is_link and not before else Place.TEXT

    def _add(self, text: str) -> None:
        at = self._at
        at.attributes[at.name] = (at.attributes.get(at.name, "") + text)[:_LONGEST_VALUE]

    # Each step goes on from one index to another

    def _text(self, text: str, index: int, offset: int) -> int:
        found = _MARKUP.search(text, index)
        if found is None:
            return len(text)
        if found.group(1):
            self._at.state = "comment"
        else:
            self._at = _Position("tag", found.group(3).lower(), bool(found.group(2)), offset + found.start())
        return found.end()

    def _comment(self, text: str, index: int, _: int) -> int:
        end = text.find("-->", index)
        if end < 0:
            return len(text)
        self._at.state = "text"
        return end + 3

    def _tag(self, text: str, index: int, offset: int) -> int:
        at = self._at
        index = _match(_SPACE, text, index)
        if index >= len(text):
            return index
        if text[index] == ">":
            self._close(offset + index + 1)
            return index + 1
        if text[index] != "=":
            end = _match(_NAME, text, index)
            at.name = text[index:end].lower()
            at.attributes.setdefault(at.name, "")
            index = end
        equals = _EQUALS.match(text, index)
        if equals is not None:
            at.state = "value"
            return equals.end()
        return index

    def _value(self, text: str, index: int, _: int) -> int:
        at = self._at
        if text[index] in "\"'":
            at.state, at.quote = "quoted", text[index]
            return index + 1
        at.state = "unquoted"
        return index

    def _unquoted(self, text: str, index: int, _: int) -> int:
        end = _match(_UNQUOTED, text, index)
        self._add(text[index:end])
        if end < len(text):
            self._at.state = "tag"
        return end

    def _quoted(self, text: str, index: int, _: int) -> int:
        end = text.find(self._at.quote, index)
        self._add(text[index : end if end >= 0 else len(text)])
        if end < 0:
            return len(text)
        self._at.state, self._at.quote = "tag", ""
        return end + 1

    def _close(self, end: int) -> None:
        at = self._at
        element = Element(name=at.element, is_end=at.is_end, attributes=dict(at.attributes), start=at.start, end=end)
        self._seen(element)
        if at.element in _RAW_TEXT and not at.is_end:
            is_script = at.element == "script" and at.attributes.get("type", "").strip().lower() in _SCRIPT_TYPES
            self._at = _Position("raw", at.element, is_script=is_script)
        else:
            self._at = _Position()

    def _raw(self, text: str, index: int, offset: int) -> int:
        """Read the inside of an element that has no markup in it, to its end tag."""
        at = self._at
        found = re.compile(rf"</{re.escape(at.element)}(?=[\s/>])", re.IGNORECASE).search(text, index)
        end = found.start() if found is not None else len(text)
        if at.is_script:
            self._read_script(text[index:end])
        if found is not None:
            self._at = _Position("tag", at.element, True, offset + end)
            return found.end()
        return end

    def _read_script(self, code: str) -> None:
        at, index = self._at, 0
        while index < len(code):
            if at.quote in _STRING_STOP:
                found = _STRING_STOP[at.quote].search(code, index)
                if found is not None and not found.group().startswith("\\"):
                    at.quote = ""
            elif at.quote:  # a comment
                found = re.compile(re.escape(at.quote)).search(code, index)
                at.quote = "" if found is not None else at.quote
            else:
                found = _CODE_STOP.search(code, index)
                if found is not None:
                    at.quote = {"//": "\n", "/*": "*/"}.get(found.group(), found.group())
            index = found.end() if found is not None else len(code)


def _match(pattern: re.Pattern[str], text: str, index: int) -> int:
    found = pattern.match(text, index)
    return found.end() if found is not None else index


_STEPS: dict[str, Callable[[Html, str, int, int], int]] = {
    "text": Html._text,
    "comment": Html._comment,
    "tag": Html._tag,
    "value": Html._value,
    "unquoted": Html._unquoted,
    "quoted": Html._quoted,
    "raw": Html._raw,
}
