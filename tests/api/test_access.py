"""Every route of the application, asked by those who may not and by those who just may."""

import json
from collections.abc import Iterator, Mapping

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from httpx2 import Response
from tests.api.access_table import ADMIN, IN_PROJECT, OWN, PUBLIC, Needs, seed
from tests.service import Service, User

from xcodereviewer.domain.access import ProjectRole

_NOBODY = User(id="", email="", headers={})
_ABSENT = "00000000-0000-7000-8000-000000000000"


def test_every_endpoint_is_said_to_be_somebodys(service: Service) -> None:
    said = sorted([*PUBLIC, *OWN, *ADMIN, *IN_PROJECT])
    assert said == sorted(_endpoints(service))


def test_whoever_sends_no_token_is_refused_everywhere_but_where_anybody_may(service: Service) -> None:
    closed = sorted(set(_endpoints(service)) - PUBLIC)
    answers = {name: _ask(service, _NOBODY, name, Needs(json={}), {}).status_code for name in closed}
    assert answers == dict.fromkeys(closed, 401)


def test_what_is_for_administrators_is_refused_to_others(service: Service) -> None:
    ada, root = service.user(), service.admin()
    group = service.client.post("/api/v1/groups", json={"name": "bookshops"}, headers=root.headers).json()
    ids = {"user_id": service.user("target").id, "group_id": group["id"]}
    answers = {
        name: (_ask(service, ada, name, needs, ids).status_code, _is_let_in(_ask(service, root, name, needs, ids)))
        for name, needs in ADMIN.items()
    }
    assert answers == dict.fromkeys(ADMIN, (403, True))


def test_what_is_in_a_project_is_unknown_to_outsiders_and_refused_to_lower_roles(service: Service) -> None:
    owner, outsider = service.user("owner"), service.user("outsider")
    project, deleted = service.project(owner), service.project(owner)
    people = {ProjectRole.OWNER: owner}
    for role in (ProjectRole.MAINTAINER, ProjectRole.REVIEWER, ProjectRole.VIEWER):
        people[role] = service.member(project, role.value, role)
        service.member(deleted, role.value, role)
    ids = seed(service, people, project, deleted)
    answers, expected = {}, {}
    for name, needs in IN_PROJECT.items():
        at = {**ids, "project_id": deleted} if needs.deleted else ids
        below = [person for role, person in people.items() if role.rank == needs.role.rank - 1]
        refused = [_ask(service, person, name, needs, at).status_code for person in (outsider, *below)]
        answers[name] = (*refused, _is_let_in(_ask(service, people[needs.role], name, needs, at)))
        expected[name] = (404, *[403 for _ in below], True)
    assert answers == expected


def _endpoints(service: Service) -> Iterator[str]:
    app = service.client.app
    assert isinstance(app, FastAPI)
    for context in iter_route_contexts(app.routes):
        for method in sorted(context.methods or ["MOUNT"]):
            yield f"{method} {context.path}"


def _ask(service: Service, person: User, name: str, needs: Needs, ids: Mapping[str, str]) -> Response:
    method, _, path = name.partition(" ")
    for key, value in ids.items():
        path = path.replace(f"{{{key}}}", value)
    body = json.dumps(needs.json)
    for key, value in ids.items():
        body = body.replace(f"{{{key}}}", value)
    path = "/".join(_ABSENT if part.startswith("{") else part for part in path.split("/"))
    sent = None if needs.json is None else json.loads(body)
    return service.client.request(method, path + needs.query, json=sent, headers=person.headers)


def _is_let_in(answer: Response) -> bool:
    return answer.status_code < 500 and answer.status_code not in (401, 403, 404)
