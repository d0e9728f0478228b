"""An upgrade never surprises: what `--as-of` changes, and what it says about it."""

from dataclasses import replace

import pytest

from xcodereviewer.domain.finding import Finding, Witness
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.triage.as_of import InvalidVersion, UnknownVersion, Version, apply_as_of, parse_version

TEXT = Text(en="text", zh="文字")
OLD = Rule(
    id="python.security.shell",
    engine="patterns",
    languages=(Language.PYTHON,),
    category=Category.SECURITY,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    precision=Precision.HIGH,
    status=Status.STABLE,
    since="0.2.0",
    kind="cwe-78",
    title=TEXT,
    message=TEXT,
    what=TEXT,
    why=TEXT,
    how=TEXT,
)
NEW = replace(OLD, id="python.security.shell-flow", severity=Severity.HIGH, since="0.3.0")
NEWEST = replace(OLD, id="python.bug.late", since="0.3.1")
UNVERSIONED = replace(OLD, id="tool.security.imported", since="")
RULES = [OLD, NEW, NEWEST, UNVERSIONED]
FOUND = Finding(
    rule=OLD.id,
    message="A shell runs user input",
    location=Location(path="a.py", span=Span(start_line=3, start_column=1, end_line=3, end_column=9)),
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    category=Category.SECURITY,
    status=Status.STABLE,
    engine="patterns",
    kind="cwe-78",
)
BY_NEW = replace(FOUND, rule=NEW.id, severity=Severity.HIGH)
BY_NEWEST = replace(FOUND, rule=NEWEST.id)
BY_OLD_TOO = replace(
    BY_NEW,
    witnesses=(
        Witness(engine="dataflow", rule=NEW.id, confidence=Confidence.HIGH),
        Witness(engine="patterns", rule=OLD.id, confidence=Confidence.MEDIUM),
    ),
)


def preview(finding: Finding, *, since: str, as_of: str) -> Finding:
    note = f"new in {since}, reported as preview because of --as-of {as_of}"
    return replace(finding, status=Status.PREVIEW, gates=False, gate_note=note)


def test_findings_of_newer_rules_become_preview_and_are_counted_by_rule() -> None:
    imported = replace(FOUND, rule=UNVERSIONED.id)
    unknown = replace(FOUND, rule="house.security.own")
    judged, notices = apply_as_of(
        [FOUND, BY_NEW, BY_NEWEST, BY_NEWEST, imported, unknown], RULES, version="0.2", current="0.3.1"
    )
    assert judged == [
        FOUND,
        preview(BY_NEW, since="0.3", as_of="0.2"),
        preview(BY_NEWEST, since="0.3.1", as_of="0.2"),
        preview(BY_NEWEST, since="0.3.1", as_of="0.2"),
        imported,
        unknown,
    ]
    assert notices == [
        Notice(
            code="as-of",
            message="The upgrade from 0.2 to 0.3.1 brings 3 findings as preview: 2 of python.bug.late (new in 0.3.1), "
            "1 of python.security.shell-flow (new in 0.3).",
        )
    ]


def test_a_rule_of_the_named_release_itself_still_gates() -> None:
    assert apply_as_of([FOUND, BY_NEW], RULES, version="0.3", current="0.3.1") == ([FOUND, BY_NEW], [])


def test_a_finding_that_an_older_rule_saw_too_gates_with_the_older_severity() -> None:
    note = "high by a rule of 0.3, medium because of --as-of 0.2"
    assert apply_as_of([BY_OLD_TOO], RULES, version="0.2", current="0.3") == (
        [replace(BY_OLD_TOO, severity=Severity.MEDIUM, gate_note=note)],
        [
            Notice(
                code="as-of",
                message="The upgrade from 0.2 to 0.3 rates 1 finding higher than is done here.",
            )
        ],
    )


def test_an_older_rule_of_the_same_severity_leaves_the_finding_as_it_is() -> None:
    same = replace(BY_OLD_TOO, severity=Severity.MEDIUM)
    assert apply_as_of([same], RULES, version="0.2", current="0.3") == ([same], [])


def test_an_older_witness_whose_rule_is_unknown_keeps_the_finding_as_it_is() -> None:
    imported = Witness(engine="sarif", rule="tool.security.other", confidence=Confidence.HIGH)
    seen = replace(BY_NEW, witnesses=(imported,))
    assert apply_as_of([seen], RULES, version="0.2", current="0.3") == ([seen], [])


def test_the_release_is_this_one_unless_another_is_named() -> None:
    with pytest.raises(UnknownVersion, match=r"--as-of 9999\.1 is later than this release"):
        apply_as_of([], RULES, version="9999.1")


def test_a_later_version_is_refused_even_from_a_development_build() -> None:
    assert apply_as_of([], [], version="0.3", current="0.3.0.dev4") == ([], [])
    with pytest.raises(UnknownVersion) as refused:
        apply_as_of([], [], version="0.4", current="0.3.0.dev4")
    assert str(refused.value) == "--as-of 0.4 is later than this release, 0.3. Name an earlier one, or upgrade."


def test_versions_are_ordered_by_number_not_by_letter() -> None:
    assert [parse_version(text) for text in ("0.9", "0.10", "0.10.2", "1.0.0")] == [
        Version(0, 9, 0),
        Version(0, 10, 0),
        Version(0, 10, 2),
        Version(1, 0, 0),
    ]
    assert parse_version("0.9") < parse_version("0.10") < parse_version("0.10.2") < parse_version("1.0.0")


@pytest.mark.parametrize("text", ["", "1", "v0.2", "0.2.1.4", "0.2rc1", "0.-2", " 0.2", "0.2\n", "٠.٢", "9" * 5000])
def test_anything_but_two_or_three_numbers_is_no_version(text: str) -> None:
    with pytest.raises(InvalidVersion) as refused:
        parse_version(text)
    assert str(refused.value) == f"{text[:40]!r} is not a version. Write it as 0.2 or 0.2.1."
