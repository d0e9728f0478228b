"""What takes long to relate is related beside the work of other engines, and nothing else is different."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.hostile import hostile_rule, install
from tests.packs import PACK
from tests.pipeline.test_examine import CLONE, MemoryTree, Stepping, plain, request, stepping_cache

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.review import review

RULES = [
    rule
    for rule in PACK
    if rule.engine in ("dataflow", "complexity") or rule.id == "python.bug.mutable-default-argument"
]
FLOW = "command-injection"
PAGE = """from flask import Flask, request
from app import shell

app = Flask(__name__)


@app.route("/")
def index():
    return shell.run(request.args["x"])
"""
HARMFUL = b"import os\n\n\ndef run(x):\n    os.system('ls ' + x)\n"
HARMLESS = b"def run(x):\n    return len(x)\n"


def program(shell: bytes = HARMFUL) -> dict[str, bytes]:
    """More files than one worker is given at once, a flow through two of them and code that stands in three."""
    files = {f"app/m{n}.py": f"def f{n}(x, seen=[]):\n    return seen\n".encode() for n in range(30)}
    files |= {f"copy/c{n}.py": f"def g{n}(value):\n{CLONE}    return value_3\n".encode() for n in range(3)}
    return files | {"app/views.py": PAGE.encode(), "app/shell.py": shell, "a.css": b"p { color: red }\n"}


def flows(result: Review) -> list[str]:
    return [finding.location.path for finding in result.findings if finding.rule.endswith(FLOW)]


@dataclass(slots=True)
class Written(MemoryTree):
    """A tree whose files are written to (or are gone) after they were read once."""

    later: dict[str, bytes | OSError] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        content = self.later[path] if path in self.reads and path in self.later else self.contents[path]
        self.reads.append(path)
        if isinstance(content, BaseException):
            raise content
        return content


def test_result_is_the_same_with_any_number_of_workers_cold_and_cached(tmp_path: Path) -> None:
    expected = plain(review(request(MemoryTree(program()), RULES)))
    assert flows(expected) == ["app/shell.py"]
    assert plain(review(request(MemoryTree(program()), RULES, jobs=2))) == expected
    for _ in range(2):
        with ResultCache(tmp_path) as cache:
            assert plain(review(request(MemoryTree(program()), RULES, jobs=3, cache=cache))) == expected


@pytest.mark.parametrize(("before", "after"), [(HARMLESS, HARMFUL), (HARMFUL, HARMLESS)])
@pytest.mark.parametrize("is_cached", [True, False])
def test_file_that_is_written_to_while_others_are_looked_at_is_reviewed_as_it_is_now(
    tmp_path: Path, before: bytes, after: bytes, is_cached: bool
) -> None:
    source = Written(program(before), later={"app/shell.py": after})
    with ResultCache(tmp_path) as cache:
        result = review(request(source, RULES, jobs=2, cache=cache if is_cached else None))
    assert source.reads.count("app/shell.py") > 1
    assert plain(result) == plain(review(request(MemoryTree(program(after)), RULES)))


def test_file_that_is_gone_when_other_engines_want_it_is_told_and_the_rest_is_reviewed() -> None:
    source = Written(program(), later={"app/shell.py": FileNotFoundError(2, "No such file or directory")})
    result = review(request(source, RULES, jobs=2))
    gone = Skipped(path="app/shell.py", reason="cannot be read: No such file or directory", is_failure=True)
    assert gone in result.coverage.skipped
    without = {path: text for path, text in program().items() if path != "app/shell.py"}
    assert result.findings == review(request(MemoryTree(without), RULES)).findings


@pytest.mark.parametrize("place", range(1, 150, 12))
def test_interrupt_at_any_point_accounts_for_every_file_once(tmp_path: Path, place: int) -> None:
    steps = iter(range(100_000))

    def step(_done: int = 0, _total: int = 0) -> None:
        if next(steps) == place:
            raise KeyboardInterrupt

    source = MemoryTree(program())
    with stepping_cache(tmp_path, step) as cache:
        result = review(request(Stepping(source, step), RULES, jobs=2, cache=cache, progress=step))  # type: ignore[arg-type]
    paths = [file.path for file in result.coverage.files] + [skip.path for skip in result.coverage.skipped]
    assert result.is_partial
    assert Counter(paths) == dict.fromkeys(source.contents, 1)
    with ResultCache(tmp_path) as cache:
        assert plain(review(request(source, RULES, jobs=2, cache=cache))) == plain(review(request(source, RULES)))


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
    install(monkeypatch)
    return [hostile_rule(), *(rule for rule in RULES if rule.engine == "complexity")]


def test_engine_that_dies_while_others_work_is_told_and_they_are_not_harmed(hostile: list[Rule]) -> None:
    files = program() | {"app/m0.py": b"# facts segfault\n"}
    result = review(request(MemoryTree(files), hostile, engines=["complexity", "hostile"], jobs=2))
    told = [(one.path, one.reason.partition(": ")[2]) for one in result.coverage.engines_missing]
    assert told == [("hostile", "the engine's process was ended by SIGSEGV")]
    others = review(request(MemoryTree(files), hostile, engines=["complexity"])).findings
    assert [finding for finding in result.findings if finding.engine == "complexity"] == list(others) != []


def test_relation_that_is_known_is_not_asked_for_while_a_new_engine_looks(hostile: list[Rule], tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    files = program() | {"app/m0.py": f"# facts pid {pids}\n".encode()}
    for engines in (["hostile"], ["hostile", "complexity"]):
        with ResultCache(tmp_path) as cache:
            review(request(MemoryTree(files), hostile, engines=engines, jobs=2, cache=cache))
        assert pids.read_text().count("\n") == 1
