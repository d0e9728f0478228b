"""The one place that starts Git.

Git is started for what only it knows: its object store, its index, its rename detection and its network protocols.
A repository under review is hostile until shown otherwise, and Git's configuration, hooks and attributes can name
programs to run. So every start is an argument list without a shell, in an environment written from scratch, with the
user's and the system's configuration shut out and the options that run something switched off; a time limit, a limit
to the output and a limit to the folder it fills end it, with all its children.
"""
# xcr: ignore-file[process-outside-its-place] starts Git
# xcr: ignore-file[write-outside-its-place] gives Git its input in a nameless temporary file

import contextlib
import io
import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

from xcodereviewer.core.errors import InputError, Unavailable

__all__ = ["GitFailed", "GitLimits", "GitMissing", "GitTooLarge", "GitTooSlow", "run_git", "started_git"]

_NO_ENV: Mapping[str, str] = MappingProxyType({})

# What Git and the ssh and curl beneath it need of the caller's environment; above all no GIT_* variable.
_PASSED_ON = (
    *("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TMP", "TEMP", "SSH_AUTH_SOCK"),
    *("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"),
)

_FIXED = MappingProxyType(
    {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "SSH_ASKPASS": "",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_ALLOW_PROTOCOL": "none",  # reading a repository never leads out; a fetch names its protocol
        "LC_ALL": "C",
    }
)

# A fetch asks nobody anything (an unknown host key is an error, not a question) and leaves nothing behind.
_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ClearAllForwardings=yes -o ControlMaster=no -o ControlPath=none"

_CONFIG = (
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    f"core.excludesFile={os.devnull}",
    "core.fsmonitor=false",
    "core.fileMode=false",  # which files may be executed is no line of code
    "core.askPass=",
    "core.gitProxy=",
    f"core.sshCommand={_SSH}",
    "ssh.variant=ssh",
    "credential.helper=",
    "diff.external=",
    "filter.lfs.smudge=",
    "filter.lfs.clean=",
    "filter.lfs.process=",
    "filter.lfs.required=false",
    "protocol.ext.allow=never",
    "protocol.http.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "fetch.writeCommitGraph=false",
    "transfer.bundleURI=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "advice.detachedHead=false",
)

_STDERR_BYTES = 8192
_POLL_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class GitLimits:
    """When a Git that takes too long, says too much or fills its folder is ended."""

    timeout_s: float = 60.0
    output_bytes: int = 512 * 1024 * 1024
    folder: Path | None = None  # where it writes
    folder_bytes: int = 0


class GitMissing(Unavailable):
    """There is no Git to start."""

    def __init__(self) -> None:
        super().__init__("Git is needed for this and is not on the PATH. Install it, or review the directory itself.")


class GitFailed(Unavailable):
    """Git said no; `reason` is what it printed, made safe to show."""

    def __init__(self, command: str, status: int, reason: str) -> None:
        super().__init__(f"Git could not do `git {command}` (status {status}): {reason or 'it gave no reason'}.")
        self.status = status
        self.reason = reason


class GitTooSlow(Unavailable):
    """Git was ended at its time limit."""

    def __init__(self, command: str, timeout_s: float) -> None:
        super().__init__(f"`git {command}` did not end within {timeout_s:g} s. Try again, or allow it more time.")


class GitTooLarge(InputError):
    """Git was ended because it gave or stored more than is allowed."""

    def __init__(self, command: str, limit: int) -> None:
        super().__init__(f"`git {command}` gave more than {limit:,} bytes. Review a part of the repository instead.")


