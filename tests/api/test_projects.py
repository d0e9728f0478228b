"""Projects over HTTP: changed, binned and taken out again."""

import json

from tests.service import Service

FILES = {"app.py": "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"}


def test_what_is_in_the_recycle_bin_is_out_of_sight_until_it_is_restored(service: Service) -> None:
    ada = service.user()
    project = service.project(ada)
    service.reviewed(project, ada, FILES)
    finding = service.client.get("/api/v1/findings", headers=ada.headers).json()["items"][0]["id"]
    paths = [f"/api/v1/projects/{project}", f"/api/v1/findings/{finding}", f"/api/v1/findings?project_id={project}"]

    def seen() -> tuple[list[int], int, int]:
        statuses = [service.client.get(path, headers=ada.headers).status_code for path in paths]
        findings = service.client.get("/api/v1/findings", headers=ada.headers).json()["items"]
        return statuses, len(findings), len(service.client.get("/api/v1/projects", headers=ada.headers).json()["items"])

    before = seen()
    assert before[0] == [200, 200, 200]
    assert service.client.delete(f"/api/v1/projects/{project}", headers=ada.headers).status_code == 204
    assert seen() == ([404, 404, 404], 0, 0)
    assert service.client.post(f"/api/v1/projects/{project}/restore", headers=ada.headers).status_code == 200
    assert seen() == before


def test_change_that_was_made_from_an_older_state_is_refused(service: Service) -> None:
    ada = service.user()
    path = f"/api/v1/projects/{service.project(ada)}"
    tag = service.client.get(path, headers=ada.headers).headers["etag"]
    first = service.client.patch(path, json={"name": "first"}, headers={**ada.headers, "If-Match": tag})
    second = service.client.patch(path, json={"name": "second"}, headers={**ada.headers, "If-Match": tag})
    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["type"] == "urn:xcodereviewer:problem:changed"
    assert service.client.get(path, headers=ada.headers).json()["name"] == "first"
    wrong = service.client.patch(path, json={"name": "third"}, headers={**ada.headers, "If-Match": "yesterday"})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "urn:xcodereviewer:problem:bad-etag")


def test_settings_that_no_database_keeps_are_refused(service: Service) -> None:
    ada = service.user()
    path = f"/api/v1/projects/{service.project(ada)}"
    for text in ("\ud800", "\x00"):
        body = json.dumps({"settings": {"include": [text]}})  # written with escapes, as JSON may be
        answer = service.client.patch(path, content=body, headers={**ada.headers, "Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:xcodereviewer:problem:invalid-request")
