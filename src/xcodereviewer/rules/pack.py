"""The rules of a folder, compiled once and known by what they say."""
# xcr: ignore-file[write-outside-its-place] writes compiled rules below the cache folder

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.domain.rule import Rule
from xcodereviewer.rules.rule_file import InvalidRule, parse_rule

__all__ = ["Pack", "built_in_folder", "load_pack"]


class RulesFolderMissing(NotFound):
    """A folder of rules that is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no folder of rules at {folder}. Name a folder that holds rule files (*.yaml).")


class RuleTwice(InputError):
    """Two files that claim one id."""

    def __init__(self, rule_id: str, path: str) -> None:
        super().__init__(f"{path}: the id `{rule_id}` is already taken by another rule. Choose another id.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Rules in the order of their ids, and a digest (hex) that changes whenever one of them does."""

    rules: tuple[Rule, ...]
    digest: str

    def __add__(self, other: "Pack") -> "Pack":
        by_id = {rule.id: rule for rule in self.rules}
        for rule in other.rules:
            if rule.id in by_id:
                raise RuleTwice(rule.id, "custom rules")
            by_id[rule.id] = rule
        digest = hashlib.sha256(f"{self.digest}+{other.digest}".encode()).hexdigest()
        return Pack(rules=tuple(by_id[rule_id] for rule_id in sorted(by_id)), digest=digest)


def built_in_folder() -> Path:
    """Return the folder of the rules that come with the product."""
    return Path(__file__).parent


def load_pack(folder: Path, *, compiled: Path | None = None) -> Pack:
    """Load every rule file below `folder`.

    Reading some hundred YAML files takes about half a second, so with `compiled` (a folder of the user's cache) the
    result is kept there, named by the path, size and times of every rule file; a damaged copy is made anew.

    Raises:
        RulesFolderMissing: there is no such folder.
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


def _parse_folder(folder: Path) -> Pack:
    rules: dict[str, Rule] = {}
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            content = path.read_bytes()
            rule = parse_rule(content.decode(), name)
        except UnicodeDecodeError as error:
            raise InvalidRule(name, "not UTF-8 text") from error
        if rule.id in rules:
            raise RuleTwice(rule.id, name)
        rules[rule.id] = rule
        digest.update(hashlib.sha256(content).digest())
    return Pack(rules=tuple(rules[rule_id] for rule_id in sorted(rules)), digest=digest.hexdigest())


def _listing_digest(folder: Path) -> str:
    digest = hashlib.sha256(str(folder).encode())
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith((".yaml", ".py")):
                    stat = entry.stat()
                    digest.update(f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\n".encode())
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
