"""One Git that stays open and gives contents."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.sources.blobs import BlobReader, open_blobs
from xcodereviewer.sources.sealed import SealedRepository, sealed


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


@pytest.fixture
def repository(repo: Repo) -> Iterator[SealedRepository]:
    repo.commit({f"{number}.py": f"{number}\n" * 1000 * number for number in range(20)})
    with sealed(repo.path) as repository:
        yield repository


def test_contents_are_given_to_several_threads(repository: SealedRepository, repo: Repo) -> None:
    names = [f"{repo.git('rev-parse', 'HEAD')}:{number}.py" for number in range(20)] * 5
    with open_blobs(repository) as blobs, ThreadPoolExecutor(4) as threads:
        sizes = list(threads.map(lambda name: len(blobs.read(name, limit=10**6)), names))
    assert sizes == [len(f"{number}\n") * 1000 * number for number in range(20)] * 5


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("0" * 40, "does not hold"),
        ("HEAD:none", "does not hold"),
        ("{head}", "no file"),
        ("{head}:", "no file"),
        ("{head}:19.py", "File too large"),
        ("a\nb", "line break"),
    ],
)
def test_after_what_cannot_be_given_the_next_is(
    repository: SealedRepository, repo: Repo, name: str, problem: str
) -> None:
    head = repo.git("rev-parse", "HEAD")
    with open_blobs(repository) as blobs:
        with pytest.raises(OSError, match=problem):
            blobs.read(name.format(head=head), limit=10_000)
        assert blobs.read(f"{head}:1.py", limit=10_000) == b"1\n" * 1000


def test_a_git_that_does_not_answer_is_given_up(
    repository: SealedRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "bin" / "git"
    place.parent.mkdir()
    place.write_text("#!/bin/sh\nexec sleep 600\n")
    place.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place.parent}{os.pathsep}{os.environ['PATH']}")
    reader = BlobReader(repository, timeout_s=0.1)
    with pytest.raises(OSError, match=r"no answer within 0\.1 s"):
        reader.read("HEAD", limit=10)
    reader.close()
