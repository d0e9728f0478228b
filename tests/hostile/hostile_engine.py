"""An engine that does what the first line of each text says."""

import ctypes
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from xcodereviewer.domain.engine import FileFacts, Gap, Match, Scan, Scanner, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule

__all__ = ["HERE", "engine"]

HERE = Span(start_line=1, start_column=1, end_line=1, end_column=2)
NOWHERE = Span(start_line=0, start_column=1, end_line=1, end_column=2)


class _Hostile:
    name = "hostile"
    version = "1"
    languages = frozenset({Language.PYTHON})
    relates_long = True

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        match = json.loads(rules[0].match)
        if match.get("prepare") == "dies":
            os.kill(os.getpid(), signal.SIGSEGV)
        if match.get("prepare") == "raises":
            raise ValueError("the rule is odd")
        return _Scanner(rules[0].id)


class _Scanner:
    def __init__(self, rule: str) -> None:
        self._rule = rule

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        for file in files:
            word, _, rest = file.text.split("\n")[0].removeprefix("# ").partition(" ")
            match word:
                case "few":
                    return
                case "many":
                    yield from [self._said(file.id, "")] * 5
                case "stranger":
                    yield self._said(777, "")
                case "nowhere":
                    yield Scan(id=file.id, matches=(Match(rule=self._rule, span=NOWHERE),))
                case "unknown":
                    yield Scan(id=file.id, matches=(Match(rule="python.bug.unknown", span=HERE),))
                case "facts":
                    yield Scan(id=file.id, facts=rest.encode())
                case _:
                    yield self._said(file.id, ACTIONS[word](rest) if word in ACTIONS else "")

    def relate(self, files: Sequence[FileFacts]) -> Iterator[tuple[int, Match | Gap]]:
        for file in files:
            word, _, rest = file.facts.decode().partition(" ")
            ACTIONS.get(word, _nothing)(rest)
            number = file.id + (1000 if file.facts == b"stranger" else 0)
            if file.facts == b"gap":
                yield number, Gap(reason=f"{file.path} was given up")
            else:
                yield number, Match(rule=self._rule, span=HERE, message="related")

    def _said(self, number: int, message: str) -> Scan:
        return Scan(id=number, matches=(Match(rule=self._rule, span=HERE, message=message or "looked at"),))


def engine() -> _Hostile:
    """Return the engine; the registry calls this."""
    return _Hostile()


def _nothing(_: str) -> str:
    return ""


def _report(_: str) -> str:
    """Tell all that can be seen from here."""
    links = {fd: Path("/proc/self/fd", str(fd)) for fd in range(300)}
    seen = {
        "environment": dict(os.environ),
        "descriptors": {fd: str(link.readlink()).split(":")[0] for fd, link in links.items() if link.is_symlink()},
        "folder": str(Path.cwd()),
        "command": Path("/proc/self/cmdline").read_bytes().decode(),
        "leads": os.getsid(0) == os.getpid(),
        "stdin": sys.stdin.read(),
    }
    return json.dumps(seen)


def _spin(_: str) -> str:
    while True:
        pass


def _shout(_: str) -> str:
    os.write(1, b"\xff" * 1000)
    os.write(2, b"noise")
    sys.stdout.write("x" * 10_000)
    sys.stdout.flush()
    sys.stdout.buffer.write(b"\0" * 10_000)
    return ""


def _raise(reason: str) -> str:
    raise RuntimeError(reason)


def _exit(_: str) -> str:
    raise SystemExit(3)


def _kill(_: str) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def _fork(_: str) -> str:
    if os.fork() == 0:
        time.sleep(600)
    os.kill(os.getpid(), signal.SIGSEGV)
    return ""


def _pid(path: str) -> str:
    with Path(path).open("a", encoding="ascii") as out:
        out.write(f"{os.getpid()}\n")
    return ""


def _nap(path: str) -> str:
    _pid(path)
    time.sleep(600)
    return ""


ACTIONS: Mapping[str, Callable[[str], str]] = {
    "report": _report,
    "segfault": lambda _: str(ctypes.string_at(0)),
    "kill": _kill,
    "nap": _nap,
    "spin": _spin,
    "eat": lambda _: str(len(bytearray(64 * 1024**3))),
    "deep": lambda _: str(json.loads("[" * 100_000)),
    "raise": _raise,
    "exit": _exit,
    "shout": _shout,
    "fork": _fork,
    "pid": _pid,
    "large": lambda size: "x" * int(size),
    "surrogate": lambda _: "\ud800",
}
