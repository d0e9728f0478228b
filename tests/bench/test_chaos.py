"""The short form of `make chaos`: the same kills, in the middle of reviews of a smaller project."""

import pytest
from bench.chaos import chaos, own_source, site


@pytest.mark.timeout(300)
def test_what_is_killed_in_the_middle_of_a_review_leaves_no_trace_in_its_findings() -> None:
    with site() as made:
        archive = own_source(made.folder / "code.zip", "core", "triage")
        rounds = list(chaos(made, archive, rounds=2, seed=6))
    assert [(one.killed, one.faults) for one in rounds] == [("worker", ()), ("postgresql, crashed", ())]
