"""The files of a tree through all engines: nothing lost, nothing done twice, nothing told that is secret."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest
from tests.hostile import RULE, hostile_rule, install
from tests.packs import PACK

from xcodereviewer.domain.coverage import Outcome, Pass, Skipped
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import Review, Target
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import Change, SourceFile, Stamp
from xcodereviewer.engines.registry import BUILT_IN
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.memory import TreeMemory
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review, review_with_texts

TODAY = date(2026, 1, 1)
SECRET = "ghp_" + "a7Kd93jfLq0Zx8Vb2Nw5Tr6Yu1Io4Ps3MeQ4"  # xcr: ignore[github-token] made up for this test
VULNERABLE = 'import os\n\n\ndef run(name, seen=[]):\n    os.system("ls " + name)\n    seen.append(name)\n'
CLONE = "".join(f"    value_{n} = compute(value, {n}, name='n{n}')\n" for n in range(30))


@dataclass(slots=True)
class MemoryTree:
    """A tree whose contents are in memory; what stands for an interrupt is one when it is read."""

    contents: Mapping[str, bytes | BaseException]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    changes: Mapping[str, Change] | None = None
    target: Target = field(default_factory=lambda: Target(kind="snippet", name="memory"))
    skipped: Sequence[Skipped] = ()
    part: str = ""
    reads: list[str] = field(default_factory=list)

    @property
    def files(self) -> Sequence[SourceFile]:
        return [SourceFile(path=path, size=1, stamp=self.stamps.get(path)) for path in sorted(self.contents)]

    def read(self, path: str) -> bytes:
        self.reads.append(path)
        content = self.contents[path]
        if isinstance(content, BaseException):
            raise content
        return content

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        for file in self.files:
            yield file, self.read(file.path)


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    """Of every engine some; making all of a language ready takes a worker as long as looking at a hundred files."""
    pack = PACK
    few = [rule for rule in pack if rule.engine == "patterns" and rule.id.split(".")[2].startswith(("m", "eval", "c"))]
    return tuple(few + [rule for rule in pack if rule.engine != "patterns"])


def tree(**contents: str | bytes) -> MemoryTree:
    return MemoryTree(
        {
            name.replace("__", "/").replace("_py", ".py"): text.encode() if isinstance(text, str) else text
            for name, text in contents.items()
        }
    )


def request(source: MemoryTree, rules: Sequence[Rule], **more: object) -> ReviewRequest:
    plain = ReviewRequest(tree=source, rules=rules, engines=list(BUILT_IN), today=TODAY, jobs=1)
    return replace(plain, **more)  # type: ignore[arg-type]  # each test names fields of a request


def plain(result: Review) -> Review:
    """The review without what is said of when and how it was made."""
    files = tuple(replace(file, passes=tuple(map(_as_done, file.passes))) for file in result.coverage.files)
    coverage = replace(result.coverage, files=files)
    return replace(result, started_at=result.started_at.min, duration_s=0, coverage=coverage)


def _as_done(one: Pass) -> Pass:
    return replace(one, outcome=Outcome.DONE) if one.outcome is Outcome.CACHED else one


def mixed_tree() -> MemoryTree:
    files = {f"pkg/m{n}.py": VULNERABLE + f"\n\ndef f{n}(x):\n    return eval(x)\n" for n in range(40)}
    files |= {f"copy/c{n}.py": f"def g{n}(value):\n{CLONE}    return value_3\n" for n in range(3)}
    files |= {"Dockerfile": "FROM ubuntu:latest\nRUN apt-get install curl\n", "a.js": "eval(location.hash)\n"}
    files |= {"s.py": f'token = "{SECRET}"\n', "broken.py": "def (:\n", "q.sql": "SELECT * FROM t;\n"}
    files |= {"tests/test_a.py": VULNERABLE, "same/m0.py": VULNERABLE, "same/m1.py": VULNERABLE}
    files |= {".github/workflows/a.yml": "on: pull_request_target\njobs:\n  a:\n    runs-on: x\n    steps: []\n"}
    return MemoryTree({path: text.encode() for path, text in files.items()})


def test_result_is_the_same_with_any_number_of_workers_cold_and_cached(rules: tuple[Rule, ...], tmp_path: Path) -> None:
    expected = plain(review(request(mixed_tree(), rules)))
    assert {finding.engine for finding in expected.findings} >= {"patterns", "secrets", "complexity", "configuration"}
    assert plain(review(request(mixed_tree(), rules, jobs=3))) == expected
    for _ in range(2):
        with ResultCache(tmp_path) as cache:
            assert plain(review(request(mixed_tree(), rules, cache=cache))) == expected
    part = {path: text for n, (path, text) in enumerate(sorted(mixed_tree().contents.items())) if n % 2}
    with ResultCache(tmp_path / "half") as cache:
        review(request(MemoryTree(part), rules, cache=cache))
        half_known = review(request(mixed_tree(), rules, cache=cache))
    assert plain(half_known) == expected
    outcomes = {p.outcome for file in half_known.coverage.files for p in file.passes}
    assert outcomes == {Outcome.DONE, Outcome.CACHED, Outcome.PARTIAL, Outcome.UNPARSED}


def test_equal_contents_at_two_paths_are_two_findings_of_the_same_words(rules: tuple[Rule, ...]) -> None:
    found = review(request(tree(a_py=VULNERABLE, b_py=VULNERABLE), rules)).findings
    by_path = {path: [f.rule for f in found if f.location.path == path] for path in ("a.py", "b.py")}
    assert by_path["a.py"] == by_path["b.py"] != []


def test_rule_that_skips_tests_is_silent_there(rules: tuple[Rule, ...]) -> None:
    chosen = [replace(rule, skip_tests=True) for rule in rules if rule.id == "python.bug.mutable-default-argument"]
    found = review(request(tree(a_py=VULNERABLE, tests__test_a_py=VULNERABLE), chosen)).findings
    assert [finding.location.path for finding in found] == ["a.py"]


def test_rule_weighs_in_examples_at_most_what_it_says(rules: tuple[Rule, ...], tmp_path: Path) -> None:
    one = next(rule for rule in rules if rule.id == "python.bug.mutable-default-argument")
    chosen = [replace(one, severity=Severity.HIGH, severity_in_examples=Severity.LOW)]
    source = tree(a_py=VULNERABLE, examples__a_py=VULNERABLE, tests__a_py=VULNERABLE)
    with ResultCache(tmp_path) as cache:
        runs = [review(request(source, chosen, cache=cache)).findings for _ in range(2)]
    told = {"a.py": "high", "examples/a.py": "low", "tests/a.py": "low"}
    assert [{f.location.path: f.severity for f in found} for found in runs] == [told, told]


def test_severity_in_examples_never_makes_a_finding_weigh_more(rules: tuple[Rule, ...]) -> None:
    one = next(rule for rule in rules if rule.id == "python.bug.mutable-default-argument")
    chosen = [replace(one, severity=Severity.INFO, severity_in_examples=Severity.LOW)]
    assert [f.severity for f in review(request(tree(tests__a_py=VULNERABLE), chosen)).findings] == ["info"]


def test_secret_is_hidden_when_its_engine_answers_from_the_cache_and_another_does_not(
    rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    source = tree(a_py=f'def f(x, seen=[], token="{SECRET}"): eval(x)\n')
    with ResultCache(tmp_path) as cache:
        review(request(source, [rule for rule in rules if rule.engine == "secrets"], cache=cache))
        found = review(request(source, rules, cache=cache)).findings
    assert {finding.engine for finding in found} >= {"patterns", "secrets"}
    assert SECRET not in repr(found)
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_secret_in_copied_code_is_hidden(rules: tuple[Rule, ...], tmp_path: Path) -> None:
    clone = f'    token = "{SECRET}"\n{CLONE}'
    source = tree(a_py=f"def a(value):\n{clone}", b_py=f"def b(value):\n{clone}")
    for _ in range(2):
        with ResultCache(tmp_path) as cache:
            found = review(request(source, rules, cache=cache)).findings
        assert "generic.maintainability.duplicated-code" in {finding.rule for finding in found}
        assert SECRET not in repr(found)


def test_secret_on_a_line_that_the_change_did_not_touch_is_in_no_quoted_text(rules: tuple[Rule, ...]) -> None:
    source = tree(a_py=f'token = "{SECRET}"\n\n\ndef f(seen=[]):\n    seen.append(1)\n')
    source.changes = {"a.py": Change(lines=frozenset({4}))}
    result, texts = review_with_texts(request(source, rules))
    assert {finding.location.span.start_line for finding in result.findings} == {4}
    assert SECRET not in (texts.text("a.py") or "")


def test_file_that_cannot_be_read_is_told_and_the_rest_is_reviewed(rules: tuple[Rule, ...]) -> None:
    source = tree(a_py=VULNERABLE)
    source.contents = {**source.contents, "gone.py": FileNotFoundError(2, "No such file or directory")}
    coverage = review(request(source, rules)).coverage
    assert [file.path for file in coverage.files] == ["a.py"]
    assert coverage.skipped == (
        Skipped(path="gone.py", reason="cannot be read: No such file or directory", is_failure=True),
    )


def test_file_that_is_written_to_between_status_and_reading_is_reviewed_as_it_is_now(
    rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    stamp = Stamp(size=1, mtime_ns=1, ctime_ns=1, inode=1)
    memory = TreeMemory(tmp_path, tmp_path)
    harmless, now = tree(a_py="x = 1\n"), tree(a_py=VULNERABLE)
    harmless.stamps = now.stamps = {"a.py": stamp}
    few = [rule for rule in rules if rule.engine == "complexity"]
    with ResultCache(tmp_path) as cache:
        review(request(harmless, few, cache=cache, memory=memory))
        assert review(request(now, rules, cache=cache, memory=memory)).findings != ()
    harmless.stamps = {}
    with ResultCache(tmp_path) as cache:
        assert review(request(harmless, rules, cache=cache)).findings == ()


def stamped(contents: Mapping[str, bytes]) -> MemoryTree:
    """A tree whose stamps tell the contents apart, as those of files that were not written to shortly before."""
    source = MemoryTree(contents)
    source.stamps = {p: Stamp(size=len(c), mtime_ns=crc32(c), ctime_ns=1, inode=1) for p, c in contents.items()}
    return source


def test_review_of_a_changed_tree_is_the_same_with_the_memory_of_the_tree_before(
    rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    contents = {path: text for path, text in mixed_tree().contents.items() if isinstance(text, bytes)}
    copy = f"def other(value):\n{CLONE}    return value_4\n".encode()
    changes: list[dict[str, bytes]] = [
        {},
        {"pkg/m3.py": b"x = 1\n", "copy/c1.py": b"y = eval(z)\n"},  # what was the same as before is not any more
        {"a/first.py": copy},  # all that come behind it have other numbers
        {"copy/c1.py": contents["copy/c1.py"], "s.py": contents["s.py"] + b"# nothing\n"},
        {"a/first.py": b"\0\1", "copy/c0.py": b"\n\n" + contents["copy/c0.py"]},
    ]
    memory = TreeMemory(tmp_path, tmp_path)
    for change in changes:
        contents |= change
        with ResultCache(tmp_path) as cache:
            found = plain(review(request(stamped(contents), rules, cache=cache, memory=memory)))
        assert found == plain(review(request(MemoryTree(contents), rules)))


def test_file_that_is_remembered_is_neither_read_nor_looked_up(rules: tuple[Rule, ...], tmp_path: Path) -> None:
    contents = {path: text for path, text in mixed_tree().contents.items() if isinstance(text, bytes)}
    few = [rule for rule in rules if rule.engine in ("patterns", "secrets", "configuration")]
    memory = TreeMemory(tmp_path, tmp_path)
    review(request(stamped(contents), few, memory=memory))
    source = stamped(contents | {"a.js": b"x = 2\n"})
    source.stamps = {**source.stamps, "broken.py": Stamp(size=1, mtime_ns=7, ctime_ns=7, inode=7)}
    result = review(request(source, few, memory=memory))
    assert source.reads == ["a.js", "broken.py"]
    passes = {file.path: {p.outcome for p in file.passes} for file in result.coverage.files}
    assert (passes.pop("a.js"), passes.pop("broken.py")) == ({Outcome.DONE}, {Outcome.CACHED, Outcome.UNPARSED})
    assert set().union(*passes.values()) == {Outcome.CACHED}


def test_file_whose_facts_the_cache_has_lost_is_looked_at_again(rules: tuple[Rule, ...], tmp_path: Path) -> None:
    contents = {path: text for path, text in mixed_tree().contents.items() if isinstance(text, bytes)}
    few = [rule for rule in rules if rule.engine == "complexity"]
    memory = TreeMemory(tmp_path, tmp_path)
    for change in (b"", b"\n\nx = 1\n"):
        with ResultCache(tmp_path) as cache:
            cache.clear()
            contents["copy/c0.py"] += change
            found = plain(review(request(stamped(contents), few, cache=cache, memory=memory)))
        assert found == plain(review(request(MemoryTree(contents), few)))


def test_failed_file_is_not_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch)
    source = tree(a_py="# segfault\n", b_py="# fine\n")
    for _ in range(2):
        with ResultCache(tmp_path) as cache:
            result = review(request(source, [hostile_rule()], engines=["hostile"], cache=cache))
        passes = {file.path: file.passes[0] for file in result.coverage.files}
        assert passes["a.py"].reason == "the engine's process was ended by SIGSEGV"
        assert [finding.location.path for finding in result.findings] == ["b.py"]
    assert passes["b.py"].outcome is Outcome.CACHED


def test_progress_reaches_the_total(rules: tuple[Rule, ...]) -> None:
    told: list[tuple[int, int]] = []
    source = tree(a_py=VULNERABLE, z_bin=b"\0\1\2" * 100, zz_py=b"\0" * 100)
    source.contents = {**source.contents, "zzz.py": PermissionError(13, "Permission denied")}
    review(request(source, rules, progress=lambda done, total: told.append((done, total))))
    assert told == [(n, 4) for n in range(1, 5)]


@pytest.mark.parametrize("place", range(0, 260, 13))
def test_interrupt_at_any_point_accounts_for_every_file_once(
    rules: tuple[Rule, ...], tmp_path: Path, place: int
) -> None:
    source = mixed_tree()
    expected = dict.fromkeys(source.contents, 1)
    steps = iter(range(100_000))

    def step(_done: int = 0, _total: int = 0) -> None:
        if next(steps) == place:
            raise KeyboardInterrupt

    few = [rule for rule in rules if rule.id.startswith(("python.bug.mutable", "generic.security.git"))]
    with stepping_cache(tmp_path, step) as cache:
        result = review(request(Stepping(source, step), few, cache=cache, progress=step))  # type: ignore[arg-type]
    paths = [file.path for file in result.coverage.files] + [skip.path for skip in result.coverage.skipped]
    assert {path: paths.count(path) for path in paths} == expected
    assert len({(finding.location, finding.rule) for finding in result.findings}) == len(result.findings)
    if result.is_partial:
        assert result.coverage.failures or len(result.findings) > 30
    with ResultCache(tmp_path) as cache:
        assert plain(review(request(source, few, cache=cache))) == plain(review(request(source, few)))


@dataclass(slots=True)
class Stepping:
    """A tree that tells of every read."""

    source: MemoryTree
    step: Callable[[], None]

    def __getattr__(self, name: str) -> object:
        return getattr(self.source, name)

    def read(self, path: str) -> bytes:
        self.step()
        return self.source.read(path)


def stepping_cache(folder: Path, step: Callable[[], None]) -> ResultCache:
    class Cache(ResultCache):
        def put(self, entries: Mapping[bytes, bytes]) -> None:
            step()
            super().put(entries)
            step()

    return Cache(folder)


def test_engine_that_does_not_load_is_a_gap_and_the_others_run(
    rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch)
    odd = replace(hostile_rule(), engine="nobody")
    result = review(request(tree(a_py="# fine\n"), [odd, hostile_rule()], engines=["nobody", "hostile"]))
    assert [skip.path for skip in result.coverage.engines_missing] == ["nobody"]
    assert [finding.rule for finding in result.findings] == [RULE]
