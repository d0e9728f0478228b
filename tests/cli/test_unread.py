"""Code in a language that no rule reads never looks reviewed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Xcr
from xcodereviewer.cli.exit import ExitCode

UNREAD = {
    "Main.kt": ("fun main(a: Array<String>) {\n    Runtime.getRuntime().exec(a[0])\n}\n", "kotlin"),
    "main.rs": ('fn main() { println!("x"); }\n', "rust"),
    "main.swift": ("import Foundation\n", "Swift"),
}


def write(*names: str) -> None:
    for name in names:
        Path(name).write_text(UNREAD[name][0])


@pytest.mark.parametrize("name", UNREAD)
@pytest.mark.parametrize("gate", [(), ("--fail-on", "low"), ("--min-score", "50")])
def test_tree_of_nothing_else_is_no_pass(xcr: Xcr, name: str, gate: tuple[str, ...]) -> None:
    write(name)
    Path("README.md").write_text("# It\n")
    ended = xcr("review", *gate)
    assert ended.code != ExitCode.PASSED
    assert "100 %" not in ended.out
    assert "100 of 100" not in ended.out
    assert f"no rule reads {UNREAD[name][1]}" in ended.out
    report = json.loads(xcr("review", *gate, "--format", "json").out)
    assert (report["score"], report["gate"]["result"] in ("passed", "unset")) == (None, False)


def test_coverage_names_it_beside_code_that_is_read(xcr: Xcr) -> None:
    write(*UNREAD)
    Path("app.py").write_text("x = 1\n")
    report = json.loads(xcr("review", "--format", "json").out)
    told = {
        file["path"]: [done["reason"] for done in file["passes"] if done["outcome"] == "unsupported"]
        for file in report["coverage"]["files"]
    }
    assert told == {"app.py": []} | {name: [f"no rule reads {language}"] for name, (_, language) in UNREAD.items()}
    assert xcr("review").code == ExitCode.PASSED
    assert xcr("review", "--min-coverage", "1").code == ExitCode.ERROR
    assert "Unsupported 3" in xcr("review", "--quiet").out
    sarif = json.loads(xcr("review", "--format", "sarif").out)
    notes = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes].count("pass-unsupported") == 3


def test_engine_that_is_chosen_alone_still_tells_it(xcr: Xcr) -> None:
    write("Main.kt")
    ended = xcr("review", "--engines", "patterns")
    assert (ended.code, "no rule reads kotlin" in ended.out) == (ExitCode.NOTHING, True)


def test_review_that_is_asked_for_secrets_only_claims_no_more(xcr: Xcr) -> None:
    write("Main.kt")
    ended = xcr("review", "--engines", "secrets")
    assert (ended.code, "no rule reads" in ended.out) == (ExitCode.PASSED, False)


def test_rule_of_the_teams_own_makes_the_language_one_that_is_read(xcr: Xcr) -> None:
    write("Main.kt")
    assert xcr("rules", "new", "kotlin.bug.my-rule").code == 0
    assert "no rule reads" not in xcr("review", "Main.kt", "--rules", "rules").out


def test_finding_in_it_fails_the_gate_all_the_same(xcr: Xcr) -> None:
    Path("Main.kt").write_text('val url = "postgres://svc:h7Kq2vTz9LmX@db.corp.internal/x"\n')
    assert xcr("review", "--fail-on", "low").code == ExitCode.FAILED
