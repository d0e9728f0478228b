"""`make chaos`: kills what the service stands on, in the middle of reviews, and compares what is found in the end.

Everything that is killed is started here, on free ports and in a folder of its own.
"""

import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

import xcodereviewer
from bench import instances
from bench.instances import Instance

__all__ = ["Round", "Site", "chaos", "own_source", "site"]

_FOLDER = Path(xcodereviewer.__file__).parent
_ENDS = ("completed", "partial", "failed", "cancelled")
_PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a review ended, and all that it found."""

    state: str
    score: int | None
    counts: dict[str, int]
    findings: Counter[tuple[str, str, int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One review in the middle of which something was killed; `faults` is empty when nothing came of that."""

    killed: str
    after_s: float
    took_s: float
    attempts: int
    faults: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Site:
    """A service with everything that it stands on."""

    folder: Path
    database: Instance
    redis: Instance
    web: Instance
    worker: Instance
    url: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """Return the JSON that the API answers, as soon as it does: who uses it tries again too."""
        end = time.monotonic() + _PATIENCE_S
        while True:
            try:
                answer = httpx2.request(method, self.url + path, headers=self.headers, timeout=30, **more)
                if answer.status_code < 500:
                    return answer.raise_for_status().json()
                told = answer.text
            except httpx2.TransportError as error:
                told = str(error)
            if time.monotonic() > end:
                raise TimeoutError(f"{method} {path}: {told}")
            time.sleep(0.2)

    def log_in(self) -> None:
        """Make an administrator and have a token of him."""
        command = [sys.executable, "-m", "xcodereviewer", "admin", "create", "root@example.com", "--password-stdin"]
        password = "nine purple elephants dance"
        subprocess.run(
            command, input=password.encode(), env={**os.environ, **self.web.env}, check=True, capture_output=True
        )
        body = {"email": "root@example.com", "password": password}
        self.headers["Authorization"] = f"Bearer {self.ask('POST', '/api/v1/auth/login', json=body)['access_token']}"

    def order(self, archive: Path) -> str:
        """Return the id of a review of the archive in a project of its own, with nothing known of its files."""
        for kept in (self.folder / "data/cache").glob("results-*"):
            kept.unlink()
        project = self.ask("POST", "/api/v1/projects", json={"name": "chaos"})["id"]
        self.ask("POST", f"/api/v1/projects/{project}/uploads?name=code.zip", content=archive.read_bytes())
        return str(self.ask("POST", f"/api/v1/projects/{project}/reviews", json={})["id"])

    def ended(self, review: str) -> dict[str, Any]:
        """Return the review once it has ended."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            seen: dict[str, Any] = self.ask("GET", f"/api/v1/reviews/{review}")
            if seen["state"] in _ENDS:
                return seen
            time.sleep(0.3)
        raise TimeoutError(f"the review is stuck: {seen}")

    def outcome(self, review: dict[str, Any]) -> Outcome:
        """Return what came of it, from the lists of the API."""
        findings = Counter(
            (item["rule"], item["path"], item["line"], item["state"]) for item in self._findings(review["project_id"])
        )
        return Outcome(state=review["state"], score=review["score"], counts=review["counts"], findings=findings)

    def _findings(self, project: str) -> Iterator[dict[str, Any]]:
        cursor: str | None = ""
        while cursor is not None:
            more = f"&cursor={cursor}" if cursor else ""
            page = self.ask("GET", f"/api/v1/findings?project_id={project}&limit=200{more}")
            yield from page["items"]
            cursor = page["next"]

    def left_over(self) -> int:
        """Return how many rows speak of work that nobody does any more."""
        stuck = "SELECT (SELECT count(*) FROM jobs WHERE state IN ('queued', 'running') OR lease_token IS NOT NULL)"
        stuck += " + (SELECT count(*) FROM reviews WHERE state IN ('queued', 'running'))"
        stuck += " + (SELECT count(*) FROM checkpoints)"
        port = self.database.command[self.database.command.index("-p") + 1]
        command = ["psql", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-Atc", stuck, "postgres"]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@contextmanager
def site() -> Iterator[Site]:
    """Start a whole service in a folder of its own, and end it."""
    with tempfile.TemporaryDirectory(prefix="xcr-chaos-", ignore_cleanup_errors=True) as name, ExitStack() as ends:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL's own user passes through
        ports = {what: instances.free_port() for what in ("database", "redis", "web")}
        env = {
            "XCR_DATABASE_URL": f"postgresql://postgres@127.0.0.1:{ports['database']}/postgres",
            "XCR_REDIS_URL": f"redis://127.0.0.1:{ports['redis']}/0",
            "XCR_DATA_DIR": str(folder / "data"),
            "XCR_RUNNER": "none",
            "XCR_LEASE_S": "3",
            "XCR_ACCESS_TOKEN_S": "86400",
        }
        parts = {
            "database": instances.postgresql(folder, ports["database"]),
            "redis": instances.redis(folder, ports["redis"]),
            "web": instances.serve(folder, ports["web"], env),
            "worker": instances.worker(folder, env),
        }
        for part in parts.values():
            ends.callback(part.end)
            part.start()
        url = f"http://127.0.0.1:{ports['web']}"
        made = Site(
            folder=folder,
            url=url,
            database=parts["database"],
            redis=parts["redis"],
            web=parts["web"],
            worker=parts["worker"],
        )
        made.log_in()
        yield made


def _killings(made: Site) -> dict[str, Callable[[], None]]:
    def again(part: Instance, number: signal.Signals) -> None:
        part.end(number)
        part.start()

    return {
        "worker": lambda: again(made.worker, signal.SIGKILL),
        "web": lambda: again(made.web, signal.SIGKILL),
        "redis": lambda: again(made.redis, signal.SIGKILL),
        "postgresql, crashed": lambda: again(made.database, signal.SIGQUIT),
        "postgresql, restarted": lambda: again(made.database, signal.SIGINT),
    }


def chaos(made: Site, archive: Path, *, rounds: int, seed: int) -> Iterator[Round]:
    """Yield rounds; in each, something else is killed at a random moment of a review."""
    chance = random.Random(seed)
    begin = time.monotonic()
    undisturbed = made.outcome(made.ended(made.order(archive)))
    usual_s = time.monotonic() - begin
    killings = _killings(made)
    names = itertools.chain.from_iterable(chance.sample(sorted(killings), len(killings)) for _ in range(rounds))
    for killed in itertools.islice(names, rounds):
        begin, after_s = time.monotonic(), chance.uniform(0.05, 0.9) * usual_s
        review = made.order(archive)
        time.sleep(after_s)
        killings[killed]()
        ended = made.ended(review)
        took_s = time.monotonic() - begin
        events = made.ask("GET", f"/api/v1/reviews/{review}/events")
        yield Round(
            killed=killed,
            after_s=after_s,
            took_s=took_s,
            attempts=sum(event["data"].get("state") == "running" for event in events),
            faults=tuple(_faults(made, undisturbed, made.outcome(ended), [event["number"] for event in events])),
        )


def _faults(made: Site, undisturbed: Outcome, outcome: Outcome, numbers: list[int]) -> Iterator[str]:
    if outcome != undisturbed:
        lost = (undisturbed.findings - outcome.findings).total()
        extra = (outcome.findings - undisturbed.findings).total()
        yield f"{outcome.state}, {lost} findings lost, {extra} too many, counts {outcome.counts}"
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"gaps in the events: {numbers}"
    if left := made.left_over():
        yield f"{left} rows stuck"


def own_source(archive: Path, *parts: str) -> Path:
    """Write our own packages into an archive."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts:
            for path in sorted((_FOLDER / part).rglob("*.py")):
                out.write(path, path.relative_to(_FOLDER))
    return archive


def main() -> int:
    """Run the rounds and print a line for each; ends with 1 when one of them left a trace in the result."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends with it
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    done: list[Round] = []
    with site() as made:
        archive = own_source(made.folder / "code.zip", "core", "pipeline", "services", "sources", "store", "triage")
        for one in chaos(made, archive, rounds=rounds, seed=seed):
            done.append(one)
            told = "; ".join(one.faults) or "as undisturbed"
            print(
                f"{len(done):2} {one.killed:21} after {one.after_s:5.1f} s, done in {one.took_s:5.1f} s "
                f"by {one.attempts} attempts: {told}",
                flush=True,
            )
    failed = sum(bool(one.faults) for one in done)
    print(f"{len(done)} rounds (seed {seed}), {failed} with another result")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
