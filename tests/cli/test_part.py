"""A folder or file below the top of a work tree as TARGET: the same finding is the same wherever it is seen from."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Git, Xcr
from xcodereviewer.cli.exit import ExitCode

COMMAND = "python.security.command-through-shell"
DEFAULT = "python.bug.mutable-default-argument"
LATER = "\n\ndef later(found={}):\n    return found\n"
BASELINE = ".xcr-baseline.json"


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules are enough."""
    monkeypatch.setenv("XCR_ONLY", f"{COMMAND},{DEFAULT}")


@pytest.fixture
def project(xcr: Xcr, git: Git) -> Path:
    """A committed work tree with a vulnerable file in each of two folders, which one is in."""
    git("init")
    for name in ("src/a.py", "src/gen/g.py", "lib/b.py"):
        write(name, VULNERABLE.replace("remove", name.replace("/", "_").removesuffix(".py")))
    git("add", "-A")
    git("commit", "-m", "one")
    return Path.cwd()


def write(name: str, text: str = VULNERABLE) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)


def findings(xcr: Xcr, *arguments: str) -> dict[str, str]:
    """The path of each finding by its id."""
    report = json.loads(xcr("review", *arguments, "--format", "json").out)
    return {finding["fingerprint"]: finding["location"]["path"] for finding in report["findings"]}


def paths(xcr: Xcr, *arguments: str) -> list[str]:
    return sorted(set(findings(xcr, *arguments).values()))


