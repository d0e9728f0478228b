"""The service from the command line: what is in the way of it is one line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Xcr


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"XCR_MODE": "production"}, "production needs XCR_SECRET_KEY"),
        ({"XCR_SECRET_KEY": "short"}, "XCR_SECRET_KEY has 5 characters; it needs at least 32"),
        ({"XCR_RUNNER": "celery"}, "celery needs XCR_BROKER_URL or XCR_REDIS_URL"),
        ({"XCR_RATE_IN_ALL": "many"}, "XCR_RATE_IN_ALL: Input should be a valid integer"),
        (
            {"XCR_DATABASE_URL": "postgresql://ada:hidden@127.0.0.1:1/shop"},
            "ada:***@127.0.0.1:1/shop does not answer. Start it, or mend XCR_DATABASE_URL.",
        ),
    ],
)
def test_what_is_in_the_way_is_told_before_anything_listens(
    xcr: Xcr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    for name, value in {"XCR_DATA_DIR": str(tmp_path / "data"), **variables}.items():
        monkeypatch.setenv(name, value)
    ended = xcr("serve", "--port", "0")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("xcr: ")
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert "hidden" not in ended.err
