"""Reviews as jobs: each in a process of its own, which can be ended at any moment, and go on from what is kept."""

import asyncio
import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.service import Service, User, zipped

import xcodereviewer
from xcodereviewer.domain.job import JobKind
from xcodereviewer.services.credentials import reach_of
from xcodereviewer.store.database import Database
from xcodereviewer.worker.review_task import ReviewTask
from xcodereviewer.worker.runner import Runner

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
_PATIENCE_S = 60.0


def ordered(service: Service, owner: User, content: bytes) -> str:
    """Return the address of a review of an archive that waits."""
    project = service.project(owner)
    url = f"/api/v1/projects/{project}/uploads?name=code.zip"
    assert service.client.post(url, content=content, headers=owner.headers).status_code == 201
    answer = service.client.post(f"/api/v1/projects/{project}/reviews", json={}, headers=owner.headers)
    return str(answer.headers["location"])


def code_of(*parts: str) -> bytes:
    """Return parts of our own package, as an archive."""
    folder = Path(xcodereviewer.__file__).parent
    paths = [path for part in parts for path in sorted((folder / part).rglob("*.py"))]
    return zipped({str(path.relative_to(folder)): path.read_text() for path in paths})


@contextlib.contextmanager
def worked_on(service: Service, cache: Path) -> Iterator[Callable[[], None]]:
    """Run a runner beside the context, which ends with it or with what is yielded."""
    reach = reach_of(service.settings)
    task = ReviewTask(uploads=service.settings.data_dir / "uploads", cache=cache, reach=reach)
    loops: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[None]]] = []
    begun = threading.Event()

    async def work(database: Database) -> None:
        running = asyncio.ensure_future(Runner(database, {JobKind.REVIEW: task}).run())
        loops.append((asyncio.get_running_loop(), running))
        begun.set()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    thread = threading.Thread(target=service.within, args=(work,))
    thread.start()
    assert begun.wait(_PATIENCE_S)
    loop, running = loops[0]

    def stop() -> None:
        if thread.is_alive():
            loop.call_soon_threadsafe(running.cancel)
        thread.join(_PATIENCE_S)
        assert not thread.is_alive()

    try:
        yield stop
    finally:
        stop()


def eventually(look: Callable[[], Any]) -> Any:
    """Return what a look gives, as soon as it is something."""
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        if seen := look():
            return seen
        time.sleep(0.05)
    raise AssertionError("it did not come")


def state(service: Service, owner: User, review: str) -> dict[str, Any]:
    answer: dict[str, Any] = service.client.get(review, headers=owner.headers).json()
    return answer


def in_state(service: Service, owner: User, review: str, *states: str) -> dict[str, Any]:
    """Return the review once it is in one of the states."""

    def look() -> dict[str, Any] | None:
        seen = state(service, owner, review)
        return seen if seen["state"] in states else None

    found: dict[str, Any] = eventually(look)
    return found


