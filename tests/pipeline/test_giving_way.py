"""What only looks dangerous gives way to data flow that saw what reaches it, and to nothing else."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from tests.packs import PACK
from tests.pipeline.test_examine import MemoryTree

from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review

NAMES = ("unpickling", "unsafe-deserialization", "sql-built-from-strings", "sql-injection")
RULES = tuple(rule for rule in PACK if rule.id in {f"python.security.{name}" for name in NAMES})
KNOWN = "import pickle, base64\n\n\ndef load():\n    return pickle.loads(base64.b64decode('gASVAAAA'))\n"
GIVEN = "import pickle\n\n\ndef load(text):\n    return pickle.loads(text)\n"
BROKEN = f"{KNOWN}\n\ndef other(:\n"
ENDLESS = KNOWN + "\n\ndef other():\n" + "".join(f"    value = compute({n})\n" for n in range(5_000))


def found(
    *,
    engines: Collection[str] = ("patterns", "dataflow"),
    cache: ResultCache | None = None,
    jobs: int = 1,
    **texts: str,
) -> list[str]:
    tree = MemoryTree({f"{name}.py": text.encode() for name, text in texts.items()})
    request = ReviewRequest(
        tree=tree, rules=RULES, engines=tuple(engines), cache=cache, jobs=jobs, today=date(2026, 1, 1)
    )
    return [f"{one.location.path} {one.rule.rpartition('.')[2]}" for one in review(request).findings]


def test_call_is_not_reported_that_only_literals_reach() -> None:
    assert found(known=KNOWN, given=GIVEN) == ["given.py unpickling"]


def test_without_data_flow_the_shape_is_all_that_is_known() -> None:
    assert found(known=KNOWN, engines=["patterns"]) == ["known.py unpickling"]


@pytest.mark.parametrize("text", [BROKEN, ENDLESS], ids=["a part does not parse", "a budget ended"])
def test_shape_is_reported_where_data_flow_did_not_see_all(text: str) -> None:
    assert found(known=text) == ["known.py unpickling"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_answer_is_the_same_from_the_cache_and_for_any_number_of_workers(jobs: int, tmp_path: Path) -> None:
    with ResultCache(tmp_path) as cache:
        texts = {"known": KNOWN, "given": GIVEN}
        assert [found(cache=cache, jobs=jobs, **texts) for _ in range(2)] == [["given.py unpickling"]] * 2
        assert found(cache=cache, jobs=jobs, engines=["patterns"], **texts) == [
            "given.py unpickling",
            "known.py unpickling",
        ]
