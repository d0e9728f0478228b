"""A worker is started early only when it is sure to be needed, and never outlives the call."""

from pathlib import Path

import pytest

from xcodereviewer.cli.early_worker import early_worker
from xcodereviewer.cli.replay import Recorder


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("xcodereviewer.cli.replay._RACY_NS", -(10**18))  # what changed just now counts as settled


def test_call_that_left_no_record_starts_none() -> None:
    with early_worker(["review", "."]) as started:
        assert started is None


def test_call_with_a_record_starts_one_that_ends_with_the_call() -> None:
    Recorder(["review", "."]).keep("", code=0, duration="0.1", depends_on=[])
    with early_worker(["review", "."]) as started:
        assert started is not None
        assert started.poll() is None
    assert started.returncode is not None


def test_call_that_can_start_none_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    Recorder(["review", "."]).keep("", code=0, duration="0.1", depends_on=[])
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with early_worker(["review", "."]) as started:
        assert started is None
