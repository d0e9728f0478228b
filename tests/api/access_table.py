"""Who may what: every endpoint of the application stands in one of these tables, or `test_access` fails.

A new endpoint is added here with the lowest role that may use it, and with a body that it takes: a request that is not
well formed is refused before anybody asks who sent it. Names in braces of paths and bodies are what `seed` returns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.service import Service, User

from xcodereviewer.domain.access import ProjectRole
from xcodereviewer.store.database import Database
from xcodereviewer.store.projects import Group, GroupMember, Project
from xcodereviewer.store.schema import utc_now

__all__ = ["ADMIN", "IN_PROJECT", "OWN", "PUBLIC", "Needs", "seed"]

VIEWER, REVIEWER, MAINTAINER, OWNER = reversed(ProjectRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a request to an endpoint needs: the lowest role, and what is sent."""

    role: ProjectRole = VIEWER
    json: Any = None
    query: str = ""
    deleted: bool = False  # of a project in the recycle bin


PUBLIC = frozenset(
    {
        "GET /api/assets/{name}",
        "GET /api/docs",
        "GET /api/openapi.json",
        "GET /api/redoc",
        "HEAD /api/openapi.json",
        "GET /health/live",
        "GET /health/ready",
        "POST /api/v1/auth/login",
        "POST /api/v1/auth/password",
        "POST /api/v1/auth/refresh",
        "POST /api/v1/auth/setup",
    }
)

# Whoever is logged in, about what is his own or in his sight.
OWN = frozenset(
    {
        "DELETE /api/v1/tokens/{token_id}",
        "DELETE /api/v1/users/me/sessions/{session_id}",
        "GET /api/v1/findings",
        "GET /api/v1/findings/facets",
        "GET /api/v1/groups",
        "GET /api/v1/projects",
        "GET /api/v1/tokens",
        "GET /api/v1/users/me",
        "GET /api/v1/users/me/sessions",
        "PATCH /api/v1/users/me",
        "POST /api/v1/auth/logout",
        "POST /api/v1/projects",
        "POST /api/v1/tokens",
        "POST /api/v1/users/me/password",
    }
)

_GROUP = "/api/v1/groups/{group_id}"
_USER = "/api/v1/users/{user_id}"

ADMIN: Mapping[str, Needs] = {
    "GET /api/v1/users": Needs(),
    "POST /api/v1/users": Needs(json={"email": "grace@example.com", "name": "Grace"}),
    f"GET {_USER}": Needs(),
    f"PATCH {_USER}": Needs(json={"name": "Alan"}),
    f"POST {_USER}/password-link": Needs(),
    f"GET {_USER}/sessions": Needs(),
    f"DELETE {_USER}/sessions": Needs(),
    "POST /api/v1/groups": Needs(json={"name": "shops"}),
    f"PATCH {_GROUP}": Needs(json={"description": "Sells things."}),
    f"DELETE {_GROUP}": Needs(),
}

_FINDING = "/api/v1/findings/{finding_id}"
_PROJECT = "/api/v1/projects/{project_id}"
_REVIEW = "/api/v1/reviews/{review_id}"

