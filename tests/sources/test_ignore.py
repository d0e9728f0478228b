"""Ignore files against Git itself: what a walk leaves out is what Git leaves out."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.ignore import IgnoreFile, Ignores, byte_text, parse_ignore_file
from xcodereviewer.sources.selection import Selection

GIT_ENV = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C",
}
NAMES = ("a", "b", "ab", "a.py", "b.log", "é", "[x]", "b c", "a*", "#a", "!b", "a\\b", "A")
GLOB_PARTS = (*"ab*?/\\ !#é[]-", "**", "/", ".py", "[ab]", "[!a]", "[[:alpha:]]")


def git(folder: Path, *args: str, stdin: bytes = b"") -> bytes:
    done = subprocess.run(["git", "-C", str(folder), *args], input=stdin, capture_output=True, env=GIT_ENV, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def reviewed(root: Path, **options: bool) -> list[str]:
    with open_directory(root, selection=Selection(**options)) as tree:  # type: ignore[arg-type]
        return [file.path for file in tree.files]


def not_ignored(root: Path) -> list[str]:
    """What Git tracks, or would add."""
    listed = git(root, "ls-files", "-z", "-c", "-o", "--exclude-standard").split(b"\0")[:-1]
    return sorted({os.fsdecode(path) for path in listed})


paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)
globs = st.lists(st.sampled_from(GLOB_PARTS), min_size=1, max_size=6).map("".join)
ignore_texts = st.lists(globs, max_size=5).map("\n".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("repository")
    git(top, "init", "-q")
    return top


@given(text=ignore_texts, asked=st.lists(paths, min_size=1, max_size=8, unique=True))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_patterns_decide_as_in_git_check_ignore(repository: Path, text: str, asked: list[str]) -> None:
    (repository / ".gitignore").write_text(text)
    stdin = b"".join(f"{path}\0".encode() for path in asked)
    fields = git(repository, "check-ignore", "-z", "-v", "-n", "--no-index", "--stdin", stdin=stdin).split(b"\0")
    by_git = {
        fields[at + 3].decode(): bool(fields[at]) and not fields[at + 2].startswith(b"!")
        for at in range(0, len(fields) - 1, 4)
    }
    file = IgnoreFile(parse_ignore_file(text.encode()), shown=".gitignore", depth=0)
    assert {path: is_ignored(Ignores(git=(file,)), path) for path in asked} == by_git


def is_ignored(ignores: Ignores, path: str) -> bool:
    """Ask for the folders above first, as a walk does."""
    parts = path.split("/")
    for count in range(1, len(parts) + 1):
        decision = ignores.decide_git(byte_text("/".join(parts[:count])), is_folder=count < len(parts))
        if decision is not None and decision[0]:
            return True
    return False


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """Files, ignore files by their place, and which of the files are tracked."""
    files = {f"{path}.{number}": "x" for number, path in enumerate(draw(st.lists(paths, min_size=1, max_size=10)))}
    folders = sorted({"", *(path.rpartition("/")[0] for path in files)})
    placed = draw(st.dictionaries(st.sampled_from(folders), ignore_texts, max_size=3))
    ignoring = {f"{folder}/.gitignore".lstrip("/"): text for folder, text in placed.items()}
    if draw(st.booleans()):
        ignoring[".git/info/exclude"] = draw(ignore_texts)
    tracked = draw(st.lists(st.sampled_from(sorted(files)), max_size=3, unique=True))
    return files, ignoring, tracked


@given(tree=trees(), version=st.sampled_from(["2", "4"]))
@settings(max_examples=60, deadline=None)
def test_walk_takes_what_git_tracks_or_would_add(
    tree: tuple[dict[str, str], dict[str, str], list[str]], version: str
) -> None:
    files, ignoring, tracked = tree
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        git(top, "init", "-q")
        write(top, files)
        git(top, "-c", f"index.version={version}", "--literal-pathspecs", "add", "-f", "--", *tracked)
        write(top, ignoring)
        assert reviewed(top) == not_ignored(top)
        inner = next((top / path).parent for path in files)
        if not git(top, "check-ignore", "--no-index", str(inner.relative_to(top))):  # what is named is not ignored
            below = "" if inner == top else f"{inner.relative_to(top)}/"
            assert reviewed(inner) == [below + path for path in not_ignored(inner)]
