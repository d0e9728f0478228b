import json
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Ended, Git, Xcr

DEFAULT = "python.bug.mutable-default-argument"
BASELINE = ".xcr-baseline.json"


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule is enough for what a baseline does."""
    monkeypatch.setenv("XCR_ONLY", DEFAULT)


def write(text: str = VULNERABLE) -> None:
    Path("app.py").write_text(text)


def gate(xcr: Xcr) -> Ended:
    return xcr("review", "--baseline", BASELINE, "--fail-on", "low", "--quiet")


def ids() -> list[str]:
    return [entry["id"] for entry in json.loads(Path(BASELINE).read_text())["entries"]]


def test_known_findings_pass_the_gate_and_new_ones_fail_it(xcr: Xcr) -> None:
    write()
    assert xcr("baseline", "create").out == f"{BASELINE}: 1 known.\n"
    assert (gate(xcr).code, gate(xcr).rules) == (0, [])
    write(VULNERABLE + "\n\ndef later(found={}):\n    return found\n")
    assert (gate(xcr).code, gate(xcr).rules) == (1, [DEFAULT])


def test_baseline_that_is_there_is_not_written_over(xcr: Xcr) -> None:
    write()
    xcr("baseline", "create")
    assert xcr("baseline", "create").code == 2
    assert xcr("baseline", "create", "--force").code == 0


def test_update_takes_in_what_is_new_and_keeps_the_ids_of_what_was_edited(xcr: Xcr) -> None:
    write()
    xcr("baseline", "create")
    (known,) = ids()
    write(VULNERABLE.replace("seen=[]", "seen={}") + "\n\ndef later(found={}):\n    return found\n")
    assert xcr("baseline", "update").out == f"{BASELINE}: 2 known.\n"
    assert known in ids()
    assert gate(xcr).code == 0


def test_prune_forgets_what_is_gone_and_keeps_what_is_new_out(xcr: Xcr) -> None:
    write()
    xcr("baseline", "create")
    write("def later(found={}):\n    return found\n")
    dry = xcr("baseline", "prune", "--dry-run")
    assert (dry.code, dry.out.startswith("- medium")) == (1, True)
    assert xcr("baseline", "prune").out.endswith(f"{BASELINE}: 0 known.\n")
    assert gate(xcr).code == 1


def test_renamed_file_keeps_its_twins_known(xcr: Xcr, git: Git) -> None:
    git("init")
    line = '    os.system("rm " + name)\n'
    Path("app.py").write_text(f"import os\n\n\ndef remove(name):\n{line}    print(name)\n{line}")
    xcr("baseline", "create")
    git("add", "-A")
    git("commit", "-m", "one")
    git("mv", "app.py", "moved.py")
    ended = xcr("review", "--baseline", ".xcr-baseline.json", "--fail-on", "low", "--quiet")
    assert (ended.code, ended.rules) == (0, [])


def test_show_lists_what_is_known(xcr: Xcr) -> None:
    write()
    xcr("baseline", "create")
    assert xcr("baseline", "show").out == f"{ids()[0][:12]}  medium   app.py:9  {DEFAULT}\n"


@pytest.mark.parametrize(("content", "told"), [("{", "is not whole"), (None, "There is no baseline")])
def test_corrupt_or_missing_baseline_is_one_clear_line(xcr: Xcr, content: str | None, told: str) -> None:
    write()
    if content is not None:
        Path(BASELINE).write_text(content)
    for ended in (gate(xcr), xcr("baseline", "show"), xcr("baseline", "update")):
        assert (ended.code, ended.err.count("\n"), told in ended.err) == (2, 1, True), ended.err


def test_baseline_file_and_commit_at_once_are_refused(xcr: Xcr) -> None:
    write()
    xcr("baseline", "create")
    ended = xcr("review", "--baseline", BASELINE, "--baseline-commit", "HEAD")
    assert (ended.code, "Use one of them" in ended.err) == (2, True)


LATER = "\n\ndef later(found={}):\n    return found\n"


def test_finding_in_a_renamed_and_edited_file_stays_known_by_gits_renames(xcr: Xcr, git: Git) -> None:
    git("init")
    Path("one.py").write_text(VULNERABLE)
    Path("two.py").write_text(VULNERABLE)  # of twins nothing but Git can tell which went where
    git("add", ".")
    git("commit", "-m", "first")
    xcr("baseline", "create")
    commit = git("rev-parse", "HEAD")
    assert json.loads(Path(BASELINE).read_text())["commit"] == commit
    Path("kept").mkdir()
    git("mv", "one.py", "kept/first.py")
    Path("kept/first.py").write_text(VULNERABLE.replace("seen=[]", "seen=[0]"))
    assert (gate(xcr).code, gate(xcr).rules) == (0, [])
    git("add", ".")
    git("commit", "-m", "second")
    assert (gate(xcr).code, gate(xcr).rules) == (0, [])
    before = ids()
    assert xcr("baseline", "update").code == 0
    assert ids() == before
    assert json.loads(Path(BASELINE).read_text())["commit"] == git("rev-parse", "HEAD")


def test_commit_that_the_work_tree_did_not_come_from_says_nothing_of_renames(xcr: Xcr, git: Git) -> None:
    git("init")
    Path("one.py").write_text(VULNERABLE)
    Path("two.py").write_text(VULNERABLE)
    git("add", ".")
    git("commit", "-m", "first")
    xcr("baseline", "create")
    git("checkout", "--orphan", "other")
    git("mv", "one.py", "first.py")
    Path("first.py").write_text(VULNERABLE.replace("seen=[]", "seen=[0]"))
    git("commit", "-am", "elsewhere")
    assert (gate(xcr).code, gate(xcr).rules) == (1, [DEFAULT])
    for commit in ("HEAD", "f" * 40, "--output=x"):
        told = json.loads(Path(BASELINE).read_text()) | {"commit": commit}
        Path(BASELINE).write_text(json.dumps(told))
        assert (gate(xcr).code, gate(xcr).rules) == (1, [DEFAULT])
    assert not Path("x").exists()


def test_update_of_a_part_keeps_the_commit_that_the_rest_is_known_since(xcr: Xcr, git: Git) -> None:
    git("init")
    for folder in ("a", "b"):
        Path(folder).mkdir()
        for name in ("one.py", "two.py"):
            Path(folder, name).write_text(VULNERABLE)
    git("add", ".")
    git("commit", "-m", "first")
    xcr("baseline", "create")
    git("mv", "b/one.py", "b/first.py")
    git("commit", "-am", "second")
    assert xcr("baseline", "update", "a").code == 0
    assert gate(xcr).code == 0


def test_suppressed_finding_is_not_in_the_baseline_and_is_new_when_its_suppression_goes(xcr: Xcr) -> None:
    write(VULNERABLE.replace("seen=[]):", f"seen=[]):  # xcr: ignore[{DEFAULT}] a memo"))
    assert xcr("baseline", "create").out == f"{BASELINE}: 0 known.\n"
    assert gate(xcr).code == 0
    write()
    assert (gate(xcr).code, gate(xcr).rules) == (1, [DEFAULT])
