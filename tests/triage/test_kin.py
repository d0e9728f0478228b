"""Which rules of the built-in pack see one weakness by different engines."""

import pytest
from tests.packs import PACK

from xcodereviewer.triage.kin import kin_of

KIN = kin_of(PACK)


@pytest.mark.parametrize("language", ["python", "javascript"])
def test_a_shape_and_the_data_flow_that_proves_it_are_kin_both_ways(language: str) -> None:
    shape, flow = f"{language}.security.weak-hash", f"{language}.security.broken-hash"
    assert flow in KIN[shape]
    assert shape in KIN[flow]


def test_two_data_flows_or_two_shapes_of_one_kind_are_not() -> None:
    assert "python.security.second-order-sql-injection" not in KIN["python.security.sql-injection"]
    assert "python.security.weak-hash-for-secret" not in KIN["python.security.weak-hash"]


def test_no_rule_is_kin_to_one_of_another_language() -> None:
    assert [
        (rule, other)
        for rule, others in KIN.items()
        for other in others
        if rule.partition(".")[0] != other.partition(".")[0]
    ] == []