# In this order: what ends something for the others stands last.
IN_PROJECT: Mapping[str, Needs] = {
    f"GET {_PROJECT}": Needs(),
    f"PATCH {_PROJECT}": Needs(role=MAINTAINER, json={"description": "Sells books."}),
    f"GET {_PROJECT}/credentials": Needs(role=MAINTAINER),
    f"PUT {_PROJECT}/credentials/{{kind}}": Needs(role=MAINTAINER, json={"value": "a secret of sixteen or more"}),
    f"DELETE {_PROJECT}/credentials/{{kind}}": Needs(role=MAINTAINER),
    f"GET {_PROJECT}/reviews": Needs(),
    f"POST {_PROJECT}/reviews": Needs(role=REVIEWER, json={}),
    f"POST {_PROJECT}/triage": Needs(role=REVIEWER, json={"finding_ids": ["{finding_id}"], "state": "confirmed"}),
    f"GET {_PROJECT}/branches": Needs(role=REVIEWER),
    f"GET {_PROJECT}/files": Needs(role=REVIEWER),
    f"GET {_PROJECT}/uploads": Needs(),
    f"POST {_PROJECT}/uploads": Needs(role=REVIEWER, query="?name=code.zip"),
    f"DELETE {_PROJECT}/uploads/{{upload_id}}": Needs(role=MAINTAINER),
    f"GET {_REVIEW}": Needs(),
    f"GET {_REVIEW}/events": Needs(),
    f"GET {_REVIEW}/report": Needs(),
    f"GET {_REVIEW}/stream": Needs(),
    f"POST {_REVIEW}/cancel": Needs(role=REVIEWER),
    f"POST {_REVIEW}/retry": Needs(role=REVIEWER),
    f"GET {_FINDING}": Needs(),
    f"GET {_FINDING}/history": Needs(),
    f"GET {_GROUP}": Needs(),
    f"GET {_GROUP}/members": Needs(),
    f"POST {_GROUP}/members": Needs(role=OWNER, json={"email": "newcomer@example.com", "role": "viewer"}),
    f"PATCH {_GROUP}/members/{{user_id}}": Needs(role=OWNER, json={"role": "reviewer"}),
    f"DELETE {_GROUP}/members/{{user_id}}": Needs(role=OWNER),
    f"GET {_PROJECT}/members": Needs(),
    f"POST {_PROJECT}/members": Needs(role=OWNER, json={"email": "newcomer@example.com", "role": "viewer"}),
    f"PATCH {_PROJECT}/members/{{user_id}}": Needs(role=OWNER, json={"role": "reviewer"}),
    f"DELETE {_PROJECT}/members/{{user_id}}": Needs(role=OWNER),
    f"POST {_FINDING}/triage": Needs(role=REVIEWER, json={"state": "confirmed"}),
    f"PUT {_FINDING}/assignee": Needs(role=REVIEWER, json={"user_id": None}),
    f"GET {_FINDING}/comments": Needs(),
    f"POST {_FINDING}/comments": Needs(role=REVIEWER, json={"text": "The name comes from our own form."}),
    "PATCH /api/v1/comments/{comment_id}": Needs(role=REVIEWER, json={"text": "It does not."}),
    "DELETE /api/v1/comments/{comment_id}": Needs(role=REVIEWER),
    f"POST {_PROJECT}/triage/matching": Needs(role=REVIEWER, json={"state": "confirmed", "filter": {}}),
    f"POST {_PROJECT}/restore": Needs(role=OWNER, deleted=True),
    f"DELETE {_PROJECT}": Needs(role=OWNER),
}


def seed(service: Service, people: Mapping[ProjectRole, User], project: str, deleted: str) -> dict[str, str]:
    """Return the ids of a project and of one thing of each kind in it; `deleted` is put into the recycle bin.

    The people are in the group with the role that they have in the project.
    """
    owner = people[OWNER].headers
    review = service.reviewed(
        project, people[OWNER], {"app.py": "import os\n\n\ndef go(name):\n    os.system('rm ' + name)\n"}
    )
    listed = service.client.get(f"/api/v1/findings?project_id={project}", headers=owner).json()
    uploads = service.client.get(f"/api/v1/projects/{project}/uploads", headers=owner).json()
    other = service.member(project, "other", VIEWER)
    service.user("newcomer")

    async def prepare(database: Database) -> str:
        async with database.transaction() as session:
            (await session.get_one(Project, UUID(deleted))).deleted_at = utc_now()
            group = Group(name="bookshops")
            session.add(group)
            await session.flush()
            inside = {**{person.id: role for role, person in people.items()}, other.id: VIEWER}
            for user_id, role in inside.items():
                session.add(GroupMember(group_id=group.id, user_id=UUID(user_id), role=role))
            return str(group.id)

    finding = listed["items"][0]["id"]
    said = {"text": "Names are our own."}
    comment = service.client.post(
        f"/api/v1/findings/{finding}/comments", json=said, headers=service.user("reviewer").headers
    ).json()
    return {
        "comment_id": comment["id"],
        "finding_id": finding,
        "group_id": service.within(prepare),
        "kind": "webhook-secret",
        "project_id": project,
        "review_id": review["id"],
        "upload_id": uploads["items"][0]["id"],
        "user_id": other.id,
    }
