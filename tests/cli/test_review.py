import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Git, Xcr
from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.cli.review import command as review_command
from xcodereviewer.core.settings import setting_descriptions

COMMAND = "python.security.command-through-shell"
DEFAULT = "python.bug.mutable-default-argument"


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules are enough for the road, and independent of what the pack comes to hold."""
    monkeypatch.setenv("XCR_ONLY", f"{COMMAND},{DEFAULT}")


def write(name: str = "app.py", text: str = VULNERABLE) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)


def test_findings_are_printed_and_without_a_gate_the_review_passes(xcr: Xcr) -> None:
    write()
    ended = xcr("review")
    assert ended.code == ExitCode.PASSED
    assert "app.py:6:5" in ended.out
    assert "2 findings · 1 high · 1 medium" in ended.out


def test_quiet_is_one_line_for_each_finding(xcr: Xcr) -> None:
    write()
    assert xcr("review", "--quiet").rules == [COMMAND, DEFAULT]


@pytest.mark.parametrize(("severity", "code"), [("critical", 0), ("high", 1), ("low", 1)])
def test_gate_fails_on_a_finding_at_or_above_its_severity(xcr: Xcr, severity: str, code: int) -> None:
    write()
    assert xcr("review", "--fail-on", severity).code == code


def test_tree_without_anything_to_review_ends_with_its_own_code(xcr: Xcr) -> None:
    assert xcr("review").code == ExitCode.NOTHING


def test_missing_path_is_one_clear_line(xcr: Xcr) -> None:
    ended = xcr("review", "nowhere")
    assert (ended.code, ended.out, ended.err.count("\n")) == (ExitCode.ERROR, "", 1)
    assert "nowhere" in ended.err


def test_second_review_takes_everything_from_the_cache(xcr: Xcr) -> None:
    write()
    first = json.loads(xcr("review", "--format", "json").out)
    second = json.loads(xcr("review", "--format", "json").out)
    outcomes = [{p["outcome"] for f in r["coverage"]["files"] for p in f["passes"]} for r in (first, second)]
    assert outcomes == [{"done"}, {"cached"}]
    assert first["findings"] == second["findings"]


def test_changed_file_is_looked_at_again(xcr: Xcr) -> None:
    write()
    xcr("review")
    write(text="def f(x=[]):\n    pass\n")
    assert xcr("review", "--quiet").rules == [DEFAULT]


def test_without_a_cache_nothing_is_kept(xcr: Xcr, own_cache: Path) -> None:
    write()
    shutil.rmtree(own_cache)
    xcr("review", "--no-cache")
    assert not own_cache.exists()


def test_several_reports_are_written_at_once(xcr: Xcr) -> None:
    write()
    ended = xcr("review", "-o", "sarif=a.sarif", "-o", "json=a.json", "-o", "html=a.html", "-o", "csv=-")
    assert ended.out.startswith("rule,")
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert [f["rule"] for f in json.loads(Path("a.json").read_text())["findings"]] == [COMMAND, DEFAULT]
    assert Path("a.html").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize("output", ["yaml=x", "json", "json="])
def test_output_that_is_no_format_and_file_is_refused(xcr: Xcr, output: str) -> None:
    write()
    ended = xcr("review", "-o", output)
    assert ended.code == ExitCode.ERROR
    assert "is not FORMAT=FILE" in ended.err


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("json=no/such/folder.json", "there is no folder no/such"),
        ("json=app", "it is a folder"),
        ("json=app.py/x.json", "there is no folder app.py"),
    ],
)
def test_report_without_a_place_is_told_before_the_review(xcr: Xcr, output: str, told: str) -> None:
    write()
    Path("app").mkdir()
    ended = xcr("review", "-o", output, "-o", "csv=a.csv")
    assert (ended.code, ended.out) == (ExitCode.ERROR, "")
    assert told in ended.err
    assert not Path("a.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "json", "-o", "csv=-"), "csv and json, are for standard output"),
        (("-o", "json=-", "-o", "sarif=-"), "json and sarif, are for standard output"),
        (("-o", "json=a", "-o", "sarif=a"), "json and sarif, are for a."),
    ],
)
def test_two_reports_for_one_place_are_refused(xcr: Xcr, arguments: tuple[str, ...], told: str) -> None:
    write()
    ended = xcr("review", *arguments)
    assert (ended.code, ended.out) == (ExitCode.ERROR, "")
    assert told in ended.err


def test_report_that_cannot_be_written_fails_and_the_others_are_there(
    xcr: Xcr, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "a.json":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    ended = xcr("review", "-o", "json=a.json", "-o", "csv=a.csv")
    assert ended.code == ExitCode.ERROR
    assert "a.json could not be written: No space left on device" in ended.err
    assert Path("a.csv").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_told(xcr: Xcr) -> None:
    write()
    ended = xcr("review", "-o", "json=/dev/full")
    assert ended.code == ExitCode.ERROR
    assert "No space left on device" in ended.err


def test_snippet_on_standard_input_is_reviewed() -> None:
    command = [sys.executable, "-m", "xcodereviewer", "review", "-", "--language", "python", "--quiet", "--no-cache"]
    ended = subprocess.run(command, input="def f(x=[]): pass\n", capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert DEFAULT in ended.stdout


def test_configuration_file_is_read_and_the_command_line_wins(xcr: Xcr) -> None:
    write()
    write(".xcr.toml", 'fail-on = "medium"\n')
    assert xcr("review").code == ExitCode.FAILED
    assert xcr("review", "--fail-on", "critical").code == ExitCode.PASSED
    assert xcr("review", "--no-config").code == ExitCode.PASSED


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--honour", "nosecc"), "nosecc is none of NOSONAR, allowlist, noqa, nosec, nosemgrep. Did you mean nosec?"),
        (("--fail-on", "hihg"), "hihg is none of critical, high, medium, low, info. Did you mean high?"),
        (("--min-coverage", "90"), "90 is more than the whole; write 0.9 or 90%."),
        (("--severities", "a.b=hgh"), "did you mean `high`?"),
    ],
)
def test_wrong_word_is_an_error_with_what_was_meant(xcr: Xcr, arguments: tuple[str, ...], told: str) -> None:
    ended = xcr("review", *arguments)
    assert (ended.code, told in ended.err) == (ExitCode.ERROR, True), ended.err


def test_every_setting_is_an_option(xcr: Xcr) -> None:
    options = {option.lstrip("-") for parameter in review_command.params for option in parameter.opts}
    assert [key for key in setting_descriptions() if key not in options] == []
    write()
    ended = xcr("review", "--severities", f"{DEFAULT}=critical", "--severities", f"{COMMAND}=info", "--quiet")
    assert [line.split(": ")[1] for line in ended.out.splitlines()[:2]] == ["info", "critical"]


def test_unknown_setting_is_an_error_with_a_suggestion(xcr: Xcr) -> None:
    write()
    write(".xcr.toml", 'fail-no = "medium"\n')
    ended = xcr("review")
    assert (ended.code, ended.err) == (
        ExitCode.ERROR,
        "xcr: .xcr.toml: there is no setting `fail-no`; did you mean `fail-on`?\n",
    )


def test_unknown_engine_is_an_error_that_names_the_known_ones(xcr: Xcr) -> None:
    write()
    ended = xcr("review", "--engines", "patterns", "--engines", "nonesuch")
    assert ended.code == ExitCode.ERROR
    assert ended.err.startswith("xcr: There is no engine `nonesuch`. Installed are: complexity, ")


def test_unreadable_file_is_a_gap_and_the_rest_is_reviewed(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    write("locked.py")
    if os.geteuid() == 0:  # root reads everything: a file that vanishes after the walk cannot be read either
        real = os.open
        monkeypatch.setattr(
            os, "open", lambda path, *rest, **more: real("gone" if path == "locked.py" else path, *rest, **more)
        )
    else:
        Path("locked.py").chmod(0)
    ended = xcr("review", "--quiet", "--no-cache")
    assert (ended.code, ended.rules) == (ExitCode.ERROR, [COMMAND, DEFAULT])


def test_diff_reports_only_what_is_on_changed_lines(xcr: Xcr, git: Git) -> None:
    write()
    git("init")
    git("add", "-A")
    git("commit", "-m", "one")
    write(text=VULNERABLE + "\n\ndef later(found={}):\n    return found\n")
    assert xcr("review", "--diff", "HEAD", "--quiet").rules == [DEFAULT]
    assert xcr("review", "--diff", "HEAD", "--quiet", "--context", "all").rules == [COMMAND, DEFAULT, DEFAULT]


def test_staged_content_is_reviewed_and_not_the_working_tree(xcr: Xcr, git: Git) -> None:
    git("init")
    write(text="def f(x=[]):\n    return x\n")
    git("add", "-A")
    write(text="fine = 1\n")
    assert xcr("review", "--staged", "--quiet").rules == [DEFAULT]


def test_change_that_relaxes_its_own_configuration_is_judged_by_its_base(xcr: Xcr, git: Git) -> None:
    git("init")
    write(".xcr.toml", 'fail-on = "medium"\n')
    git("add", "-A")
    git("commit", "-m", "one")
    write(".xcr.toml", 'fail-on = "critical"\n')
    write()
    ended = xcr("review", "--diff", "HEAD")
    assert ended.code == ExitCode.FAILED
    assert "alters its own configuration" in ended.out


def test_suppression_that_the_change_adds_does_not_count(xcr: Xcr, git: Git) -> None:
    git("init")
    write(text="fine = 1\n")
    git("add", "-A")
    git("commit", "-m", "one")
    write(text="fine = 1\n\n\ndef f(x=[]):  # xcr: ignore[mutable-default-argument] on purpose\n    return x\n")
    assert xcr("review", "--fail-on", "medium").code == ExitCode.PASSED
    assert xcr("review", "--diff", "HEAD", "--fail-on", "medium").code == ExitCode.FAILED


def test_baseline_commit_lets_only_new_findings_count(xcr: Xcr, git: Git) -> None:
    git("init")
    write()
    git("add", "-A")
    git("commit", "-m", "one")
    git("mv", "app.py", "moved.py")
    assert xcr("review", "--baseline-commit", "HEAD", "--fail-on", "low").code == ExitCode.PASSED
    write("other.py", "def f(x=[]):\n    return x\n")
    ended = xcr("review", "--baseline-commit", "HEAD", "--fail-on", "low", "--quiet")
    assert (ended.code, ended.rules) == (ExitCode.FAILED, [DEFAULT])


@pytest.mark.parametrize(
    "arguments",
    [("--diff", "HEAD", "--staged"), ("--staged", "--patch", "-"), ("-", "--staged")],
)
def test_contradicting_sources_are_refused(xcr: Xcr, arguments: tuple[str, ...]) -> None:
    ended = xcr("review", *arguments)
    assert ended.code == ExitCode.ERROR
    assert "Use one of them" in ended.err


def test_report_has_the_permissions_that_the_user_asks_for(xcr: Xcr) -> None:
    write()
    before = os.umask(0o027)
    try:
        xcr("review", "-o", "json=a.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path("a.json").stat().st_mode) == 0o640


def test_suppression_and_setting_added_since_the_baseline_commit_do_not_count(xcr: Xcr, git: Git) -> None:
    git("init")
    write(text="fine = 1\n")
    write(".xcr.toml", 'fail-on = "medium"\n')
    git("add", "-A")
    git("commit", "-m", "one")
    write(text="fine = 1\n\n\ndef f(x=[]):  # xcr: ignore[mutable-default-argument] on purpose\n    return x\n")
    write(".xcr.toml", 'fail-on = "critical"\n')
    ended = xcr("review", "--baseline-commit", "HEAD")
    assert ended.code == ExitCode.FAILED
    assert "alters its own configuration" in ended.out


def test_empty_target_is_told(xcr: Xcr) -> None:
    write()
    told = "xcr: TARGET is an empty text. Name what to review; `.` is the folder you are in.\n"
    assert (xcr("review", "").code, xcr("review", "").err) == (ExitCode.ERROR, told)


def test_names_on_the_command_line_may_be_separated_by_commas(xcr: Xcr) -> None:
    write()
    assert xcr("review", "-q", "--engines", "ruff, patterns", "--only", f"{COMMAND},{DEFAULT}").rules == [
        COMMAND,
        DEFAULT,
    ]


def test_folder_in_place_of_a_report_is_told(xcr: Xcr) -> None:
    Path("out").mkdir()
    told = "xcr: The report out cannot be written: it is a folder. Name a file in it.\n"
    assert xcr("review", "-o", "html=out").err == told


def test_hook_lets_a_commit_without_code_pass(xcr: Xcr, git: Git) -> None:
    git("init")
    assert xcr("review", ".").code == ExitCode.NOTHING
    assert xcr("review", "--staged", "--fail-on", "high").code == ExitCode.PASSED
    assert xcr("review", "--staged", "--allow-nothing").code == ExitCode.PASSED


def test_cache_folder_that_cannot_be_made_is_no_obstacle(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    monkeypatch.setenv("XCR_CACHE_DIR", "/dev/null/cache")
    assert xcr("review", "--quiet").rules == [COMMAND, DEFAULT]


def test_closed_standard_output_is_told() -> None:
    write_nothing = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m xcodereviewer review . >&-"], capture_output=True, text=True, check=False
    )
    assert (write_nothing.returncode, "standard output is closed" in write_nothing.stderr) == (2, True)


def test_variable_that_is_nearly_a_setting_is_an_error(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    monkeypatch.setenv("XCR_FAILON", "low")
    ended = xcr("review")
    assert (ended.code, ended.err) == (
        ExitCode.ERROR,
        "xcr: environment: there is no setting `XCR_FAILON`; did you mean `fail-on`?\n",
    )
