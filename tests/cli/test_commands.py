import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Xcr
from xcodereviewer import __version__
from xcodereviewer.cli.commands import run
from xcodereviewer.cli.main import main

DEFAULT = "python.bug.mutable-default-argument"


def test_version_is_told_without_importing_the_rest() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['xcr', '--version']\n"
        "from xcodereviewer.cli.main import main\n"
        "main()\n"
        "print(sorted(m for m in sys.modules if m.startswith(('click', 'xcodereviewer.'))))\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout == f"xcr {__version__}\n['xcodereviewer.cli', 'xcodereviewer.cli.main']\n"


def test_review_loads_no_yaml_once_the_rules_are_ready(tmp_path: Path) -> None:
    script = (
        "import atexit, sys\n"
        f"sys.argv = ['xcr', 'review', {str(tmp_path / 'app.py')!r}, '--quiet']\n"
        "atexit.register(lambda: print('yaml' in sys.modules))\n"
        "from xcodereviewer.cli.main import main\n"
        "main()\n"
    )
    environment = {**os.environ, "XCR_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-c", script]
    told = []
    for number in range(2):  # an unchanged file would be answered without a review
        (tmp_path / "app.py").write_text(f"x = {number}\n")
        ended = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        told.append(ended.stdout.split()[-1])
    assert told == ["True", "False"]


@pytest.mark.parametrize(
    "command",
    ["review", "explain", "diff", "baseline", "rules", "config", "engines", "cache", "doctor", "completion"],
)
def test_every_command_has_help(xcr: Xcr, command: str) -> None:
    ended = xcr(command, "--help")
    assert (ended.code, ended.out.startswith(f"Usage: xcr {command}")) == (0, True)


def test_unknown_option_is_an_error(xcr: Xcr) -> None:
    ended = xcr("review", "--nonesuch")
    assert (ended.code, "No such option" in ended.err) == (2, True)


def test_rules_are_listed_and_shown(xcr: Xcr) -> None:
    listed = json.loads(xcr("rules", "list", "--language", "python", "--rule-set", "quality", "--json").out)
    assert DEFAULT in [rule["id"] for rule in listed]
    page = xcr("rules", "show", "mutable-default-argument").out
    assert "Mutable default argument" in page
    assert "def add(item, basket=[]):" in page
    assert "可变的默认参数" in xcr("rules", "show", DEFAULT, "--locale", "zh").out


def test_unknown_rule_is_an_error_with_a_suggestion(xcr: Xcr) -> None:
    ended = xcr("rules", "show", "mutable-default-argumnt")
    assert (ended.code, ended.err) == (
        2,
        "xcr: There is no rule `mutable-default-argumnt`. Did you mean `mutable-default-argument`?\n",
    )


def test_new_rule_loads_and_passes_its_own_examples(xcr: Xcr) -> None:
    assert xcr("rules", "new", "python.security.odd-call").code == 0
    assert xcr("rules", "test", "rules").code == 0
    assert xcr("rules", "new", "python.security.odd-call").code == 2
    assert xcr("rules", "new", "odd").code == 2
    Path("app.py").write_text("dangerous(1)\n")
    assert xcr("review", "--rules", "rules", "--only", "odd-call", "--quiet").rules == ["python.security.odd-call"]


def test_rule_that_does_not_do_what_it_says_fails_its_test(xcr: Xcr) -> None:
    xcr("rules", "new", "python.security.odd-call")
    path = Path("rules/python/security/odd-call.yaml")
    path.write_text(path.read_text().replace("pattern: dangerous($VALUE)", "pattern: other($VALUE)"))
    ended = xcr("rules", "test", "rules")
    assert (ended.code, ended.out) == (1, f"{path}:18: python.security.odd-call: bad example 1 is not found\n")


def test_rule_is_held_against_marked_code(xcr: Xcr) -> None:
    xcr("rules", "new", "python.security.odd-call")
    Path("marked").mkdir()
    Path("marked/app.py").write_text("dangerous(1)  # ok: python.security.odd-call\n")
    ended = xcr("rules", "test", "rules", "--marked", "marked")
    assert (ended.code, ended.out.splitlines()[0]) == (
        1,
        "marked/app.py:1: python.security.odd-call: should be silent here and is not",
    )


def test_broken_rule_file_is_one_clear_line(xcr: Xcr) -> None:
    Path("rules").mkdir()
    Path("rules/odd.yaml").write_text("id: [")
    Path("app.py").write_text("x = 1\n")
    ended = xcr("review", "--rules", "rules")
    assert (ended.code, ended.err.count("\n"), "rules/odd.yaml:1: not valid YAML" in ended.err) == (2, 1, True)


def test_config_shows_each_setting_with_its_origin(xcr: Xcr) -> None:
    Path(".xcr.toml").write_text('fail-on = "high"\n')
    shown = json.loads(xcr("config", "show", "--origin", "--json").out)
    assert (shown["fail-on"], shown["jobs"]) == (
        {"value": "high", "origin": ".xcr.toml"},
        {"value": 0, "origin": "default"},
    )
    told = xcr("config", "show", "--origin").out
    assert 'fail-on             = "high"  # .xcr.toml\n' in told
    assert "# min-coverage      is not set\n" in told
    assert tomllib.loads(told)["fail-on"] == "high"


def test_config_schema_is_json_schema(xcr: Xcr) -> None:
    assert json.loads(xcr("config", "schema").out)["properties"]["fail-on"]["description"]


def test_config_init_writes_a_file_that_changes_nothing(xcr: Xcr) -> None:
    before = xcr("config", "show").out
    assert xcr("config", "init").code == 0
    assert xcr("config", "show").out == before
    assert xcr("config", "init").code == 2


