"""A review over HTTP, from the code to the decision about what was found."""

from tests.service import Service

FILES = {
    "app.py": "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n",
    "tidy.py": "def double(number):\n    return 2 * number\n",
}


def test_upload_is_reviewed_and_its_findings_are_listed_worst_first(service: Service) -> None:
    ada = service.user()
    project = service.project(ada)
    review = service.reviewed(project, ada, FILES)
    assert (review["state"], review["number"], review["coverage"]) == ("completed", 1, 1.0)
    assert review["counts"]["files"] == 2
    page = service.client.get(f"/api/v1/findings?project_id={project}", headers=ada.headers).json()
    found = [(item["rule"], item["path"], item["line"], item["state"]) for item in page["items"]]
    assert found[0] == ("python.security.command-through-shell", "app.py", 5, "open")
    assert page["next"] is None


def test_decision_lasts_and_what_is_mended_is_fixed_by_the_next_review(service: Service) -> None:
    ada = service.user()
    project = service.project(ada)
    service.reviewed(project, ada, FILES)
    items = service.client.get(f"/api/v1/findings?project_id={project}", headers=ada.headers).json()["items"]
    finding = items[0]["id"]
    decision = {"finding_ids": [finding], "state": "accepted", "reason": "Names are our own."}
    service.client.post(f"/api/v1/projects/{project}/triage", json=decision, headers=ada.headers)
    moved = {**FILES, "app.py": "# moved\n\n" + FILES["app.py"]}
    second = service.reviewed(project, ada, moved)
    assert (second["counts"]["new"], second["counts"]["findings"]) == (0, len(items) - 1)
    kept = service.client.get(f"/api/v1/findings/{finding}", headers=ada.headers).json()
    assert (kept["state"], kept["line"], kept["reason"]) == ("accepted", 7, "Names are our own.")
    third = service.reviewed(project, ada, {"tidy.py": FILES["tidy.py"]})
    assert third["counts"]["gone"] == len(items)
    history = service.client.get(f"/api/v1/findings/{finding}/history", headers=ada.headers).json()
    assert [(event["before"], event["after"]) for event in history] == [("open", "accepted")]


def test_events_are_told_from_where_one_left_off(service: Service) -> None:
    ada = service.user()
    review = service.reviewed(service.project(ada), ada, FILES)
    told = service.client.get(f"/api/v1/reviews/{review['id']}/events", headers=ada.headers).json()
    states = [event["data"]["state"] for event in told if event["name"] == "state"]
    assert states == ["queued", "running", "completed"]
    assert [event["number"] for event in told] == list(range(1, len(told) + 1))
    later = service.client.get(f"/api/v1/reviews/{review['id']}/events?after=1", headers=ada.headers).json()
    assert later == told[1:]
    streamed = service.client.get(
        f"/api/v1/reviews/{review['id']}/stream", headers={**ada.headers, "Last-Event-ID": str(len(told) - 1)}
    )
    assert streamed.text.startswith(f"id: {len(told)}\nevent: state\ndata: ")
    assert streamed.text.count("id: ") == 1


def test_waiting_review_is_cancelled_at_once(service: Service) -> None:
    ada = service.user()
    project = service.project(ada, git_url="https://git.example.com/shop.git")
    ordered = service.client.post(f"/api/v1/projects/{project}/reviews", json={}, headers=ada.headers).json()
    cancelled = service.client.post(f"/api/v1/reviews/{ordered['id']}/cancel", headers=ada.headers)
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    again = service.client.post(f"/api/v1/reviews/{ordered['id']}/cancel", headers=ada.headers)
    assert (again.status_code, again.json()["type"]) == (409, "urn:xcodereviewer:problem:already-over")
    assert service.work() == 0


def test_report_is_downloaded_under_a_name_of_its_own(service: Service) -> None:
    ada = service.user()
    review = service.reviewed(service.project(ada), ada, FILES)
    answer = service.client.get(f"/api/v1/reviews/{review['id']}/report?format=sarif", headers=ada.headers)
    assert answer.headers["content-type"] == "application/sarif+json"
    assert answer.headers["content-disposition"] == 'attachment; filename="review-1.sarif"'
    assert answer.json()["version"] == "2.1.0"