def run_git(
    args: Sequence[str], *, env: Mapping[str, str] = _NO_ENV, stdin: bytes = b"", limits: GitLimits | None = None
) -> bytes:
    """Return what `git ARGS` prints on its standard output.

    Args:
        args: the command and its arguments; may begin with `-C DIRECTORY` and `-c SETTING`.
        env: variables on top of the fixed ones, above all which repository it is (`GIT_DIR`).
        stdin: what Git reads on its standard input.
        limits: when it is ended.

    Raises:
        GitFailed: it ended with a status other than 0.
        GitMissing: it is not installed.
        GitTooLarge: it gave more than the limit.
        GitTooSlow: it took longer than the limit.
    """
    run = _Run(command=_command(args), limits=limits or GitLimits())
    with tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        with started_git(args, env=env, stdin=given, stderr=subprocess.PIPE) as process, _watched(process, run):
            output = _read(process, run)
            status = process.wait()
    if run.stopped is not None:
        raise run.stopped
    if _is_too_full(run.limits):  # it may have ended between two looks at it
        raise GitTooLarge(run.command, run.limits.folder_bytes)
    if status:
        raise GitFailed(run.command, status, _readable(bytes(run.stderr)))
    return output


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run of Git as its watchers see it."""

    command: str
    limits: GitLimits
    stderr: bytearray = field(default_factory=bytearray)
    stopped: GitTooSlow | GitTooLarge | None = None
    is_over: threading.Event = field(default_factory=threading.Event)


def _command(args: Sequence[str]) -> str:
    """What Git is to do, without where and how."""
    at = 0
    while args[at] in ("-C", "-c"):
        at += 2
    return args[at]


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    env = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    if "SSL_CERT_FILE" in env:  # Git has its own name for it
        env["GIT_SSL_CAINFO"] = env["SSL_CERT_FILE"]
    return {**env, **_FIXED, **extra}


@contextlib.contextmanager
def started_git(
    args: Sequence[str], *, env: Mapping[str, str], stdin: IO[bytes] | int, stderr: int
) -> Iterator[subprocess.Popen[bytes]]:
    """Start Git for one that talks with it; it and its children end with the context.

    Raises:
        GitMissing: it is not installed.
    """
    options = [word for setting in _CONFIG for word in ("-c", setting)]
    try:
        process = subprocess.Popen(  # noqa: S603  # an argument list, no shell
            ["git", "--no-pager", *options, *args],  # noqa: S607  # the user's Git is the one on the PATH
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env=_environment(env),
            start_new_session=True,  # so that its children (ssh, curl) can be ended with it
        )
    except FileNotFoundError as error:
        raise GitMissing from error
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                _end(process)


@contextlib.contextmanager
def _watched(process: subprocess.Popen[bytes], run: _Run) -> Iterator[None]:
    watchers = [threading.Thread(target=watch, args=(process, run)) for watch in (_drain_stderr, _enforce)]
    for watcher in watchers:
        watcher.start()
    try:
        yield
    finally:
        run.is_over.set()
        if process.poll() is None:
            _end(process)
        for watcher in watchers:
            watcher.join()


def _read(process: subprocess.Popen[bytes], run: _Run) -> bytes:
    stdout = cast("io.BufferedReader", process.stdout)
    output = bytearray()
    while chunk := stdout.read1(1 << 20):
        output += chunk
        if len(output) > run.limits.output_bytes:
            run.stopped = GitTooLarge(run.command, run.limits.output_bytes)
            _end(process)
            break
    return bytes(output)


def _drain_stderr(process: subprocess.Popen[bytes], run: _Run) -> None:
    stderr = cast("io.BufferedReader", process.stderr)
    while chunk := stderr.read1(4096):
        run.stderr += chunk
        del run.stderr[:-_STDERR_BYTES]


def _enforce(process: subprocess.Popen[bytes], run: _Run) -> None:
    limits = run.limits
    deadline = time.monotonic() + limits.timeout_s
    while not run.is_over.wait(max(0.0, min(_POLL_S, deadline - time.monotonic()))):
        if _is_too_full(limits):
            run.stopped = GitTooLarge(run.command, limits.folder_bytes)
        elif time.monotonic() >= deadline:
            run.stopped = GitTooSlow(run.command, limits.timeout_s)
        else:
            continue
        _end(process)
        return


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _is_too_full(limits: GitLimits) -> bool:
    return limits.folder is not None and _size(limits.folder) > limits.folder_bytes


def _size(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # Git renames its packs when they are whole
                total += (Path(parent) / name).stat().st_size
    return total


def _readable(stderr: bytes) -> str:
    """What Git complained of, without control characters (a server chooses some of it), credentials or length."""
    text = re.sub(r"://[^/@\s]*@", "://", stderr.decode(errors="replace"))
    lines = ["".join(c for c in line if c.isprintable()).strip() for line in text.splitlines()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote: error", "ssh:"))]
    chosen = telling or [line for line in lines if line]
    return "; ".join(re.sub(r"^(fatal|error): ", "", line) for line in chosen[:3])[:400].rstrip(". ")
