from dataclasses import replace

import pytest

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.levels import Category, Severity, Status
from xcodereviewer.domain.rule import Rule
from xcodereviewer.rules.choose import choose_rules, find_rule
from xcodereviewer.rules.rule_file import parse_rule
from xcodereviewer.rules.template import rule_template

ANY = replace(parse_rule(rule_template("python.security.any"), "any.yaml")[0], status=Status.STABLE)


def rule(rule_id: str, *, status: Status = Status.STABLE) -> Rule:
    return replace(ANY, id=rule_id, category=Category(rule_id.split(".")[1]), status=status)


RULES = [
    rule("go.security.weak-hash"),
    rule("python.bug.lost-await"),
    rule("python.maintainability.long"),
    rule("python.performance.slow"),
    rule("python.security.old", status=Status.DEPRECATED),
    rule("python.security.weak-hash"),
    rule("python.style.name"),
]


def ids(**chosen: object) -> list[str]:
    return [r.id for r in choose_rules(RULES, **{"rule_set": "all", **chosen})]  # type: ignore[arg-type]  # as told


@pytest.mark.parametrize(
    ("rule_set", "expected"),
    [
        ("security", ["go.security.weak-hash", "python.security.weak-hash"]),
        ("quality", ["python.bug.lost-await", "python.maintainability.long", "python.style.name"]),
        ("performance", ["python.performance.slow"]),
    ],
)
def test_rule_set_is_made_of_categories(rule_set: str, expected: list[str]) -> None:
    assert ids(rule_set=rule_set) == expected


def test_rules_are_named_in_full_by_their_last_part_or_by_a_glob() -> None:
    assert ids(only=("weak-hash",)) == ["go.security.weak-hash", "python.security.weak-hash"]
    assert ids(only=("python.security.weak-hash",)) == ["python.security.weak-hash"]
    assert ids(only=("python.*",), disable=("*.style.*", "weak-hash")) == [
        "python.bug.lost-await",
        "python.maintainability.long",
        "python.performance.slow",
        "python.security.old",
    ]


def test_deprecated_rule_runs_only_when_it_is_named() -> None:
    assert "python.security.old" not in ids()
    assert ids(only=("python.security.old",)) == ["python.security.old"]


def test_what_is_said_of_a_rule_holds_of_the_one_that_has_replaced_it() -> None:
    old = replace(rule("python.security.md5", status=Status.DEPRECATED), replaced_by="python.security.weak-hash")
    chosen = {
        how: [(r.id, r.severity) for r in choose_rules([*RULES, old], rule_set="security", **settings)]  # type: ignore[arg-type]  # as told
        for how, settings in {
            "disable": {"disable": ("md5",)},
            "only": {"only": (old.id,), "severities": {old.id: Severity.INFO}},
        }.items()
    }
    assert chosen == {
        "disable": [("go.security.weak-hash", ANY.severity)],
        "only": [("python.security.weak-hash", Severity.INFO), (old.id, Severity.INFO)],
    }


def test_severity_is_set_by_name() -> None:
    chosen = choose_rules(RULES, rule_set="security", severities={"weak-hash": Severity.INFO})
    assert {r.severity for r in chosen} == {Severity.INFO}


@pytest.mark.parametrize("chosen", [{"only": ("weak-hsh",)}, {"disable": ("weak-hsh",)}])
def test_unknown_name_is_an_error_that_suggests_one(chosen: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"There is no rule `weak-hsh`\. Did you mean `weak-hash`\?"):
        ids(**chosen)


def test_rule_is_found_when_its_name_is_unambiguous() -> None:
    assert find_rule(RULES, "lost-await").id == "python.bug.lost-await"
    with pytest.raises(InputError, match=r"Several rules are called `weak-hash`: go\.security\.weak-hash, python"):
        find_rule(RULES, "weak-hash")
