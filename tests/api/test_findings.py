"""Findings over HTTP: listed in any order, counted, decided on."""

import pytest
from tests.service import Service, User

from xcodereviewer.domain.access import ProjectRole

FILES = {
    "app/shell.py": "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n",
    "app/marks.py": "import hashlib\n\n\ndef mark(data):\n    return hashlib.md5(data).hexdigest()\n",
    "lib/Load.py": "import pickle\n\n\ndef load(data):\n    return pickle.loads(data)\n",
}


def _all(service: Service, user: User, query: str) -> list[dict[str, object]]:
    """Read a list in pages of one."""
    found, cursor = [], ""
    while True:
        answer = service.client.get(f"/api/v1/findings?limit=1&{query}{cursor}", headers=user.headers)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += page["items"]
        if page["next"] is None:
            return found
        cursor = f"&cursor={page['next']}"


@pytest.fixture
def reviewed(service: Service) -> tuple[Service, User, str]:
    """A project with one review."""
    ada = service.user()
    project = service.project(ada)
    service.reviewed(project, ada, FILES)
    return service, ada, project


def test_each_order_gives_every_finding_once_in_pages_of_one(reviewed: tuple[Service, User, str]) -> None:
    service, ada, project = reviewed
    worst = _all(service, ada, f"project_id={project}")
    ranks = ["info", "low", "medium", "high", "critical"]
    assert [(ranks.index(str(f["severity"])), f["id"]) for f in worst] == sorted(
        ((ranks.index(str(f["severity"])), f["id"]) for f in worst), reverse=True
    )
    by_path = _all(service, ada, f"project_id={project}&sort=path")
    assert [(f["path"], f["line"]) for f in by_path] == sorted((f["path"], f["line"]) for f in worst)
    by_rule = _all(service, ada, f"project_id={project}&sort=rule")
    assert [f["rule"] for f in by_rule] == sorted(str(f["rule"]) for f in worst)
    newest = _all(service, ada, f"project_id={project}&sort=newest")
    assert [f["id"] for f in newest] == sorted((str(f["id"]) for f in worst), reverse=True)


def test_words_are_found_within_rule_path_and_message_in_any_case(reviewed: tuple[Service, User, str]) -> None:
    service, ada, project = reviewed
    found = {
        q: {str(f["path"]) for f in _all(service, ada, f"project_id={project}&q={q}")}
        for q in ("SHELL", "load.PY", "pickle+lib", "100%25", "a_b", "nowhere")
    }
    assert found == {
        "SHELL": {"app/shell.py"},
        "load.PY": {"lib/Load.py"},
        "pickle+lib": {"lib/Load.py"},
        "100%25": set(),
        "a_b": set(),
        "nowhere": set(),
    }


def test_facets_count_as_if_nothing_were_asked_for_in_them(reviewed: tuple[Service, User, str]) -> None:
    service, ada, project = reviewed
    asked = f"/api/v1/findings/facets?project_id={project}"
    found = _all(service, ada, f"project_id={project}")
    everything = service.client.get(asked, headers=ada.headers).json()
    assert everything["total"] == len(found)
    assert everything["state"] == [{"value": "open", "count": len(found)}]
    assert {one["value"] for one in everything["path"]} == {"app/", "lib/"}
    critical = [f for f in found if f["severity"] == found[0]["severity"]]
    narrowed = service.client.get(f"{asked}&severity={found[0]['severity']}&path=app/", headers=ada.headers).json()
    in_app = [f for f in critical if str(f["path"]).startswith("app/")]
    assert narrowed["total"] == len(in_app)
    assert sum(one["count"] for one in narrowed["severity"]) == sum(str(f["path"]).startswith("app/") for f in found)
    assert {one["value"] for one in narrowed["path"]} == {f["path"] for f in in_app}


def test_cursor_that_was_never_given_is_refused(reviewed: tuple[Service, User, str]) -> None:
    service, ada, _ = reviewed
    answer = service.client.get("/api/v1/findings?sort=path&cursor=none", headers=ada.headers)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:xcodereviewer:problem:bad-cursor")


def test_decision_and_assignment_hold_only_against_the_version_that_they_were_made_from(
    reviewed: tuple[Service, User, str],
) -> None:
    service, ada, project = reviewed
    path = f"/api/v1/findings/{_all(service, ada, f'project_id={project}')[0]['id']}"
    tag = service.client.get(path, headers=ada.headers).headers["etag"]
    bob, eve = service.member(project, "bob", ProjectRole.VIEWER), service.user("eve")
    guarded = {**ada.headers, "If-Match": tag}
    given = service.client.put(f"{path}/assignee", json={"user_id": bob.id}, headers=guarded)
    assert (given.status_code, given.json()["assignee_id"]) == (200, bob.id)
    late = service.client.post(f"{path}/triage", json={"state": "confirmed"}, headers=guarded)
    assert (late.status_code, late.json()["type"]) == (412, "urn:xcodereviewer:problem:changed")
    stranger = service.client.put(f"{path}/assignee", json={"user_id": eve.id}, headers=ada.headers)
    assert (stranger.status_code, stranger.json()["type"]) == (422, "urn:xcodereviewer:problem:no-member")
    mine = _all(service, ada, f"project_id={project}&assignee_id={bob.id}")
    assert [f"/api/v1/findings/{finding['id']}" for finding in mine] == [path]


def test_what_is_accepted_until_yesterday_is_open_today(reviewed: tuple[Service, User, str]) -> None:
    service, ada, project = reviewed
    count = len(_all(service, ada, f"project_id={project}"))
    url = f"/api/v1/projects/{project}/triage/matching"
    for path, until in (("app/", "2020-01-31"), ("lib/", "2999-12-31")):
        body = {"state": "accepted", "reason": "We know.", "until": until, "filter": {"path": path}}
        assert service.client.post(url, json=body, headers=ada.headers).json()["decided"] > 0
    accepted = _all(service, ada, f"project_id={project}&state=accepted")
    still_open = _all(service, ada, f"project_id={project}&state=open")
    assert {(str(f["path"])[:4], f["state"]) for f in accepted} == {("lib/", "accepted")}
    assert {(str(f["path"])[:4], f["state"]) for f in still_open} == {("app/", "open")}
    assert len(accepted) + len(still_open) == count
    counted = service.client.get(f"/api/v1/findings/facets?project_id={project}", headers=ada.headers).json()
    assert {one["value"]: one["count"] for one in counted["state"]} == {
        "accepted": len(accepted),
        "open": len(still_open),
    }


def test_comment_is_changed_by_its_author_and_taken_away_by_a_maintainer(reviewed: tuple[Service, User, str]) -> None:
    service, ada, project = reviewed
    bob = service.member(project, "bob", ProjectRole.REVIEWER)
    comments = f"/api/v1/findings/{_all(service, ada, f'project_id={project}')[0]['id']}/comments"
    added = service.client.post(comments, json={"text": "It is ours."}, headers=bob.headers)
    place = added.headers["location"]
    refused = service.client.patch(place, json={"text": "It is not."}, headers=ada.headers)
    changed = service.client.patch(place, json={"text": "It is theirs."}, headers=bob.headers)
    assert (refused.status_code, changed.json()["text"]) == (403, "It is theirs.")
    listed = service.client.get(comments, headers=ada.headers).json()
    assert [(one["text"], one["user_id"], one["edited_at"] is not None) for one in listed] == [
        ("It is theirs.", bob.id, True)
    ]
    assert service.client.delete(place, headers=ada.headers).status_code == 204
    assert service.client.get(comments, headers=ada.headers).json() == []
