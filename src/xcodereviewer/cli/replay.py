"""What an earlier call printed, while nothing that it depended on has changed.

`xcr review .` is called again and again on trees in which nothing has changed: by a hook, an editor, a nervous hand.
Most of what such a call costs is importing the product. So a call that reviewed a folder whole leaves behind what it
printed, and a digest of the `stat` of all that it depended on: all files and folders of the tree and the product, the
configuration, the baseline. The next equal call compares that digest first, and needs nothing but the standard library
for it. As in the stat index, what changed too shortly before is racy and leaves nothing behind.
"""
# xcr: ignore-file[write-outside-its-place] writes below the cache folder, by names of its own

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from xcodereviewer import __version__
from xcodereviewer.cli.places import cache_folder
from xcodereviewer.cli.standard_output import let_go

__all__ = ["Recorder", "replay", "was_recorded"]

_VARIABLES = ("LANG", "LC_", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "PYTHON", "HOME", "XDG_", "XCR_")
_RACY_NS = 2_000_000_000
_MOST_KEPT = 32


def replay(arguments: Sequence[str]) -> int | None:
    """Print what an equal call printed and return its exit code; None when there was none, or something has changed."""
    if arguments[:1] != ["review"] or sys.stdout is None:
        return None
    began = time.monotonic()
    record = _read(_place(arguments))
    if record is None:
        return None
    try:
        before, after, code = str(record["before"]), str(record["after"]), int(str(record["code"]))
        paths = str(record["paths"]).split("\0")
        if _digest(paths)[0] != record["digest"]:
            return None
    except (KeyError, ValueError):
        return None
    elapsed = f"{time.monotonic() - began:.1f}" if after else ""
    try:
        sys.stdout.write(f"{before}{elapsed}{after}")
        sys.stdout.flush()
    except BrokenPipeError:
        let_go()
    return code


def was_recorded(arguments: Sequence[str]) -> bool:
    """Whether an equal call left what it printed."""
    return _place(arguments).is_file()


class Recorder:
    """Leaves behind what a call printed."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = arguments
        self._began_ns = time.time_ns()

    def is_racy(self, latest_ns: int) -> bool:
        """Whether what changed at that time (ns since the epoch) changed too shortly before to be depended on."""
        return latest_ns > self._began_ns - _RACY_NS

    def keep(self, printed: str, *, code: int, duration: str, depends_on: Iterable[str]) -> None:
        """Keep what was printed; `duration` is how its time reads there, `depends_on` are paths, there or not."""
        paths = list(dict.fromkeys((*depends_on, *_own_paths(), *sys.path)))
        digest, latest_ns = _digest(paths)
        if self.is_racy(latest_ns):
            return
        before, _, after = printed.rpartition(duration)
        record = {
            "before": before if before else printed,
            "after": after if before else "",
            "code": code,
            "digest": digest,
            "paths": "\0".join(paths),
        }
        _write(_place(self._arguments), record)


def _place(arguments: Sequence[str]) -> Path:
    """Return where the record of a call is: named by all that its output depends on besides files."""
    facts = [
        *(__version__, sys.version, sys.prefix, str(Path.cwd())),
        date.today().isoformat(),  # noqa: DTZ011 - a suppression ends on the user's own calendar
        *(str(sys.stdout.isatty()), sys.stdout.encoding, str(_columns())),
        *(f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(_VARIABLES)),
        *arguments,
    ]
    name = hashlib.blake2b("\0".join(facts).encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return cache_folder() / "calls" / f"{name}.json"


def _columns() -> int:
    try:
        return os.get_terminal_size().columns
    except OSError:
        return 0


def _digest(paths: Iterable[str]) -> tuple[str, int]:
    """Return a digest of the status of files and folders, and when the latest of them changed (ns since the epoch)."""
    digest = hashlib.blake2b(digest_size=16)
    latest = 0
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116 - thousands of them
        except (OSError, ValueError):
            digest.update(b"-")
            continue
        mtime, ctime = status.st_mtime_ns, status.st_ctime_ns
        latest = max(latest, mtime, ctime)
        digest.update(b"%d %d %d %d\n" % (status.st_size, mtime, ctime, status.st_ino))
    return digest.hexdigest(), latest


def _own_paths() -> Iterator[str]:
    """Yield the folders and files of this product: code and rules."""
    for folder, folders, files in os.walk(Path(__file__).parent.parent):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield folder
        yield from (os.path.join(folder, name) for name in files)  # noqa: PTH118 - a thousand of them


def _read(place: Path) -> dict[str, object] | None:
    try:
        checksum, _, content = place.read_bytes().partition(b"\n")
        if hashlib.blake2b(content, digest_size=16).hexdigest().encode() != checksum:
            return None
        record = json.loads(content)
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def _write(place: Path, record: dict[str, object]) -> None:
    content = json.dumps(record).encode()
    partial = place.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):  # that it cannot be kept only costs the next call its time
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial.write_bytes(hashlib.blake2b(content, digest_size=16).hexdigest().encode() + b"\n" + content)
        partial.replace(place)
        kept = sorted(place.parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in kept[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)
