"""Uploads over HTTP: listed, deleted, and refused when they are too much or no archive."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from tests.service import Service, User, served, zipped

FILES = {"app.py": "eval(input())\n"}


def uploaded(service: Service, owner: User, project: str, content: bytes, name: str = "code.zip") -> Any:
    place = f"/api/v1/projects/{project}/uploads?name={name}"
    return service.client.post(place, content=content, headers=owner.headers)


def kept(service: Service) -> list[str]:
    folder = service.settings.data_dir / "uploads"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_uploads_are_listed_newest_first_and_deleted_with_their_bytes(service: Service) -> None:
    ada = service.user()
    project = service.project(ada)
    ids = [uploaded(service, ada, project, zipped(FILES), name).json()["id"] for name in ("a.zip", "b.zip")]
    place = f"/api/v1/projects/{project}/uploads"
    page = service.client.get(f"{place}?limit=1", headers=ada.headers).json()
    rest = service.client.get(f"{place}?limit=1&cursor={page['next']}", headers=ada.headers).json()
    assert [item["name"] for item in page["items"] + rest["items"]] == ["b.zip", "a.zip"]
    assert rest["next"] is None
    service.client.post(f"/api/v1/projects/{project}/reviews", json={}, headers=ada.headers)
    answers = [service.client.delete(f"{place}/{key}", headers=ada.headers) for key in (*ids, ids[0])]
    assert [answer.status_code for answer in answers] == [204, 409, 404]
    assert kept(service) == [ids[1]]


@pytest.mark.parametrize(
    "content", [b"", b"import os\n", b"PK\x03\x04 and then nothing", b"\x1f\x8b\x08\x00", zipped(FILES)[:-30]]
)
def test_what_is_no_whole_archive_is_refused_and_leaves_nothing(service: Service, content: bytes) -> None:
    ada = service.user()
    assert uploaded(service, ada, service.project(ada), content).status_code == 422
    assert kept(service) == []


def test_project_has_no_more_than_its_quota(service: Service) -> None:
    one = zipped({"app.py": "x = 1\n" * 10})
    limited = service.settings.model_copy(update={"project_upload_bytes": len(one) + 10})
    with served(limited) as client:
        service.client = client
        ada = service.user()
        project, other = service.project(ada), service.project(ada)
        answers = [uploaded(service, ada, place, one) for place in (project, project, other)]
    assert [answer.status_code for answer in answers] == [201, 409, 201]
    assert answers[1].json()["type"] == "urn:xcodereviewer:problem:quota-used"
    assert len(kept(service)) == 2


def test_what_a_killed_process_left_in_quarantine_is_swept(service: Service) -> None:
    quarantine = service.settings.data_dir / "uploads" / "quarantine"
    quarantine.mkdir(parents=True)
    for name, age_s in (("old", 7 * 3600), ("young", 3600)):
        (quarantine / name).write_text("half")
        os.utime(quarantine / name, (time.time() - age_s,) * 2)
    ada = service.user()
    key = uploaded(service, ada, service.project(ada), zipped(FILES)).json()["id"]
    assert kept(service) == [key, "quarantine/young"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the disk that is always full")
def test_full_disk_is_told_as_such(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    ada = service.user()
    project = service.project(ada)
    really_open = Path.open

    def open_on_full_disk(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        return really_open(Path("/dev/full"), "wb", 0) if mode == "xb" else really_open(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_on_full_disk)
    answer = uploaded(service, ada, project, zipped(FILES))
    monkeypatch.undo()
    assert (answer.status_code, answer.json()["type"]) == (507, "urn:xcodereviewer:problem:no-room")
    assert kept(service) == []
