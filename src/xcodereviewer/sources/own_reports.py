"""Reports of ours that were written into the tree under review."""

import re

__all__ = ["is_own_report"]

_HEAD = 1024  # bytes
_STARTS = re.compile(
    rb'\{\s{0,9}"schema_version":\s?"\d[^"]{0,9}",\s{0,9}"tool_version":\s?"[^"]{1,40}",\s{0,9}"target":'
    rb'|\{\s{0,9}"\$schema":\s?"[^"]{1,200}",\s{0,9}"version":\s?"2\.1\.0",\s{0,9}"runs":\s?\[\s{0,9}\{\s{0,9}"tool":\s?\{'
    rb'\s{0,9}"driver":\s?\{\s{0,9}"name":\s?"XCodeReviewer"'
    rb'|<\?xml [^>]{1,80}\?>\s{0,9}<testsuites name="XCodeReviewer"'
    rb"|## (?:[^\w\s]{1,12} )?XCodeReviewer: ?|## (?:[^\w\s]{1,12} )?XCodeReviewer\xef\xbc\x9a"
    rb"|rule,title,severity,category,confidence,status,path,start_line,start_column,"
    rb'|\[\s{0,9}\{"description":"[^"\\]{0,600}","check_name":"[a-z-]{1,40}\.[a-z]{1,40}\.[a-z-]{1,80}","fingerprint":"[0-9a-f]{32}"'
)
_HTML = re.compile(rb"<!doctype html>\s{0,9}<html lang=[^>]{1,20}>\s{0,9}<head>")
_MADE_BY = (b"XCodeReviewer",)


def is_own_report(data: bytes) -> bool:
    """Whether the file begins as one of our own reports does, in any format."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _STARTS.match(head):
        return True
    is_strict = b'http-equiv="Content-Security-Policy"' in head and b"default-src &#39;none&#39;" in head
    return is_strict and _HTML.match(head) is not None and any(mark in data[:100_000] for mark in _MADE_BY)
