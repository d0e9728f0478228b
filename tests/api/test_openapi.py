"""The document of the API: every operation is described whole."""

from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest
from tests.api.access_table import PUBLIC
from tests.service import SECRET_KEY

from xcodereviewer.api.examples import example_of
from xcodereviewer.api.openapi import Problem
from xcodereviewer.app import build_app
from xcodereviewer.core.server_settings import read_server_settings

Document = Mapping[str, Any]
Operations = Mapping[str, Mapping[str, Any]]

_BODY_PROBLEMS = frozenset({"400", "413", "422"})


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    given = {"data_dir": tmp_path_factory.mktemp("data"), "secret_key": SECRET_KEY, "runner": "none"}
    return build_app(read_server_settings(given)).openapi()


@pytest.fixture(scope="module")
def operations(document: Document) -> Operations:
    """Every operation, by method and path."""
    return {
        f"{method.upper()} {path}": operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def test_every_operation_has_an_id_of_its_own_that_is_the_name_of_its_endpoint(operations: Operations) -> None:
    ids = [operation["operationId"] for operation in operations.values()]
    assert sorted(ids) == sorted(set(ids))
    assert [one for one in ids if not one.isidentifier() or "api_v1" in one] == []


def test_every_operation_says_what_it_does(operations: Operations) -> None:
    silent = [name for name, one in operations.items() if not (one.get("summary") and one.get("description"))]
    assert silent == []


def test_every_tag_is_described(document: Document, operations: Operations) -> None:
    used = {tag for operation in operations.values() for tag in operation["tags"]}
    assert [name for name, one in operations.items() if not one["tags"]] == []
    assert {tag["name"] for tag in document["tags"] if tag["description"]} == used


def test_every_operation_but_the_public_ones_asks_for_a_token(operations: Operations) -> None:
    assert {name for name, one in operations.items() if not one.get("security")} == PUBLIC & set(operations)


def test_every_operation_tells_its_problems_in_our_one_shape(document: Document, operations: Operations) -> None:
    missing = {
        name: sorted(rest) for name, one in operations.items() if (rest := _due(name, one) - set(one["responses"]))
    }
    assert missing == {}
    shapes = {
        str(answer)
        for one in operations.values()
        for code, reference in one["responses"].items()
        if code >= "400"
        for answer in [_resolved(document, reference)["content"]["application/problem+json"]["schema"]]
    }
    assert shapes == {"{'$ref': '#/components/schemas/Problem'}"}
    assert {"HTTPValidationError", "ValidationError"} & set(document["components"]["schemas"]) == set()


def _due(name: str, operation: Mapping[str, Any]) -> set[str]:
    method, path = name.split(" ")
    due = {"503"}
    if path.startswith("/api/"):
        due |= {"401", "403", "429"}
    if "{" in path:
        due |= {"404", "422"}
    if "requestBody" in operation:
        due |= _BODY_PROBLEMS
    if any(one["name"].lower() == "if-match" for one in operation.get("parameters", ())):
        due |= {"412"}
    return due | ({"409"} if method != "GET" and path.startswith("/api/") else set())


def test_what_is_created_names_its_place_and_what_races_its_version(operations: Operations) -> None:
    unplaced = [
        name
        for name, one in operations.items()
        for code, answer in one["responses"].items()
        if code in ("201", "202") and "Location" not in answer["headers"]
    ]
    assert unplaced == []
    named = {
        name: sorted(set(answer.get("headers", {})) - {"Idempotent-Replayed"})
        for name, one in operations.items()
        for code, answer in one["responses"].items()
        if code < "300" and "ETag" in answer.get("headers", {})
    }
    project = "/api/v1/projects"
    of_projects = {
        name: headers for name, headers in named.items() if name.split(" ")[1].removesuffix("/{project_id}") == project
    }
    assert of_projects == {
        f"POST {project}": ["ETag", "Location"],
        f"GET {project}/{{project_id}}": ["ETag"],
        f"PATCH {project}/{{project_id}}": ["ETag"],
    }


def test_what_is_refused_for_a_time_says_until_when(document: Document) -> None:
    answers = document["components"]["responses"]
    headers = {name: list(one["headers"]) for name, one in answers.items() if "headers" in one}
    assert headers == {
        "ServiceUnavailable": ["Retry-After"],
        "TooManyRequests": ["Retry-After"],
        "Unauthorized": ["WWW-Authenticate"],
    }


def test_every_body_and_every_answer_has_an_example_that_holds(document: Document, operations: Operations) -> None:
    shown = [(name, content) for name, one in operations.items() for content in _contents(document, one)]
    lacking = [name for name, content in shown if "example" not in content]
    assert lacking == []
    wrong = [name for name, content in shown if not _holds(document, content)]
    assert wrong == []


def _contents(document: Document, operation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    places = [operation.get("requestBody", {}), *operation["responses"].values()]
    for place in places:
        for media_type, content in _resolved(document, place).get("content", {}).items():
            if content.get("schema") and media_type.endswith("json"):
                yield content


def _holds(document: Document, content: Mapping[str, Any]) -> bool:
    schema = {**content["schema"], "components": document["components"]}
    return jsonschema.Draft202012Validator(schema).is_valid(content["example"])


def _resolved(document: Document, value: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in value:
        return value
    found: Any = document
    for part in value["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    resolved: Mapping[str, Any] = found
    return resolved


def test_an_example_prefers_what_the_shape_shows_and_fills_the_rest_by_type() -> None:
    schema = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "examples": ["bookshop"]},
            "id": {"type": "string", "format": "uuid"},
            "size": {"type": "integer", "minimum": 7},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            "note": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
        },
    }
    assert example_of(schema, {"Part": {"type": "string", "enum": ["a", "b"]}}) == {
        "name": "bookshop",
        "id": "0199d3c0-1f2e-7000-8000-3f6b2a9c4d10",
        "size": 7,
        "parts": ["a"],
        "note": True,
    }


def test_the_shape_of_a_problem_is_what_the_service_sends(document: Document) -> None:
    assert set(Problem.model_fields) == {"type", "title", "status", "detail", "errors"}