def test_every_line_that_config_init_comments_out_is_a_setting(xcr: Xcr) -> None:
    xcr("config", "init")
    settings = re.findall(r"^# ([a-z-]+ = .*)$", Path(".xcr.toml").read_text(), flags=re.MULTILINE)
    Path(".xcr.toml").write_text("\n".join(settings))
    shown = json.loads(xcr("config", "show", "--json").out)
    assert (len(settings), shown["fail-on"], shown["min-coverage"]) == (len(shown), "high", 0.95)


def test_organisation_is_overruled_by_the_repository(xcr: Xcr, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "organisation.toml").write_text('fail-on = "low"\njobs = 3\n')
    monkeypatch.setenv("XCR_CONFIG", str(tmp_path / "organisation.toml"))
    Path(".xcr.toml").write_text('fail-on = "high"\n')
    shown = json.loads(xcr("config", "show", "--origin", "--json").out)
    assert (shown["fail-on"]["value"], shown["jobs"]) == (
        "high",
        {"value": 3, "origin": "organisation (organisation.toml)"},
    )


def test_cache_tells_what_it_holds_and_is_emptied(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_ONLY", DEFAULT)
    Path("app.py").write_text(VULNERABLE)
    xcr("review")
    assert "Entries  0" not in xcr("cache", "info").out
    assert xcr("cache", "clear").out.startswith("Removed ")
    assert "Entries  0" in xcr("cache", "info").out


def test_explain_shows_all_of_one_finding_or_of_a_rule(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_ONLY", DEFAULT)
    Path("app.py").write_text(VULNERABLE)
    xcr("review", "-o", "json=r.json")
    (finding,) = json.loads(Path("r.json").read_text())["findings"]
    for arguments in ((finding["fingerprint"][:8],), (finding["fingerprint"], ".", "--report", "r.json")):
        ended = xcr("explain", *arguments)
        assert (ended.code, "app.py:9:23" in ended.out, "Mutable" in xcr("explain", DEFAULT).out) == (0, True, True)
    assert xcr("explain", "ffffffff").code == 2


def test_diff_tells_what_appeared_disappeared_and_moved(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_ONLY", DEFAULT)
    Path("app.py").write_text(VULNERABLE)
    xcr("review", "-o", "json=old.json")
    Path("app.py").write_text("import sys\n" + VULNERABLE + "\n\ndef later(found={}):\n    return found\n")
    xcr("review", "-o", "json=new.json")
    ended = xcr("diff", "old.json", "new.json")
    assert (ended.code, ended.out.splitlines()) == (
        1,
        [
            f"+ medium   app.py:15:17  {DEFAULT}",
            f"~ medium   app.py:10:23  {DEFAULT}  (was app.py:9:23)",
            "1 appeared, 0 disappeared, 1 moved, 0 unchanged.",
        ],
    )
    assert xcr("diff", "old.json", "old.json").code == 0
    assert json.loads(xcr("diff", "new.json", "old.json", "--json").out)["disappeared"][0]["rule"] == DEFAULT
    assert xcr("diff", "old.json", "nowhere.json").code == 2


def test_doctor_finds_this_installation_whole(xcr: Xcr) -> None:
    ended = xcr("doctor")
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "Everything works."), ended.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(xcr: Xcr, shell: str) -> None:
    assert "_XCR_COMPLETE" in xcr("completion", shell).out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("rules", "list"), 141),
        (("rules", "show", DEFAULT), 141),
        (("review", "--no-cache", "--fail-on", "medium"), 1),
        (("review", "--no-cache", "--format", "json", "--fail-on", "critical"), 0),
    ],
)
def test_reader_that_goes_away_is_no_error(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(VULNERABLE)
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "xcodereviewer", *arguments],
        stdout=write,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        check=False,
    )
    os.close(write)
    assert (ended.returncode, ended.stderr) == (code, b"")


def test_reader_that_goes_away_takes_no_report_with_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(VULNERABLE)
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "xcodereviewer", "review", "--no-cache", "-o", "csv=a.csv"]
    subprocess.run(command, stdout=write, cwd=tmp_path, check=True)
    os.close(write)
    assert (tmp_path / "a.csv").read_text().startswith("rule,")


def test_interrupted_command_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("xcodereviewer.cli.cache.open_cache", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert (run(["cache", "info"]), capsys.readouterr().err) == (130, "\nxcr: interrupted\n")


def test_fault_of_our_own_is_no_failed_gate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["xcr", "cache", "info"])
    monkeypatch.setattr("xcodereviewer.cli.cache.open_cache", lambda _: 1 / 0)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, "ZeroDivisionError" in (err := capsys.readouterr().err), "fault" in err) == (
        2,
        True,
        True,
    )


def test_code_under_review_is_never_imported(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit('imported')\n")
    command = [sys.executable, "-m", "xcodereviewer", "rules", "list"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.returncode, "imported" in ended.stderr) == (0, False)


@pytest.mark.parametrize("setting", ['disable = ["NAME"]', 'only = ["NAME"]', 'severities = {"NAME" = "info"}'])
def test_rule_that_a_configuration_names_and_is_none_is_told_with_the_file(xcr: Xcr, setting: str) -> None:
    Path(".xcr.toml").write_text(setting.replace("NAME", "python.security.nope"))
    key = setting.partition(" ")[0]
    for command in (("review",), ("baseline", "create")):
        ended = xcr(*command)
        assert ended.code == 2
        assert ended.err.startswith(f"xcr: .xcr.toml: `{key}`: There is no rule `python.security.nope`."), ended.err
    named = "nope=info" if key == "severities" else "nope"
    assert xcr("review", f"--{key}", named).err.startswith("xcr: There is no rule `nope`.")
