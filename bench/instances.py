"""PostgreSQL, Redis and processes of the service, started for a benchmark or a test alone and ended with it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

__all__ = ["Instance", "eventually", "free_port", "postgresql", "redis", "serve", "worker"]

_XCR = [sys.executable, "-m", "xcodereviewer"]
_PATIENCE_S = 120.0


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def eventually(look: Callable[[], object], *, what: str) -> None:
    """Return as soon as a look gives something."""
    end = time.monotonic() + _PATIENCE_S
    while not look():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come within {_PATIENCE_S:.0f} s")
        time.sleep(0.1)


@dataclass(slots=True, kw_only=True)
class Instance:
    """A process that can be killed and started again; its output goes to a file of its folder."""

    name: str
    command: list[str]
    folder: Path
    answers: Callable[[], bool]
    env: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return once it answers."""
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, env={**os.environ, **self.env}, user=self.user, cwd=self.folder
            )
        eventually(self._answers, what=self.name)

    def _answers(self) -> bool:
        if self.process is not None and (code := self.process.poll()) is not None:
            raise ChildProcessError(
                f"{self.name} ended with {code}: {(self.folder / f'{self.name}.log').read_text()[-2000:]}"
            )
        return self.answers()

    def end(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send it a signal and wait until it is gone."""
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(_PATIENCE_S)
            self.process = None


def postgresql(folder: Path, port: int) -> Instance:
    """Return a PostgreSQL server with a cluster of its own; SIGQUIT is its crash, SIGINT its ordinary restart."""
    programs = _postgresql_programs()
    user = "postgres" if os.geteuid() == 0 else None
    cluster = folder / "cluster"
    cluster.mkdir(mode=0o700)
    if user is not None:  # it does not run as root
        owner = pwd.getpwnam(user)
        os.chown(cluster, owner.pw_uid, owner.pw_gid)
    subprocess.run(
        [programs / "initdb", "-D", cluster, "-A", "trust", "-U", "postgres", "--no-sync"],
        check=True,
        capture_output=True,
        user=user,
        cwd=cluster,
    )
    ready = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    return Instance(
        name="postgresql",
        command=[str(programs / "postgres"), "-D", str(cluster), "-p", str(port), "-k", str(cluster)],
        folder=folder,
        user=user,
        answers=lambda: subprocess.run(ready, check=False).returncode == 0,
    )


def _postgresql_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    known = shutil.which("initdb")
    if not found and known is None:
        raise FileNotFoundError("initdb of PostgreSQL is not installed")
    return (found[0] if found else Path(str(known))).parent


def redis(folder: Path, port: int) -> Instance:
    """Return a Redis server that keeps nothing."""
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    return Instance(
        name="redis", command=["redis-server", *options], folder=folder, answers=lambda: _is_listening(port)
    )


def _is_listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def serve(folder: Path, port: int, env: Mapping[str, str]) -> Instance:
    """Return a process that serves the API."""

    def is_ready() -> bool:
        try:
            return httpx2.get(f"http://127.0.0.1:{port}/health/live", timeout=5).status_code == 200
        except httpx2.HTTPError:
            return False

    return Instance(name="web", command=[*_XCR, "serve", "--port", str(port)], folder=folder, env=env, answers=is_ready)


def worker(folder: Path, env: Mapping[str, str], *arguments: str) -> Instance:
    """Return a process that does jobs."""
    return Instance(name="worker", command=[*_XCR, "worker", *arguments], folder=folder, env=env, answers=lambda: True)
