"""A change that takes its own configuration away, puts another in its place, or weakens the team's rules."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Git, Xcr
from xcodereviewer.cli.exit import ExitCode

COMMAND = "python.security.command-through-shell"
STRICT = 'fail-on = "medium"\n'
CHANGES = (("--diff", "HEAD"), ("--staged",), ("--patch", "../p.diff"), ("--baseline-commit", "HEAD"))


@pytest.fixture(autouse=True)
def repository(xcr: Xcr, git: Git) -> None:
    git("init")


def commit(git: Git, **files: str) -> None:
    for name, text in files.items():
        write(name, text)
    git("add", "-A")
    git("commit", "-m", "one")


def write(name: str, text: str = VULNERABLE) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)


def outcome(xcr: Xcr, git: Git, target: str, change: tuple[str, ...], *more: str) -> tuple[int, list[str]]:
    """How the review of all that is not committed ends, and the codes of what it says of the change itself."""
    git("add", "-A")
    Path("../p.diff").write_text(git("diff", "--cached") + "\n")
    ended = xcr("review", target, *change, *more, "--format", "json")
    assert ended.out, ended.err
    notices = json.loads(ended.out)["notices"]
    return ended.code, [notice["code"] for notice in notices if notice["code"].startswith("self-")]


every_change = pytest.mark.parametrize("change", CHANGES)
HELD = (ExitCode.FAILED, ["self-configuration"])


@every_change
@pytest.mark.parametrize("name", [".xcr.toml", "pyproject.toml"])
def test_configuration_that_the_change_deletes_holds(xcr: Xcr, git: Git, change: tuple[str, ...], name: str) -> None:
    commit(git, **{name: STRICT if name == ".xcr.toml" else f"[tool.xcr]\n{STRICT}"})
    git("rm", name)
    write("app.py")
    assert outcome(xcr, git, ".", change) == HELD


@every_change
def test_table_that_the_change_takes_out_of_pyproject_holds(xcr: Xcr, git: Git, change: tuple[str, ...]) -> None:
    commit(git, **{"pyproject.toml": f"[tool.xcr]\n{STRICT}[tool.other]\n"})
    write("pyproject.toml", "[tool.other]\n")
    write("app.py")
    assert outcome(xcr, git, ".", change) == HELD


@every_change
def test_stronger_file_that_the_change_adds_does_not_count(xcr: Xcr, git: Git, change: tuple[str, ...]) -> None:
    commit(git, **{"pyproject.toml": f"[tool.xcr]\n{STRICT}"})
    write(".xcr.toml", "# nothing\n")
    write("app.py")
    assert outcome(xcr, git, ".", change) == HELD


@every_change
def test_nearer_file_that_the_change_adds_does_not_count(xcr: Xcr, git: Git, change: tuple[str, ...]) -> None:
    commit(git, **{".xcr.toml": STRICT, "src/a.py": "fine = 1\n"})
    write("src/.xcr.toml", "# nothing\n")
    write("src/app.py")
    assert outcome(xcr, git, "src", change) == HELD


@every_change
@pytest.mark.parametrize("way", ["option", "variable"])
def test_named_file_of_the_repository_is_read_from_the_base(
    xcr: Xcr, git: Git, monkeypatch: pytest.MonkeyPatch, change: tuple[str, ...], way: str
) -> None:
    commit(git, **{"ci/strict.toml": STRICT})
    write("ci/strict.toml", "# nothing\n")
    write("app.py")
    if way == "variable":
        monkeypatch.setenv("XCR_CONFIG", "ci/strict.toml")
    named = ("--config", "ci/strict.toml") if way == "option" else ()
    assert outcome(xcr, git, ".", change, *named) == HELD
    git("rm", "-f", "ci/strict.toml")
    assert outcome(xcr, git, ".", change, *named) == HELD


def test_named_file_that_the_base_does_not_know_is_read_as_it_is(xcr: Xcr, git: Git) -> None:
    commit(git, **{"a.py": "fine = 1\n"})
    write("strict.toml", STRICT)
    write("app.py")
    assert outcome(xcr, git, ".", ("--staged",), "--config", "strict.toml") == (ExitCode.FAILED, [])


def test_configuration_that_is_left_alone_is_not_spoken_of(xcr: Xcr, git: Git) -> None:
    commit(git, **{".xcr.toml": STRICT, "pyproject.toml": "[tool.xcr]\n"})
    write("pyproject.toml", "[tool.other]\n")
    write("app.py")
    assert outcome(xcr, git, ".", ("--staged",)) == (ExitCode.FAILED, [])


RULE = """\
id: python.security.delete-called
engine: patterns
languages: [python]
severity: high
confidence: high
precision: high
since: 0.1.0
cwe: [78]
title: {en: A call that deletes, zh: 删除调用}
message: {en: This deletes., zh: 这会删除。}
what: {en: It deletes., zh: 它会删除。}
why: {en: It is gone., zh: 它没了。}
how: {en: Keep it., zh: 保留它。}
examples: [{bad: delete(x), good: keep(x)}]
match: {rule: {pattern: delete($X)}, requires: [delete]}
"""
TEAM = {
    ".xcr.toml": 'fail-on = "high"\nrules = ["rules"]\n',
    "rules/python/security/delete-called.yaml": RULE,
    "a.py": "fine = 1\n",
}


@every_change
@pytest.mark.parametrize("way", ["weaker", "broken", "silent", "deleted", "linked"])
def test_rules_of_the_base_hold_when_the_change_weakens_them(
    xcr: Xcr, git: Git, change: tuple[str, ...], way: str
) -> None:
    commit(git, **TEAM)
    texts = {
        "weaker": RULE.replace("severity: high", "severity: info"),
        "broken": RULE.replace("engine:", "engines:"),
        "silent": RULE.replace("delete($X)", "never($X)"),
    }
    if way in texts:
        write("rules/python/security/delete-called.yaml", texts[way])
    else:
        git("rm", "-r", "rules")
    if way == "linked":
        write("easy/python/security/delete-called.yaml", texts["weaker"])
        Path("rules").symlink_to("easy")
    write("a.py", "delete(everything)\n")
    assert outcome(xcr, git, ".", change) == (ExitCode.FAILED, ["self-rules"])
    assert outcome(xcr, git, ".", change, "--no-config", "--rules", "rules", "--fail-on", "high") == (
        ExitCode.FAILED,
        ["self-rules"],
    )


@every_change
def test_mended_reason_of_a_suppression_does_not_revoke_it(xcr: Xcr, git: Git, change: tuple[str, ...]) -> None:
    silenced = VULNERABLE.replace("name)\n\n", "name)  # xcr: ignore[command-through-shell] REASON\n\n")
    commit(git, **{"a.py": silenced.replace("REASON", "ok")})
    write("a.py", silenced.replace("REASON", "still ok, see the handbook"))
    only = ("--only", COMMAND, "--fail-on", "low")
    assert outcome(xcr, git, ".", change, *only) == (ExitCode.PASSED, [])
    write("a.py", silenced.replace("REASON", "ok").replace("rm ", "rm -r "))
    assert outcome(xcr, git, ".", change, *only) == (ExitCode.FAILED, ["self-suppression"])


def test_rule_that_the_change_adds_is_run_beside_those_of_the_base(xcr: Xcr, git: Git) -> None:
    commit(git, **TEAM)
    write("rules/python/security/remove-called.yaml", RULE.replace("delete", "remove"))
    write("a.py", "remove(everything)\n")
    assert outcome(xcr, git, ".", ("--staged",)) == (ExitCode.FAILED, [])


def test_rules_that_the_base_does_not_know_are_read_as_they_are(xcr: Xcr, git: Git) -> None:
    commit(git, **{"a.py": "fine = 1\n"})
    write("rules/python/security/delete-called.yaml", RULE)
    write("a.py", "delete(everything)\n")
    assert outcome(xcr, git, ".", ("--staged",), "--rules", "rules", "--fail-on", "high") == (ExitCode.FAILED, [])
