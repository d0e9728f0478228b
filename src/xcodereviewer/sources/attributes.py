"""What `.gitattributes` says of a file that is not the project's own work, as GitHub reads it (linguist)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.sources.ignore import IgnoreFile, parse_ignore_file

__all__ = ["ATTRIBUTES", "REASONS", "parse_attributes"]

ATTRIBUTES = ".gitattributes"
REASONS: Mapping[str, str] = MappingProxyType(
    {"linguist-generated": "generated, says", "linguist-vendored": "third-party code, says"}
)
_MOST_BYTES = 131_072
_LINE = re.compile(r"""[ \t]*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^\s"#]\S*))[ \t]+(?P<attributes>.*)""")
_OFF = ("-", "!")


def parse_attributes(data: bytes, *, shown: str, depth: int) -> Mapping[str, IgnoreFile]:
    """Return by attribute of `REASONS` which files have it; `shown` and `depth` are as in `IgnoreFile`."""
    lines: dict[str, list[str]] = {name: [] for name in REASONS}
    for line in data[:_MOST_BYTES].removeprefix(b"\xef\xbb\xbf").decode("latin-1").splitlines():
        found = _LINE.match(line)
        if found is None or line.lstrip().startswith("[attr]"):
            continue
        pattern = found["plain"] or re.sub(r"\\(.)", r"\1", found["quoted"] or "")
        for word in found["attributes"].split():
            name, _, value = word.lstrip("-!").partition("=")
            if name in lines and not pattern.endswith("/"):  # such a pattern matches folders, which have no attributes
                is_off = word.startswith(_OFF) or value.lower() in ("false", "0")
                lines[name].append(("!" if is_off else "") + _literal_start(pattern))
    files = {}
    for name, patterns in lines.items():
        parsed = parse_ignore_file("\n".join(patterns).encode("latin-1"))
        if parsed:
            files[name] = IgnoreFile(parsed, shown=shown, depth=depth)
    return files


def _literal_start(pattern: str) -> str:
    return f"\\{pattern}" if pattern.startswith(("#", "!")) else pattern