def review_processes(cache: Path) -> list[str]:
    """Return the processes of reviews that have a file below the cache folder open."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if any(str(link.readlink()).startswith(str(cache)) for link in (process / "fd").iterdir()):
                found.append(process.name)
    return found


def test_running_review_is_cancelled_with_its_process(service: Service) -> None:
    ada = service.user()
    review = ordered(service, ada, code_of("engines"))  # takes far longer than to cancel it
    with worked_on(service, service.cache):
        in_state(service, ada, review, "running")
        eventually(lambda: review_processes(service.cache))
        answer = service.client.post(f"{review}/cancel", headers=ada.headers)
        assert (answer.status_code, answer.json()["state"]) == (200, "running")
        cancelled = in_state(service, ada, review, "cancelled", "completed", "failed")
        told = service.client.get(f"{review}/events", headers=ada.headers).json()
        eventually(lambda: not review_processes(service.cache))
    states = [event["data"]["state"] for event in told if event["name"] == "state"]
    assert (cancelled["state"], states) == ("cancelled", ["queued", "running", "cancelled"])
    assert cancelled["counts"] == {}
    again = service.client.post(f"{review}/cancel", headers=ada.headers)
    assert again.json()["type"] == "urn:xcodereviewer:problem:already-over"


@SQLITE
def test_second_attempt_looks_at_no_file_that_the_first_has_kept(
    service: Service, tmp_path: Path, compiled_rules: Path
) -> None:
    ada = service.user()
    content = code_of("cli", "reports", "sources", "triage")  # takes longer than until something is kept
    whole = ordered(service, ada, content)
    service.work()
    interrupted = ordered(service, ada, content)
    first, second = tmp_path / "first", tmp_path / "second"  # two machines: what is kept goes by the database
    shutil.copytree(compiled_rules, first)
    shutil.copytree(compiled_rules, second)
    with worked_on(service, first) as stop:
        eventually(lambda: service.within(kept))
        stop()
    assert state(service, ada, interrupted)["state"] == "queued"
    known = service.within(kept)
    with worked_on(service, second):
        done = in_state(service, ada, interrupted, "completed", "failed")
    assert review_processes(first) == []
    assert counted(done) == counted(state(service, ada, whole))
    assert known
    outcomes = manifest(service, ada, interrupted)
    assert outcomes.count("cached") > 0
    assert service.within(kept) == 0


def counted(review: dict[str, Any]) -> tuple[Any, ...]:
    return review["state"], review["score"], review["coverage"], review["counts"]


def manifest(service: Service, owner: User, review: str) -> list[str]:
    """Return the outcome of each pass over each file."""
    report = service.client.get(f"{review}/report?format=json", headers=owner.headers).json()
    return [one["outcome"] for file in report["coverage"]["files"] for one in file["passes"]]


async def kept(database: Database) -> int:
    """Return how many checkpoints there are."""
    from sqlalchemy import func, select

    from xcodereviewer.store.reviews import Checkpoint

    async with database.reading() as session:
        return await session.scalar(select(func.count()).select_from(Checkpoint)) or 0


@SQLITE
def test_review_that_cannot_be_tells_why_over_http(service: Service) -> None:
    ada = service.user()
    review = ordered(service, ada, zipped({"a.py": "x = 1\n"}))
    shutil.rmtree(service.settings.data_dir / "uploads")
    service.work()
    failed = state(service, ada, review)
    told = "The uploaded archive 'code.zip' is not there any more. Upload it again."
    assert (failed["state"], failed["error"]) == ("failed", told)


def retried(service: Service, owner: User, review: str) -> Any:
    return service.client.post(f"{review}/retry", headers=owner.headers)


@SQLITE
def test_cancelled_and_failed_reviews_go_on_where_they_were(service: Service) -> None:
    ada = service.user()
    review = ordered(service, ada, zipped({"a.py": "eval(input())\n"}))
    service.client.post(f"{review}/cancel", headers=ada.headers)
    resumed = retried(service, ada, review)
    assert (resumed.status_code, resumed.headers["location"], resumed.json()["state"]) == (202, review, "queued")
    uploads = service.settings.data_dir / "uploads"
    uploads.rename(uploads.with_name("away"))
    service.work()
    assert state(service, ada, review)["state"] == "failed"
    uploads.with_name("away").rename(uploads)
    assert retried(service, ada, review).json()["error"] is None
    service.work()
    done = state(service, ada, review)
    assert (done["state"], done["error"], done["number"]) == ("completed", None, 1)
    told = service.client.get(f"{review}/events", headers=ada.headers).json()
    states = [event["data"]["state"] for event in told if event["name"] == "state"]
    assert states == ["queued", "cancelled", "queued", "running", "failed", "queued", "running", "completed"]
    again = retried(service, ada, review)
    assert (again.status_code, again.json()["type"]) == (409, "urn:xcodereviewer:problem:nothing-to-retry")


@SQLITE
def test_only_what_failed_in_a_partial_review_is_looked_at_again(
    service: Service, tmp_path: Path, compiled_rules: Path
) -> None:
    ada = service.user()
    whole = zipped({"a.py": "eval(input())\n", "b.py": "exec(input())\n"})
    review = ordered(service, ada, whole.replace(b"exec(", b"exeC(", 1))  # the checksum of b.py does not hold
    service.work()
    partial = state(service, ada, review)
    assert partial["state"] == "partial"
    shutil.rmtree(service.cache)  # as on another machine: what was looked at is known from the database
    shutil.copytree(compiled_rules, service.cache)
    (upload,) = [path for path in (service.settings.data_dir / "uploads").iterdir() if path.is_file()]
    upload.write_bytes(whole)
    answer = retried(service, ada, review).json()
    service.work()
    again = state(service, ada, f"/api/v1/reviews/{answer['id']}")
    assert (again["number"], again["source"]["retry_of"]) == (2, partial["id"])
    assert (again["state"], again["counts"]["new"]) == ("completed", 1)
    report = service.client.get(f"/api/v1/reviews/{again['id']}/report?format=json", headers=ada.headers).json()
    outcomes = {file["path"]: {one["outcome"] for one in file["passes"]} for file in report["coverage"]["files"]}
    assert outcomes == {"a.py": {"cached"}, "b.py": {"done"}}
