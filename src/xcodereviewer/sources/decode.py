"""Bytes of a source file as text, whatever encoding it was saved in."""

import re
import warnings
from dataclasses import dataclass
from encodings.aliases import aliases

from xcodereviewer.sources.chinese import reads_as_chinese

__all__ = ["Decoded", "decode", "wide_encoding"]

_BOMS = (  # UTF-32's begins with UTF-16's, so it is asked for first
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 8192  # bytes; a multiple of four
_HEAD = 1024  # bytes: as far as HTML says to look for a declaration
_DECLARATION = re.compile(
    rb"\A(?:[^\n]{0,512}\n)?[ \t\f]*(?:#|//|/\*|--|;|<!--|%)[^\n]{0,256}?coding[:=][ \t]*([-\w.]{1,40})"  # PEP 263
    rb"|\A\s*<\?xml\s[^>]{0,256}?encoding\s*=\s*[\"']([-\w.]{1,40})"
    rb"|<meta\s[^>]{0,256}?charset\s*=\s*[\"']?([-\w.]{1,40})"
    rb"|\A@charset \"([-\w.]{1,40})\";",
    re.IGNORECASE,
)
# Written in ASCII only, so that they pass as UTF-8; in some of them Python runs code that is not there to be seen.
_SHIFTING = frozenset({"utf_7", "hz", "iso2022_jp", "iso2022_kr", "unicode_escape", "raw_unicode_escape"})
# As browsers read them: the name of a subset often stands for what the software of its day really wrote.
_SUPERSETS = {"ascii": "cp1252", "latin_1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_SUPERSETS |= {"euc_kr": "cp949", "big5": "big5hkscs", "iso8859_9": "cp1254"}
_DECLARABLE = _SHIFTING | frozenset(_SUPERSETS.values()) | {"euc_jp", "koi8_r", "koi8_u", "mac_roman", "tis_620"}
_DECLARABLE |= {f"cp125{last}" for last in range(9)} | {f"iso8859_{part}" for part in range(2, 17)}
_DECLARABLE |= {"cp437", "cp850", "cp852", "cp866"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_FEWEST_UNITS = 4  # of UTF-16, to tell it from a stray NUL
_MISREAD_SHARE = 0.2  # of the characters beyond ASCII: UTF-8 with some damage, not another encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text without its byte order mark, line ends as they stand, and the encoding that it was read in.

    The text holds no lone surrogate, so that it can be encoded; a byte without meaning became U+FFFD.
    """

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; never fails.

    In this order: byte order mark, the NUL pattern of UTF-16 and UTF-32, UTF-8, what the file declares (coding cookie,
    XML, HTML, CSS), UTF-8 with some damage, GB18030 (GBK) when that reads as Chinese, Windows-1252, Latin-1. What
    is valid UTF-8 is read as such whatever it declares: a stale declaration is far more common than such an accident.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _replacing(data[len(bom) :], encoding)
    wide = wide_encoding(data)
    if wide is not None:
        return _replacing(data, wide)
    declared = _declared(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared in _SHIFTING:
        return _as_declared(data, declared) or Decoded(text=text, encoding="utf-8")
    return Decoded(text=text, encoding="utf-8")


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 that `data` is in, told by its byte order mark or by where its NULs stand."""
    for bom, encoding in _BOMS[1:]:
        if data.startswith(bom):
            return encoding
    if b"\0" not in data:
        return None
    sample = data[:_SAMPLE]
    zeros = [sample[start::4].count(0) for start in range(4)]
    if len(data) % 4 == 0 and zeros[3] == len(sample) // 4 and _is_plain(sample, "utf-32-le"):
        return "utf-32-le"
    if len(data) % 4 == 0 and zeros[0] == len(sample) // 4 and _is_plain(sample, "utf-32-be"):
        return "utf-32-be"
    first, second = zeros[0] + zeros[2], zeros[1] + zeros[3]
    units = len(sample) // 2
    if units < _FEWEST_UNITS or max(first, second) < units // 5 or min(first, second) > max(first, second) // 20:
        return None
    encoding = "utf-16-le" if second > first else "utf-16-be"
    text = sample[: units * 2].decode(encoding, "replace")
    return encoding if text.count("�") <= 1 + len(text) // 100 else None


def _is_plain(sample: bytes, encoding: str) -> bool:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return text.count("\0") <= len(text) // 20


def _declared(data: bytes) -> str:
    head = data[:_HEAD]
    if b"coding" not in head and b"harset" not in head and b"HARSET" not in head:
        return ""
    match = _DECLARATION.search(head)
    if match is None:
        return ""
    name = match[match.lastindex or 0].decode("latin-1").lower().replace("-", "_").replace(".", "_")
    # The table of names is asked and not `codecs.lookup`, which keeps every name it ever met and knows codecs that
    # unpack.
    codec = aliases.get(name, name)
    codec = _SUPERSETS.get(codec, codec)
    return codec if codec in _DECLARABLE else ""


def _not_utf8(data: bytes, declared: str) -> Decoded:
    decoded = _as_declared(data, declared) if declared else None
    if decoded is not None:
        return decoded
    text = data.decode(errors="replace")
    beyond = len(text) - len(data.decode("ascii", "ignore"))
    if text.count("�") <= beyond * _MISREAD_SHARE:
        return Decoded(text=text, encoding="utf-8")
    if reads_as_chinese(data):
        return _replacing(data, "gb18030")
    try:
        return Decoded(text=data.decode("cp1252"), encoding="cp1252")
    except UnicodeDecodeError:
        return Decoded(text=data.decode("latin-1"), encoding="latin-1")


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    with warnings.catch_warnings():  # unicode_escape warns of what is no escape
        warnings.simplefilter("ignore")
        try:
            text = data.decode(codec)
        except UnicodeError:
            return None
    return Decoded(text=_SURROGATE.sub("�", text), encoding=codec.replace("_", "-"))


def _replacing(data: bytes, encoding: str) -> Decoded:
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)
