from dataclasses import replace

from tests.triage.test_fuse import finding

from xcodereviewer.triage.fuse import fuse
from xcodereviewer.triage.identify import identify
from xcodereviewer.triage.reimport import without_own_again

OURS = finding("complexity", "generic.maintainability.long-function", 3, kind="long-function")
AGAIN = finding("sarif:xcodereviewer", f"xcodereviewer.{OURS.rule}", 3, kind=f"xcodereviewer.{OURS.rule}")


def test_own_finding_at_the_same_place_is_dropped() -> None:
    assert without_own_again([AGAIN], [OURS]) == []


def test_own_finding_that_has_moved_is_told_by_its_fingerprint() -> None:
    (known,) = identify(fuse([OURS]))
    moved = replace(
        AGAIN, location=finding("", "", 9).location, fingerprint=known.fingerprint, rule="xcodereviewer.old.name"
    )
    assert without_own_again([moved], [OURS]) == []
    assert without_own_again([replace(moved, fingerprint="0" * 32)], [OURS]) == [replace(moved, fingerprint="0" * 32)]


def test_what_our_report_has_of_another_tool_is_dropped_when_that_tool_is_imported_too() -> None:
    bandit = finding("sarif:bandit", "bandit.B101", 3)
    again = replace(AGAIN, rule="xcodereviewer.bandit.B101")
    assert without_own_again([bandit, again], []) == [bandit]
    assert without_own_again([again], []) == [again]


def test_findings_of_other_tools_stay() -> None:
    theirs = replace(OURS, engine="sarif:tool")
    assert without_own_again([theirs], [OURS]) == [theirs]
