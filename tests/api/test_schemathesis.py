"""Whatever is sent to the API is answered as its document says."""

from fastapi import FastAPI
from tests.api.fuzzing import Fuzzer
from tests.service import PASSWORD, Service

# What logs somebody out, or takes away what the others ask for.
_LAST = frozenset(
    {
        "DELETE /api/v1/projects/{project_id}",
        "DELETE /api/v1/users/{user_id}/sessions",
        "PATCH /api/v1/users/{user_id}",
        "POST /api/v1/auth/logout",
    }
)


def test_whoever_is_logged_in_gets_from_every_operation_what_the_document_says(service: Service) -> None:
    root = service.admin()
    project = service.project(root)
    review = service.reviewed(project, root, {"app.py": "import os\n\n\ndef go(name):\n    os.system('rm ' + name)\n"})
    findings = service.client.get("/api/v1/findings", headers=root.headers).json()["items"]
    ids = {"project_id": project, "review_id": review["id"], "finding_id": findings[0]["id"]}
    ids["user_id"] = service.user("target").id

    def log_in() -> dict[str, str]:
        if service.client.get("/api/v1/users/me", headers=root.headers).status_code == 200:
            return dict(root.headers)
        answer = service.client.post("/api/v1/auth/login", json={"email": root.email, "password": PASSWORD})
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    fuzzer = Fuzzer(client=service.client, headers=log_in, ids=ids)
    fuzzer.run(_app(service).openapi(), last=_LAST)
    assert fuzzer.faults == [], "\n".join(fuzzer.faults)
    assert fuzzer.sent > 200


def test_whoever_is_not_logged_in_gets_from_every_operation_what_the_document_says(service: Service) -> None:
    fuzzer = Fuzzer(client=service.client, headers=dict)
    fuzzer.run(_app(service).openapi())
    assert fuzzer.faults == [], "\n".join(fuzzer.faults)
    assert fuzzer.sent > 200


def _app(service: Service) -> FastAPI:
    assert isinstance(service.client.app, FastAPI)
    return service.client.app
