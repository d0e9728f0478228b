"""Requests that Schemathesis makes of the API's own document, and what is wrong with their answers.

`XCR_TEST_FUZZ` says how many requests each operation gets of each kind; without it, few, and the same each time.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks
from starlette.testclient import TestClient

__all__ = ["Fuzzer"]

_GIVEN = os.environ.get("XCR_TEST_FUZZ")
_AMOUNT = int(_GIVEN or 4)
_CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
_SETTINGS = settings(
    max_examples=_AMOUNT,
    derandomize=_GIVEN is None,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # what fails is collected, not searched for its smallest form
    suppress_health_check=list(HealthCheck),
)
_LONGEST_URL = 60_000  # the client of the tests makes no longer one
_Operation = APIOperation[Any, Any, Any, Any]
_Case = Case[_Operation]


@dataclass(slots=True, kw_only=True)
class Fuzzer:
    """Sends requests to every operation, those that the document allows and those that it does not."""

    client: TestClient
    headers: Callable[[], Mapping[str, str]]  # who asks
    ids: Mapping[str, str] = field(default_factory=dict)  # what is there, by the names of path parameters
    sent: int = 0
    faults: list[str] = field(default_factory=list)

    def run(self, document: Mapping[str, Any], *, last: frozenset[str] = frozenset()) -> None:
        """Ask every operation; those of `last` end something for the others."""
        schema = schemathesis.openapi.from_dict(dict(document))
        operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
        assert len(operations) == sum(map(len, document["paths"].values()))
        for operation in sorted(operations, key=lambda one: one.label in last):
            self._ask(operation, GenerationMode.POSITIVE)
            if any(operation.iter_parameters()) or operation.body:
                self._ask(operation, GenerationMode.NEGATIVE)

    def _ask(self, operation: _Operation, mode: GenerationMode) -> None:
        headers = self.headers()

        @_SETTINGS
        @given(case=operation.as_strategy(generation_mode=mode), is_known=st.booleans())
        def ask(case: _Case, is_known: bool) -> None:
            if is_known and _is_place_right(case):
                places = case.path_parameters or {}
                case.path_parameters = {name: self.ids.get(name, value) for name, value in places.items()}
            self._send(case, headers)

        ask()

    def _send(self, case: _Case, headers: Mapping[str, str]) -> None:
        made = requests.Request(
            **case.as_transport_kwargs(base_url="http://testserver", headers=dict(headers))
        ).prepare()
        if len(str(made.url)) > _LONGEST_URL:
            return
        assert made.body is None or isinstance(made.body, str | bytes)
        raw = made.body.encode() if isinstance(made.body, str) else made.body
        sent = [(name.encode(), _bytes(value)) for name, value in made.headers.items()]
        answer = self.client.request(str(made.method), str(made.url), content=raw, headers=sent)
        self.sent += 1
        try:
            case.validate_response(answer, checks=_CHECKS)
        except FailureGroup as group:
            told = "; ".join(f"{fault.title}: {fault.message}" for fault in group.exceptions)
            asked = f"{made.url} {made.headers} {raw!r:.300} -> {answer.status_code} {answer.text:.300}"
            self.faults.append(f"{case.operation.label}: {told}\n    {asked}")


def _bytes(value: str | bytes) -> bytes:
    return value.encode("latin-1") if isinstance(value, str) else value  # what HTTP takes in a header


def _is_place_right(case: _Case) -> bool:
    """Return whether the path is one that the document allows: what is wrong there must stay wrong."""
    part = case.meta.components.get(ParameterLocation.PATH) if case.meta else None
    return part is not None and part.mode.is_positive
