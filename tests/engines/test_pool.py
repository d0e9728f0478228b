"""The pool with an engine that does its worst: one file is lost, with its reason, and nothing else."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from tests.hostile import RULE, hostile_rule, install

from xcodereviewer.domain.engine import FileFacts, Harmless, Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.pool import Limits, WorkerPool
from xcodereviewer.engines.worker_process import end_process, start_early

LOOKED_AT = "looked at"


@pytest.fixture(autouse=True)
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)


def ask(*words: str, match: str = "{}", limits: Limits | None = None, workers: int = 1) -> dict[str, list[str]]:
    """Return what became of each file: what was said of it, or `!` and the reason why nothing was."""
    with WorkerPool({"hostile": [hostile_rule(match)]}, workers=workers, limits=limits) as pool:
        return collect(pool, words)


def collect(pool: WorkerPool, words: Sequence[str]) -> dict[str, list[str]]:
    files = [SourceText(id=n, language=Language.PYTHON, text=f"# {word}\n") for n, word in enumerate(words)]
    pool.submit(files, {"hostile": [file.id for file in files]})
    answers: dict[str, list[str]] = {}
    while (answer := pool.next_answer()) is not None:
        answers.setdefault(words[answer[1].id], []).append(said(answer[1]))
    return answers


def said(scan: Scan) -> str:
    return f"!{scan.failure}" if scan.failure else " ".join(match.message for match in scan.matches)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("segfault", "the engine's process was ended by SIGSEGV"),
        ("kill", "the engine's process was ended by SIGKILL, perhaps for want of memory"),
        ("exit", "SystemExit: 3"),
        ("raise it would not", "RuntimeError: it would not"),
        ("deep", "nested too deeply"),
        ("eat", "needs more memory than one file may"),
        ("few", "RuntimeError: it gave no answer"),
        ("stranger", "RuntimeError: it answered for another file"),
        ("unknown", "it named a rule that it was not given: 'python.bug.unknown'"),
        ("nowhere", f"it named a place that is none: {RULE}"),
        ("surrogate", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: "),
        ("fork", "the engine's process was ended by SIGSEGV"),
    ],
)
def test_one_file_is_lost_and_no_other_is_lost_or_done_twice(word: str, reason: str) -> None:
    limits = Limits(wall_s=20.0)
    answers = ask("first", word, "third", "fourth", limits=limits)
    (lost,) = answers.pop(word)
    assert answers == {"first": [LOOKED_AT], "third": [LOOKED_AT], "fourth": [LOOKED_AT]}
    assert lost.startswith(f"!{reason}")


def test_several_bad_files_in_one_batch_are_each_found_out() -> None:
    answers = ask("a", "segfault", "b", "kill", "exit", "c")
    assert {word for word, (answer,) in answers.items() if answer == LOOKED_AT} == {"a", "b", "c"}
    assert len(answers) == 6


def test_processor_time_is_limited_for_each_file() -> None:
    answers = ask("spin", "b", limits=Limits(cpu_s=1))
    assert answers == {"spin": ["!used more than 1 s of processor time"], "b": [LOOKED_AT]}


def test_time_is_limited_for_each_file(tmp_path: Path) -> None:
    nap = f"nap {tmp_path / 'pids'}"
    answers = ask("a", nap, "b", limits=Limits(wall_s=4.0))
    assert answers == {"a": [LOOKED_AT], nap: ["!took longer than 4 s"], "b": [LOOKED_AT]}


def test_several_answers_for_one_file_count_once_and_are_not_taken_for_those_of_the_next() -> None:
    answers = ask("many", "b")
    assert answers == {"many": [LOOKED_AT], "b": ["!RuntimeError: it answered for another file"]}


def test_what_an_engine_prints_is_nowhere_near_its_answers(capfd: pytest.CaptureFixture[str]) -> None:
    assert ask("shout", "b") == {"shout": [LOOKED_AT], "b": [LOOKED_AT]}
    assert capfd.readouterr() == ("", "")


def test_worker_sees_no_path_no_environment_and_no_descriptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("secret")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("API_KEY", "secret")
    with (tmp_path / "secret").open() as held:
        os.set_inheritable(held.fileno(), True)
        ((answer,),) = ask("report").values()
    seen = json.loads(answer)
    assert str(tmp_path) not in seen.pop("command")
    pipes = {"3": "pipe", "4": "pipe"}
    nothing = dict.fromkeys("012", "/dev/null")
    assert {name: seen[name] for name in ("folder", "descriptors", "leads", "stdin")} == {
        "folder": "/",
        "descriptors": nothing | pipes,
        "leads": True,
        "stdin": "",
    }
    assert set(seen["environment"]) <= {"LC_CTYPE"}  # Python sets it itself


def test_worker_is_told_to_run_what_is_written_and_not_what_was_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_PURE", "1")
    ((told,),) = ask("report").values()
    monkeypatch.setenv("XCR_PURE", "0")
    ((not_told,),) = ask("report").values()
    assert ["-X\0xcr-pure\0" in json.loads(answer)["command"] for answer in (told, not_told)] == [True, False]


def test_rule_that_the_engine_refuses_fails_every_file_with_its_reason() -> None:
    answers = ask("a", "b", match='{"prepare":"raises"}')
    assert answers == {name: ["!ValueError: the rule is odd"] for name in "ab"}


def test_engine_that_only_dies_is_given_up() -> None:
    words = [f"file {n}" for n in range(200)]
    answers = ask(*words, match='{"prepare":"dies"}')
    assert sorted(answers) == sorted(words)
    assert all(answer.startswith("!") and "SIGSEGV" in answer for (answer,) in answers.values())
    assert sum(answer.startswith("!not tried") for (answer,) in answers.values()) > 190


def test_engine_that_is_not_installed_fails_its_files() -> None:
    with WorkerPool({"nobody": []}, workers=1) as pool:
        pool.submit([SourceText(id=0, language=Language.PYTHON, text="")], {"nobody": [0]})
        answer = pool.next_answer()
    assert answer is not None
    assert answer[1].failure.startswith("UnknownEngine: There is no engine `nobody`")


def test_large_questions_and_large_answers_pass_at_the_same_time() -> None:
    with WorkerPool({"hostile": [hostile_rule()]}, workers=2) as pool:
        for batch in range(6):
            texts = [f"# large 3000000\n{'y' * 3_000_000}" for _ in range(4)]
            files = [SourceText(id=batch * 4 + n, language=Language.PYTHON, text=t) for n, t in enumerate(texts)]
            pool.submit(files, {"hostile": [file.id for file in files]})
        answers = [answer for _ in range(30) if (answer := pool.next_answer()) is not None]
    assert sorted(scan.id for _, scan in answers) == list(range(24))
    assert {len(said(scan)) for _, scan in answers} == {3_000_000}


def test_text_that_cannot_be_sent_costs_only_itself() -> None:
    answers = ask("a", "\ud800", "b")
    assert answers.pop("\ud800")[0].startswith("!what passed to or from the engine's process cannot be read")
    assert answers == {"a": [LOOKED_AT], "b": [LOOKED_AT]}


def test_process_that_cannot_be_started_fails_files_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert ask("a") == {"a": ["!no process could be started: No such file or directory"]}


def test_process_that_was_started_before_answers() -> None:
    started = start_early()
    with WorkerPool({"hostile": [hostile_rule()]}, workers=2, started=started, ready=["hostile"]) as pool:
        assert collect(pool, ["a"]) == {"a": [LOOKED_AT]}
        assert started.poll() is None
    assert started.returncode is not None


def test_process_that_was_started_before_and_not_asked_is_ended() -> None:
    started = start_early()
    with WorkerPool({"hostile": [hostile_rule()]}, workers=1, started=started):
        pass
    assert started.returncode is not None


def test_process_that_ended_before_it_was_told_anything_is_no_files_fault() -> None:
    started = start_early()
    end_process(started)
    with WorkerPool({"hostile": [hostile_rule()]}, workers=1, started=started) as pool:
        assert collect(pool, ["a"]) == {"a": [LOOKED_AT]}


def test_engine_that_dies_while_it_is_made_ready_costs_no_more_than_one_that_dies_later() -> None:
    rule = hostile_rule('{"prepare":"dies"}')
    with WorkerPool({"hostile": [rule]}, workers=1, started=start_early(), ready=["hostile"]) as pool:
        ((answer,),) = collect(pool, ["a"]).values()
    assert answer == "!the engine's process was ended by SIGSEGV"


def test_closing_ends_what_is_computing(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    pool = WorkerPool({"hostile": [hostile_rule()]}, workers=2)
    for n in range(4):
        pool.submit([SourceText(id=n, language=Language.PYTHON, text=f"# nap {pids}\n")], {"hostile": [n]})
    wait_for(lambda: pids.exists() and pids.read_text().count("\n") == 2)
    pool.close()
    assert [pid for pid in map(int, pids.read_text().split()) if is_running(pid)] == []
    assert not [t for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon]


def test_facts_are_related() -> None:
    assert related(b"one", b"two") == ([(0, "related"), (1, "related")], "")


def test_relation_tells_what_it_gave_up_by_the_path_of_the_file() -> None:
    assert related(b"one", b"gap") == ([(0, "related"), (1, "f1.py was given up")], "")


def test_relation_leaves_other_work_to_the_other_process() -> None:
    with WorkerPool({"hostile": [hostile_rule()]}, workers=2) as pool:
        told = pool.relate("hostile", [FileFacts(id=0, path="a.py", facts=b"spin")])
        assert collect(pool, ["beside"]) == {"beside": [LOOKED_AT]}
        assert told.empty()
    assert told.get() == ([], "the review was stopped")


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (b"segfault", "the engine's process was ended by SIGSEGV"),
        (b"raise", "RuntimeError: "),
        (b"stranger", "it named a file that is not under review"),
    ],
)
def test_relation_that_fails_has_a_reason_and_no_matches(fact: bytes, reason: str) -> None:
    assert related(b"one", fact, b"two") == ([], reason)


def related(*facts: bytes) -> tuple[list[tuple[int, str]], str]:
    with WorkerPool({"hostile": [hostile_rule()]}, workers=1) as pool:
        files = [FileFacts(id=number, path=f"f{number}.py", facts=one) for number, one in enumerate(facts)]
        found, failure = pool.relate("hostile", files).get()
        assert collect(pool, ["after"]) == {"after": [LOOKED_AT]}
    told = [
        (number, one.message if isinstance(one, Match) else one.reason)
        for number, one in found
        if not isinstance(one, Harmless)
    ]
    return told, failure


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[Callable[[str], tuple["subprocess.Popen[bytes]", int]]]:
    """Starts a process with a pool whose only worker looks at one text; gives it and the worker's number."""
    started = []

    def start(word: str) -> tuple["subprocess.Popen[bytes]", int]:
        pids = tmp_path / "pids"
        code = (
            "import signal, sys; sys.path[:0] = sys.argv[1:3]\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "from tests.engines import test_pool\n"
            "test_pool.ask(*sys.argv[3:])\n"
        )
        here = Path(__file__).parents[1]
        arguments = [sys.executable, "-c", code, str(here / "hostile"), str(here.parent), f"pid {pids}", word]
        started.append(subprocess.Popen(arguments, env={"TMPDIR": str(tmp_path)} | environment()))
        wait_for(lambda: pids.exists() and pids.read_text().endswith("\n"))
        return started[-1], int(pids.read_text().split()[0])

    yield start
    for process in started:
        process.kill()
        process.wait()


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith(("COV", "PATH"))}


def test_worker_ends_with_a_parent_that_is_killed(
    parent: Callable[[str], tuple["subprocess.Popen[bytes]", int]], tmp_path: Path
) -> None:
    process, worker = parent("nap /dev/null")
    process.send_signal(signal.SIGKILL)
    process.wait()
    wait_for(lambda: not is_running(worker))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pids"]


def test_interrupt_ends_parent_and_worker(parent: Callable[[str], tuple["subprocess.Popen[bytes]", int]]) -> None:
    process, worker = parent("nap /dev/null")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) != 0
    wait_for(lambda: not is_running(worker))


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
