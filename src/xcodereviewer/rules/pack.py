"""The rules of a folder, compiled once and known by what they say."""
# xcr: ignore-file[write-outside-its-place] writes compiled rules below the cache folder

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.domain.rule import Rule
from xcodereviewer.rules.rule_file import InvalidRule, parse_rule

__all__ = ["Pack", "built_in_folder", "is_rule_file", "load_pack", "parse_pack"]

_SUFFIXES = (".yaml", ".yml")


class RulesFolderMissing(NotFound):
    """A folder of rules that is not there."""

    def __init__(self, folder: Path) -> None:
        told = (
            f"{folder} is a file, not a folder of rules"
            if folder.exists()
            else f"There is no folder of rules at {folder}"
        )
        super().__init__(f"{told}. Name a folder that holds rule files (*.yaml).")


class RulesFolderEmpty(NotFound):
    """A folder without a single rule file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no rule file (*.yaml). Begin one with: xcr rules new ID --folder {folder}")


class RuleTwice(InputError):
    """Two files that claim one id."""

    def __init__(self, rule_id: str, file: str, other: str) -> None:
        taken = "a built-in rule" if Path(other).is_relative_to(built_in_folder()) else other
        super().__init__(f"{file}: the id `{rule_id}` is taken by {taken} already. Choose another id.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Rules in the order of their ids, the file of each by id, and a digest (hex) that changes with any of them."""

    rules: tuple[Rule, ...]
    digest: str
    files: Mapping[str, str] = field(default_factory=dict)

    def __add__(self, other: "Pack") -> "Pack":
        by_id = {rule.id: rule for rule in self.rules}
        for rule in other.rules:
            if rule.id in by_id:
                raise RuleTwice(rule.id, other.files[rule.id], self.files[rule.id])
            by_id[rule.id] = rule
        return Pack(
            rules=tuple(by_id[rule_id] for rule_id in sorted(by_id)),
            digest=hashlib.sha256(f"{self.digest}+{other.digest}".encode()).hexdigest(),
            files={**self.files, **other.files},
        )


def built_in_folder() -> Path:
    """Return the folder of the rules that come with the product."""
    return Path(__file__).parent


def load_pack(folder: Path, *, compiled: Path | None = None) -> Pack:
    """Load every rule file below `folder`; what is hidden (`.git`) is passed over.

    Reading some hundred YAML files takes about half a second, so with `compiled` (a folder of the user's cache) the
    result is kept there, named by the path, size and times of every rule file; a damaged copy is made anew.

    Raises:
        RulesFolderMissing: there is no such folder.
        RulesFolderEmpty: there is no rule file below it.
        InvalidRule: a file is not a rule.
        RuleTwice: two files have one id.
    """
    if not folder.is_dir():
        raise RulesFolderMissing(folder)
    if compiled is None:
        return _parse_folder(folder)
    kept = compiled / f"rules-{_listing_digest(folder)}.msgpack"
    pack = _read_compiled(kept)
    if pack is None:
        pack = _parse_folder(folder)
        _write_compiled(kept, pack)
    return pack


def is_rule_file(path: str) -> bool:
    """Return whether a file of a folder of rules is one, by its path from there."""
    return path.lower().endswith(_SUFFIXES) and not any(name.startswith(".") for name in path.split("/"))


def _parse_folder(folder: Path) -> Pack:
    entries = sorted(_files(folder, _SUFFIXES), key=lambda e: e.path)
    pack = parse_pack((entry.path, _read(entry)) for entry in entries)
    if not pack.rules:
        raise RulesFolderEmpty(folder)
    return pack


def parse_pack(contents: Iterable[tuple[str, bytes]]) -> Pack:
    """Return the rules of files that have been read, each with its path.

    Raises:
        InvalidRule: a file is not a rule.
        RuleTwice: two files have one id.
    """
    rules: dict[str, Rule] = {}
    files: dict[str, str] = {}
    digest = hashlib.sha256()
    for path, content in contents:
        for rule in parse_rule(_decoded(content, path), path):
            if rule.id in rules:
                raise RuleTwice(rule.id, path, files[rule.id])
            rules[rule.id], files[rule.id] = rule, path
        digest.update(hashlib.sha256(content).digest())
    return Pack(rules=tuple(rules[rule_id] for rule_id in sorted(rules)), digest=digest.hexdigest(), files=files)


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator["os.DirEntry[str]"]:
    """Yield what has one of the suffixes below a folder, in no order; links to folders are not followed."""
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.lower().endswith(suffixes):
                    yield entry


def _read(entry: "os.DirEntry[str]") -> bytes:
    try:
        if not entry.is_file():  # a link that leads nowhere, or a pipe that nobody writes to
            raise InvalidRule(entry.path, "this is no file that can be read; delete it, or mend the link")
        return Path(entry.path).read_bytes()
    except OSError as error:
        raise InvalidRule(entry.path, f"cannot be read: {error.strerror}; allow access, or delete it") from error


def _decoded(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidRule(path, "not UTF-8 text; save the file in that encoding", line=line) from error


def _listing_digest(folder: Path) -> str:
    """Return a digest of all that the rules of a folder depend on: their files, and the code that reads them."""
    digest = hashlib.sha256(str(folder).encode(errors="surrogateescape"))
    entries = [
        *_files(folder, _SUFFIXES),
        *(entry for entry in os.scandir(built_in_folder()) if entry.name.endswith(".py")),
    ]
    for entry in sorted(entries, key=lambda e: e.path):
        stat = entry.stat(follow_symlinks=entry.is_file())
        facts = f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\n"
        digest.update(facts.encode(errors="surrogateescape"))
    return digest.hexdigest()[:32]


def _read_compiled(path: Path) -> Pack | None:
    try:
        content = path.read_bytes()
        if hashlib.sha256(content[32:]).digest() != content[:32]:
            return None
        return msgspec.msgpack.decode(content[32:], type=Pack)
    except (OSError, msgspec.DecodeError):
        return None


def _write_compiled(path: Path, pack: Pack) -> None:
    content = msgspec.msgpack.encode(pack)
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(hashlib.sha256(content).digest() + content)
        partial.replace(path)
    except OSError:  # a copy that cannot be kept only costs the next start its half second
        with contextlib.suppress(OSError):
            partial.unlink()
