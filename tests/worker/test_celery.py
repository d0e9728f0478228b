"""Reviews over HTTP that a Celery worker does, with each broker; and one that was ordered while the broker was away."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from redis import Redis
from tests.service import SECRET_KEY, Service, served, zipped
from tests.worker.test_review_jobs import in_state, ordered

from bench import instances
from xcodereviewer.core.server_settings import read_server_settings

FILES = {"app.py": "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"}


@pytest.fixture(params=["redis", "rabbitmq"])
def broker(request: pytest.FixtureRequest) -> Iterator[str]:
    """A broker of the test's own: an index of Redis, or a virtual host of RabbitMQ."""
    if request.param == "redis":
        url = "redis://127.0.0.1:6379/13"
        with Redis.from_url(url) as client:
            client.flushdb()
            yield url
            client.flushdb()
        return
    host = f"xcr-test-{uuid4().hex[:8]}"
    subprocess.run(["rabbitmqctl", "add_vhost", host], check=True, capture_output=True)
    subprocess.run(
        ["rabbitmqctl", "set_permissions", "-p", host, "guest", ".*", ".*", ".*"], check=True, capture_output=True
    )
    yield f"amqp://guest:guest@127.0.0.1:5672/{host}"
    subprocess.run(["rabbitmqctl", "delete_vhost", host], check=True, capture_output=True)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.timeout(240)
def test_celery_does_what_is_ordered_and_what_was_ordered_without_a_broker(
    broker: str, database_url: str, tmp_path: Path, compiled_rules: Path
) -> None:
    given = {"data_dir": tmp_path / "data", "database_url": database_url, "secret_key": SECRET_KEY, "runner": "celery"}
    reviews = []
    away = f"amqp://127.0.0.1:{instances.free_port()}//"
    for url in (away, broker):
        settings = read_server_settings({**given, "broker_url": url})
        with served(settings) as client:
            service = Service(client=client, settings=settings, url=database_url, cache=compiled_rules)
            ada = service.user("ada" if url == away else "bob")
            reviews.append(ordered(service, ada, zipped(FILES)))
            if url == away:
                continue
            worker = instances.worker(tmp_path, _environment(given, broker), "--celery", "--slots", "1")
            worker.start()
            try:
                bobs = in_state(service, ada, reviews[1], "completed", "failed")
                done = in_state(service, service.admin(), reviews[0], "completed", "failed")
            finally:
                worker.end()
    assert [(one["state"], one["counts"]["files"], one["counts"]["findings"] > 0) for one in (done, bobs)] == [
        ("completed", 1, True)
    ] * 2


def _environment(given: dict[str, object], broker: str) -> dict[str, str]:
    return {f"XCR_{key.upper()}": str(value) for key, value in given.items()} | {"XCR_BROKER_URL": broker}
