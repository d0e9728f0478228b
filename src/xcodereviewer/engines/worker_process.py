"""One worker process: started when it is first asked, watched, and started again after it died.

The one place that starts a worker. It leads a session of its own, so that an interrupt of the terminal is ours alone
and whatever an engine starts ends with it; it has no environment, no descriptor of ours but its two pipes, and is told
where the installed packages are and nothing of the tree.
"""
# xcr: ignore-file[process-outside-its-place] starts the workers

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import msgspec

import xcodereviewer
from xcodereviewer.engines.frames import Answer, Finished, Question, Relation, Setup, read_frames, write_frame
from xcodereviewer.engines.pure_form import interpreter_options

__all__ = ["Limits", "StartedProcess", "WorkerProcess", "end_process", "start_early"]

_START = (
    "import sys; sys.path += [p for p in sys.argv[1:] if p not in sys.path]; del sys.argv[1:];"
    " from xcodereviewer.engines.worker import main; main(*{loads})"
)
_NEEDED = tuple(f"xcodereviewer.engines.{name}_scan" for name in ("pattern", "complexity", "secret"))
StartedProcess: TypeAlias = subprocess.Popen[bytes]
_STOPPED = "the review was stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost in one engine."""

    cpu_s: int = 20
    wall_s: float = 60.0
    memory: int = 4 * 1024**3  # bytes of address space


def start_early() -> StartedProcess:
    """Start a process that loads what nearly every review needs, and waits to be told its rules.

    Raises:
        OSError: no process can be started.
    """
    return _start_process(*_NEEDED)


def _start_process(*loads: str) -> StartedProcess:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [
            *(sys.executable, "-I", "-X", "utf8", *interpreter_options()),
            *("-c", _START.format(loads=loads), *_package_folders()),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what an engine says there would stand between the lines of the report
        env={},
        cwd=Path("/"),
        close_fds=True,
        start_new_session=True,
    )


def end_process(process: StartedProcess) -> None:
    """End a process, whether or not it has been of use."""
    _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):  # what was not written is of no use to a dead process
                stream.close()


class WorkerProcess:
    """Asks one question at a time; any thread may kill it. `started` is a process that nobody has told anything yet."""

    def __init__(self, setup: Setup, limits: Limits, *, started: StartedProcess | None = None) -> None:
        self._setup = setup
        self._limits = limits
        self._process = started
        self._is_told = False  # its rules
        self._is_closed = False
        self._lock = threading.Lock()
        self._telling = threading.Lock()
        self._decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
        self.ending = ""

    def ask(self, question: Question) -> Iterator[Answer]:
        """Yield the answers to a question, `Finished` last; without it the process died, and `ending` says how."""
        try:
            process = self._start()
        except OSError as error:
            self.ending = f"no process could be started: {error.strerror or error}"
            return
        if process is None:
            self.ending = _STOPPED
            return
        limits = _limits_of(question, self._limits)
        watchdog = _Watchdog(process, limits.wall_s)
        trouble = ""
        try:
            for answer in self._exchange(process, question):
                watchdog.reset()
                yield answer
                if isinstance(answer, Finished):
                    return
        except OSError:
            pass  # told below, by how the process ended
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            trouble = f"what passed to or from the engine's process cannot be read: {error}"
        finally:
            watchdog.stop()
        ending = self._reap(process, is_at_fault=bool(trouble), timed_out=watchdog.fired, limits=limits)
        self.ending = ending if self._is_closed else trouble or ending

    def interrupt(self) -> None:
        """Let the process tidy up and end, and start none any more; what is being asked ends for want of an answer."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process at once, and start none any more."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                _kill(self._process)

    def close(self) -> None:
        """End the process and let go of it; nothing may be asked at that time."""
        self.kill()
        if self._process is not None:
            self._reap(self._process, is_at_fault=True, timed_out=False, limits=self._limits)

    def make_ready(self) -> None:
        """Tell the process its rules before it is asked; what goes wrong shows with the first question."""
        with contextlib.suppress(OSError, UnicodeEncodeError):
            process = self._start()
            if process is not None:
                self._tell(process)

    def _exchange(self, process: StartedProcess, question: Question) -> Iterator[Answer]:
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018 - both are pipes
        self._tell(process)
        write_frame(process.stdin, question)
        if isinstance(question, Relation):
            question.files.clear()  # the facts of a large tree take as much memory as all else
        for content in read_frames(process.stdout):
            yield self._decoder.decode(content)

    def _tell(self, process: StartedProcess) -> None:
        assert process.stdin is not None
        with self._telling:
            if not self._is_told:
                write_frame(process.stdin, self._setup)
                self._is_told = True

    def _start(self) -> StartedProcess | None:
        with self._lock:
            if self._is_closed:
                return None
            if self._process is not None and not self._is_told and self._process.poll() is not None:
                end_process(self._process)  # it came to its end before it was of use, which is no file's fault
                self._process = None
            if self._process is None:
                self._process = _start_process()
                self._is_told = False
            return self._process

    def _reap(self, process: StartedProcess, *, is_at_fault: bool, timed_out: bool, limits: Limits) -> str:
        """Wait for the end of the process and return how it came."""
        if not is_at_fault and not timed_out:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)  # it has closed its end, so it is ending; killed now, it could not tell why
        with self._lock:
            _kill(process)
            self._process = None
            is_closed = self._is_closed
        end_process(process)
        if is_closed:
            return _STOPPED
        if timed_out and process.returncode == -signal.SIGKILL:
            return f"took longer than {limits.wall_s:g} s"
        return _describe(process.returncode, limits)


def _limits_of(question: Question, limits: Limits) -> Limits:
    if not isinstance(question, Relation):
        return limits
    return replace(limits, cpu_s=limits.cpu_s * question.shares, wall_s=limits.wall_s * question.shares)


def _describe(status: int, limits: Limits) -> str:
    if status >= 0:
        return f"the engine's process ended with status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    match name:
        case "SIGXCPU":
            return f"used more than {limits.cpu_s} s of processor time"
        case "SIGALRM":
            return f"took longer than {limits.wall_s:g} s"
        case "SIGKILL":
            return "the engine's process was ended by SIGKILL, perhaps for want of memory"
        case _:
            return f"the engine's process was ended by {name}"


def _kill(process: StartedProcess) -> None:
    """Kill the process and all that it started; until it has been waited for, the number of its group is its own."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _package_folders() -> list[str]:
    """Return where installed packages are: ours, and what the user's environment added; never the current folder."""
    own = str(Path(xcodereviewer.__file__).parents[1])
    try:
        here = str(Path.cwd())
    except OSError:  # it is gone
        here = ""
    return [own, *(folder for folder in sys.path if folder != here and Path(folder).is_absolute())]


class _Watchdog:
    """Kills a process that has not said anything for too long."""

    def __init__(self, process: StartedProcess, limit_s: float) -> None:
        self._process = process
        self._limit_s = limit_s
        self._said_something = threading.Event()
        self._lock = threading.Lock()
        self._is_over = False
        self.fired = False
        threading.Thread(target=self._watch, daemon=True).start()

    def reset(self) -> None:
        self._said_something.set()

    def stop(self) -> None:
        with self._lock:
            self._is_over = True
        self._said_something.set()

    def _watch(self) -> None:
        while self._said_something.wait(self._limit_s):
            if self._is_over:
                return
            self._said_something.clear()
        with self._lock:
            if not self._is_over:
                self.fired = True
                _kill(self._process)