def test_finding_is_the_same_wherever_it_is_seen_from(xcr: Xcr, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = findings(xcr, ".")
    below = {one: path for one, path in whole.items() if path.startswith("src/")}
    assert len(below) == 4
    assert findings(xcr, "src") == findings(xcr, str(project / "src")) == below
    assert findings(xcr, "src/a.py") == {one: path for one, path in whole.items() if path == "src/a.py"}
    monkeypatch.chdir("src")
    assert findings(xcr) == findings(xcr, ".") == below
    assert findings(xcr, "..") == whole


@pytest.mark.parametrize("change", [("--diff", "HEAD"), ("--staged",), ("--patch", "../p.diff")])
def test_finding_of_a_change_is_the_same_wherever_it_is_seen_from(
    xcr: Xcr, project: Path, git: Git, change: tuple[str, ...]
) -> None:
    for name in ("src/a.py", "lib/b.py"):
        write(name, Path(name).read_text() + LATER)
    git("add", "-A")
    Path("../p.diff").write_text(git("diff", "--cached") + "\n")
    whole = findings(xcr, ".", *change)
    mine = {one: path for one, path in whole.items() if path == "src/a.py"}
    assert sorted(whole.values()) == ["lib/b.py", "src/a.py"]
    assert findings(xcr, "src", *change) == findings(xcr, "src/a.py", *change) == mine
    assert xcr("review", "src/gen", *change).code == ExitCode.PASSED


def test_sarif_names_files_from_the_top(xcr: Xcr, project: Path) -> None:
    log = json.loads(xcr("review", "src/gen", "--format", "sarif").out)
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert uris == {"src/gen/g.py"}


def test_globs_of_the_tops_configuration_count_from_the_top(xcr: Xcr, project: Path) -> None:
    write(".xcr.toml", 'exclude = ["src/gen/**"]\n')
    assert paths(xcr, "src") == ["src/a.py"]


@pytest.mark.parametrize("glob", ["src/gen/**", "src/gen", "src/", "gen/", "src/*"])
@pytest.mark.parametrize("change", [(), ("--diff", "HEAD")])
def test_what_is_named_is_reviewed_although_it_is_excluded(
    xcr: Xcr, project: Path, git: Git, glob: str, change: tuple[str, ...]
) -> None:
    write(".xcr.toml", f'exclude = ["{glob}", "left.py"]\n')
    git("add", ".")
    git("commit", "-m", "two")
    write("src/gen/g.py", VULNERABLE + LATER)
    write("src/gen/left.py")
    assert paths(xcr, "src/gen", *change) == paths(xcr, "src/gen/g.py", *change) == ["src/gen/g.py"]


def test_globs_of_an_inner_configuration_count_from_its_own_folder(xcr: Xcr, project: Path) -> None:
    write("src/.xcr.toml", 'exclude = ["gen/**"]\n')
    assert paths(xcr, "src") == ["src/a.py"]
    write("src/.xcr.toml", 'include = ["{a,b}.py"]\n')
    assert paths(xcr, "src") == ["src/a.py"]


def test_globs_of_the_command_line_count_from_where_one_is(
    xcr: Xcr, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths(xcr, "src", "--exclude", "src/gen/**") == ["src/a.py"]
    monkeypatch.chdir("src")
    assert paths(xcr, ".", "--exclude", "gen/**") == ["src/a.py"]
    assert paths(xcr, "..", "--include", "a.py", "--include", "gen/**") == ["src/a.py", "src/gen/g.py"]


def test_workflow_is_one_wherever_it_is_seen_from(xcr: Xcr, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(".github/workflows/ci.yml", "on: push\n")
    monkeypatch.delenv("XCR_ONLY")
    for target in (".", ".github/workflows", ".github/workflows/ci.yml"):
        report = json.loads(xcr("review", target, "--format", "json").out)
        languages = {file["path"]: file["language"] for file in report["coverage"]["files"]}
        assert languages[".github/workflows/ci.yml"] == "github-actions"


def test_baseline_of_the_top_holds_below_it(xcr: Xcr, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xcr("baseline", "create")
    write("src/a.py", Path("src/a.py").read_text() + LATER)
    for target in ("src", "src/a.py"):
        ended = xcr("review", target, "--baseline", BASELINE, "--fail-on", "low", "--quiet")
        assert (ended.code, ended.rules) == (ExitCode.FAILED, [DEFAULT])
        report = json.loads(xcr("review", target, "--baseline", BASELINE, "--format", "json").out)
        assert "absent" not in {finding["baseline"] for finding in report["findings"]}
    monkeypatch.chdir("src")
    assert xcr("baseline", "show").out.count("lib/b.py") == 2


def test_known_finding_of_elsewhere_is_not_taken_for_a_copy_of_it(xcr: Xcr, project: Path) -> None:
    xcr("baseline", "create")
    write("src/copy.py", Path("lib/b.py").read_text())
    for target in (".", "src"):
        report = json.loads(xcr("review", target, "--baseline", BASELINE, "--format", "json").out)
        states = {finding["baseline"] for finding in report["findings"] if finding["location"]["path"] == "src/copy.py"}
        assert states == {"new"}, target


def test_baseline_keeps_what_is_elsewhere(xcr: Xcr, project: Path) -> None:
    xcr("baseline", "create")
    known = json.loads(Path(BASELINE).read_text())["entries"]
    write("src/a.py", "fine = 1\n")
    left = [entry for entry in known if entry["path"] != "src/a.py"]
    assert xcr("baseline", "prune", "src", "--dry-run").out.count("\n") == 2
    for command in ("prune", "update"):
        xcr("baseline", command, "src")
        assert json.loads(Path(BASELINE).read_text())["entries"] == left
    xcr("baseline", "update", "lib/b.py")
    assert json.loads(Path(BASELINE).read_text())["entries"] == left


@pytest.mark.parametrize("target", ["src", "src/moved.py"])
def test_baseline_commit_knows_what_moved_here(xcr: Xcr, project: Path, git: Git, target: str) -> None:
    git("mv", "lib/b.py", "src/moved.py")
    ended = xcr("review", target, "--baseline-commit", "HEAD", "--fail-on", "low", "--quiet")
    assert (ended.code, ended.rules) == (ExitCode.PASSED, [])
    write("src/moved.py", Path("src/moved.py").read_text() + LATER)
    ended = xcr("review", target, "--baseline-commit", "HEAD", "--fail-on", "low", "--quiet")
    assert (ended.code, ended.rules) == (ExitCode.FAILED, [DEFAULT])


def test_change_cannot_leave_itself_out(xcr: Xcr, project: Path, git: Git) -> None:
    write("src/a.py", "# @generated, do not edit\n" + Path("src/a.py").read_text() + LATER)
    write(".xcrignore", "new.py\n")
    write("src/new.py")
    git("add", "-A")
    Path("../p.diff").write_text(git("diff", "--cached") + "\n")
    for change in (("--diff", "HEAD"), ("--staged",), ("--patch", "../p.diff"), ("--baseline-commit", "HEAD")):
        report = json.loads(xcr("review", ".", *change, "--format", "json", "--fail-on", "low").out)
        new = {
            finding["location"]["path"]
            for finding in report["findings"]
            if finding["fingerprint"] in report["gate"]["failing"]
        }
        assert new == {"src/a.py", "src/new.py"}, change
        told = [notice["message"] for notice in report["notices"] if notice["code"] == "self-exclusion"]
        why = {"src/a.py": "generated: a comment at its top says so", "src/new.py": "ignored by .xcrignore"}
        assert told == [
            f"The change under review would leave out {path} ({reason}); that does not count."
            for path, reason in why.items()
        ]
    assert paths(xcr, ".") == ["lib/b.py", "src/gen/g.py"]  # without a change it does


def test_several_targets_are_reviewed_together(xcr: Xcr, git: Git) -> None:
    git("init")
    write("src/app.py", VULNERABLE)
    write("src/b.py", VULNERABLE)
    write("lib/c.py", VULNERABLE)
    write("d.py", VULNERABLE)
    assert xcr("baseline", "create").code == 0
    report = json.loads(xcr("review", "src/app.py", "lib", "--format", "json", "--baseline", ".xcr-baseline.json").out)
    assert {found["location"]["path"] for found in report["findings"]} == {"src/app.py", "lib/c.py"}
    assert {found["baseline"] for found in report["findings"]} == {"unchanged"}  # and none that is gone
    git("add", "src/b.py", "d.py")
    staged = json.loads(xcr("review", "--staged", "d.py", "lib", "--format", "json").out)
    assert {found["location"]["path"] for found in staged["findings"]} == {"d.py"}


@pytest.mark.parametrize("rule", [".gitignore", ".xcrignore", "exclude"])
def test_a_file_that_is_named_is_reviewed_although_it_is_left_out_unless_that_is_forced(
    xcr: Xcr, project: Path, rule: str
) -> None:
    write("own/left.py")
    write("own/seen.py")
    if rule == "exclude":
        write(".xcr.toml", 'exclude = ["left.py"]\n')
    else:
        write(rule, "left.py\n")
    assert paths(xcr, "own") == ["own/seen.py"]
    assert paths(xcr, "own/left.py") == ["own/left.py"]
    assert paths(xcr, "own/left.py", "own/seen.py") == ["own/left.py", "own/seen.py"]
    assert paths(xcr, "own/left.py", "lib", "--baseline-commit", "HEAD") == ["lib/b.py", "own/left.py"]
    assert paths(xcr, "own/left.py", "own/seen.py", "--force-exclude") == ["own/seen.py"]
    alone = xcr("review", "own/left.py", "--force-exclude")
    assert alone.code == ExitCode.NOTHING
    assert "own/left.py" in alone.out


def test_a_folder_that_is_named_beside_others_is_reviewed_although_it_is_left_out(xcr: Xcr, project: Path) -> None:
    write(".gitignore", "made/\n")
    write("made/app.py")
    write("made/node_modules/other.py")
    assert paths(xcr, "made", "lib") == ["lib/b.py", "made/app.py"]
    assert paths(xcr, "made/app.py", "lib", "--force-exclude") == ["lib/b.py"]
    assert "made/" in xcr("review", "made/app.py", "lib", "--force-exclude").out


def test_several_targets_outside_of_a_work_tree_are_in_their_common_folder(xcr: Xcr) -> None:
    write("a/x.py", VULNERABLE)
    write("b/y.py", VULNERABLE)
    report = json.loads(xcr("review", "a/x.py", "b/y.py", "--format", "json").out)
    assert {found["location"]["path"] for found in report["findings"]} == {"a/x.py", "b/y.py"}


def test_targets_of_two_work_trees_are_refused_and_a_missing_one_is_named(xcr: Xcr, git: Git) -> None:
    write("one/a.py", VULNERABLE)
    write("two/b.py", VULNERABLE)
    git("init", "one")
    git("init", "two")
    assert "are not in one work tree" in xcr("review", "one", "two").err
    assert "no file or folder 'three'" in xcr("review", "one", "three").err


def test_change_cannot_hide_code_where_none_is_looked_for(xcr: Xcr, project: Path, git: Git) -> None:
    Path("vendor").mkdir()
    git("mv", "lib/b.py", "vendor/b.py")
    write("vendor/b.py", Path("vendor/b.py").read_text() + LATER)
    write("long.py", f"# {'z' * 120_000}\n{VULNERABLE}")
    git("add", "-A")
    Path("../p.diff").write_text(git("diff", "--cached") + "\n")
    for change in (("--diff", "HEAD"), ("--staged",), ("--patch", "../p.diff"), ("--baseline-commit", "HEAD")):
        report = json.loads(xcr("review", ".", *change, "--format", "json", "--fail-on", "low").out)
        new = {f["location"]["path"] for f in report["findings"] if f["fingerprint"] in report["gate"]["failing"]}
        assert new == {"vendor/b.py", "long.py"}, change
        told = [notice["message"] for notice in report["notices"] if notice["code"] == "self-exclusion"]
        assert len(told) == 2, change


def test_cache_tells_a_self_excluded_file_from_a_generated_one(xcr: Xcr, project: Path) -> None:
    write("src/a.py", "# @generated\n" + VULNERABLE)
    for _ in range(2):
        assert paths(xcr, "src/a.py") == []
        assert paths(xcr, "src/a.py", "--diff", "HEAD", "--context", "all") == ["src/a.py"]
        assert paths(xcr, "src", "--baseline-commit", "HEAD") == ["src/a.py", "src/gen/g.py"]


def test_revision_of_a_folder_is_reviewed(xcr: Xcr, project: Path, git: Git) -> None:
    whole = findings(xcr, ".")
    write("src/a.py", "fine = 1\n")
    git("commit", "-am", "two")
    assert paths(xcr, ".") == ["lib/b.py", "src/gen/g.py"]
    assert findings(xcr, ".", "--revision", "HEAD~1") == whole
    assert paths(xcr, "src/a.py", "--revision", "HEAD~1") == ["src/a.py"]
    ended = xcr("review", "src", "--revision", "nothing")
    assert (ended.code, ended.err.partition(".")[0]) == (
        ExitCode.ERROR,
        "xcr: There is no commit 'nothing' in this repository",
    )


@pytest.mark.parametrize("more", [("--diff", "HEAD"), ("--staged",), ("--baseline-commit", "HEAD")])
def test_revision_and_a_change_are_refused(xcr: Xcr, project: Path, more: tuple[str, ...]) -> None:
    ended = xcr("review", ".", "--revision", "HEAD", *more)
    assert (ended.code, "Use one of them" in ended.err) == (ExitCode.ERROR, True)


def test_bare_repository_is_reviewed_at_its_head(xcr: Xcr, project: Path, git: Git) -> None:
    git("clone", "--bare", ".", "../bare.git")
    assert findings(xcr, "../bare.git") == findings(xcr, ".")
    assert paths(xcr, "../bare.git", "--revision", "main") == ["lib/b.py", "src/a.py", "src/gen/g.py"]
    for change in (("--diff", "HEAD"), ("--staged",), ("--baseline-commit", "HEAD")):
        ended = xcr("review", "../bare.git", *change)
        assert (ended.code, "has no work tree" in ended.err) == (ExitCode.ERROR, True), ended.err


@pytest.mark.parametrize("name", ["x.zip", "x.tar.gz", "X.TGZ"])
def test_file_that_is_called_an_archive_and_is_none_is_an_error(xcr: Xcr, name: str) -> None:
    write(name, "garbage")
    ended = xcr("review", name)
    assert (ended.code, ended.err) == (
        ExitCode.ERROR,
        f"xcr: {name!r} is no archive that can be read. Give a zip, tar, tar.gz, tar.bz2 or tar.xz.\n",
    )


def test_unchanged_folder_below_the_top_is_answered_with_what_was_printed(project: Path, tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "real = time.time_ns\n"
        "time.time_ns = lambda: real() + 10_000_000_000\n"  # what has just been written counts as settled
        "from xcodereviewer.cli.main import main\n"
        "sys.argv = ['xcr', 'review', 'src/gen', '--quiet']\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    sys.stderr.write('replayed' if 'click' not in sys.modules else 'reviewed')\n"
    )

    def call() -> tuple[str, str]:
        ended = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=os.environ
        )
        return ended.stderr, ended.stdout

    first, second = call(), call()
    assert (first[0], second[0]) == ("reviewed", "replayed")
    assert first[1] == second[1] != ""
    for name in (".xcrignore", ".xcr.toml", "src/.semgrepignore"):
        write(name, "")
        assert [call()[0] for _ in range(2)] == ["reviewed", "replayed"], name
    write("lib/b.py", "")
    assert call()[0] == "replayed"
    (project / ".git").rename(tmp_path / "away")
    assert call()[0] == "reviewed"
