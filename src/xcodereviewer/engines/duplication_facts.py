"""What one file keeps of its text so that copies are found among all files: token codes, lines and fingerprints.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003): of every few neighbouring stretches the one with the least hash, so equal text is sure to
have equal fingerprints while most stretches leave none. A stretch begins where a line does.
"""

import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.complexity_tokens import CodeLine

__all__ = ["FLOW", "NAME", "STRETCH", "Body", "Facts", "make_facts", "read_facts"]

STRETCH = 40  # tokens of a fingerprint
_NEIGHBOURS = 4  # stretches of which one is kept
_FEWEST_NAMES = 8  # in a stretch that is code and no table of data
_FEWEST_FLOW = 3
_FEWEST_DISTINCT = 14
_HEAD = 2000  # characters in which generated code says so
_GENERATED = re.compile(
    r"@generated\b|\b(?:auto-?)?generated (?:by|from|file|code)\b|do not (?:edit|modify)", re.IGNORECASE
)
_IMPORTING = frozenset({"import", "from", "using", "use", "package", "require", "require_once", "include", "namespace"})
_MOST_IMPORT_LINES = 300  # of one statement
_PUNCTUATION, _LITERAL, NAME, FLOW = range(4)  # the class of a token: the upper two bits of its code
_FLOW_WORDS = frozenset(
    re.findall(
        r"\S+",
        "( if elif else for foreach while until do switch match when case return yield throw raise try catch except"
        " rescue await go defer select",
    )
)


class Body(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """A file's tokens; the fields hold arrays: token codes (u16), and for each line of code its first token and
    number (u32) and the columns where it begins and ends (u16).
    """

    codes: bytes
    firsts: bytes
    numbers: bytes
    columns: bytes


class Facts(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """The facts of one file: the lines that a fingerprint begins on (u32), the fingerprints (u64), and the tokens.

    The tokens are packed, since those of a file that shares no fingerprint are never looked at.
    """

    anchors: bytes
    prints: bytes
    packed: bytes

    def body(self) -> Body:
        """Return the tokens."""
        return msgspec.msgpack.decode(zlib.decompress(self.packed), type=Body)


def make_facts(lines: Sequence[CodeLine], file: SourceText) -> bytes:
    """Return the facts of a file; none when it is too short for a copy."""
    kept = list(_without_imports(lines, file.language))
    coder = _Coder()
    codes, firsts = array("H"), array("I")
    for line in kept:
        firsts.append(len(codes))
        codes.extend(map(coder.__getitem__, line.tokens))
    anchors = _anchors(codes, firsts)
    if not anchors:
        return b""
    body = Body(
        codes=codes.tobytes(),
        firsts=firsts.tobytes(),
        numbers=array("I", [line.number for line in kept]).tobytes(),
        columns=_columns(file.text, kept).tobytes(),
    )
    facts = Facts(
        anchors=array("I", anchors).tobytes(),
        prints=b"".join(_print(body.codes, firsts[line]) for line in anchors),
        packed=zlib.compress(msgspec.msgpack.encode(body), 1),
    )
    return msgspec.msgpack.encode(facts)


def read_facts(content: bytes) -> Facts:
    """Read what `make_facts` wrote."""
    return msgspec.msgpack.decode(content, type=Facts)


def _print(codes: bytes, first: int) -> bytes:
    return blake2b(codes[2 * first : 2 * (first + STRETCH)], digest_size=8).digest()


class _Coder(dict[str, int]):
    """Token codes, each computed once."""

    def __missing__(self, token: str) -> int:
        code = self[token] = _class_of(token) << 14 | zlib.crc32(token.encode("utf-8", "surrogatepass")) & 0x3FFF
        return code


def _class_of(token: str) -> int:
    if token in _FLOW_WORDS:
        return FLOW
    first = token[0]
    if first.isdigit() or first in "\"'`":
        return _LITERAL
    return NAME if first.isalpha() or first == "_" else _PUNCTUATION


def _without_imports(lines: Sequence[CodeLine], language: Language) -> Iterable[CodeLine]:
    open_brackets = skipped = 0
    for line in lines:
        if open_brackets <= 0 or skipped > _MOST_IMPORT_LINES:
            if not _is_import(line.tokens, language):
                yield line
                open_brackets = 0
                continue
            open_brackets = skipped = 0
        skipped += 1
        open_brackets += sum(word in "([{" for word in line.tokens) - sum(word in ")]}" for word in line.tokens)


def _is_import(tokens: Sequence[str], language: Language) -> bool:
    if tokens[0] == "#":
        return True  # a directive of the C preprocessor, or an attribute of Rust
    if tokens[0] not in _IMPORTING:
        return False
    return (
        language is Language.GO or len(tokens) < 2 or tokens[1] != "("
    )  # `using (...)` and `import(...)` are no imports


def _anchors(codes: "array[int]", firsts: "array[int]") -> list[int]:
    content = codes.tobytes()
    hashes = [
        zlib.crc32(content[2 * first : 2 * (first + STRETCH)]) for first in firsts if first + STRETCH <= len(codes)
    ]
    chosen = set()
    for begin in range(max(len(hashes) - _NEIGHBOURS + 1, min(len(hashes), 1))):
        window = hashes[begin : begin + _NEIGHBOURS]
        chosen.add(begin + window.index(min(window)))
    return [line for line in sorted(chosen) if _is_code(codes[firsts[line] : firsts[line] + STRETCH])]


def _is_code(stretch: "array[int]") -> bool:
    classes = bytes(code >> 14 for code in stretch)
    return (
        classes.count(NAME) >= _FEWEST_NAMES
        and classes.count(FLOW) >= _FEWEST_FLOW
        and len(set(stretch)) >= _FEWEST_DISTINCT
    )


def _columns(text: str, lines: Iterable[CodeLine]) -> "array[int]":
    columns = array("H")
    texts = text.split("\n")
    for line in lines:
        whole = texts[line.number - 1].rstrip()
        columns.append(len(whole) - len(whole.lstrip()) + 1)
        columns.append(len(whole) + 1)
    return columns
