"""What hostile or broken input does to a review: one clear line, the right exit code, and the rest is reviewed."""

import json
import os
import socket
import stat
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Ended, Git, Xcr
from tests.hostile import RULE, RULE_FILE, install
from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.cli.source import Source
from xcodereviewer.sources.part import UnreadablePath

FOUND = ["python.bug.mutable-default-argument"]


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_ONLY", ",".join(FOUND))


def is_one_line(ended: Ended) -> bool:
    """Whether the error is one line that says what happened and what to do."""
    return ended.err.startswith("xcr: ") and ended.err.count("\n") == 1 and len(ended.err) > 30


def coverage(xcr: Xcr, *arguments: str) -> tuple[Ended, dict[str, str]]:
    """Review, and return how it ended and the reason for every file that was left out."""
    ended = xcr("review", *arguments, "--quiet", "-o", "json=../report.json")
    report = json.loads(Path("../report.json").read_text(encoding="utf-8"))
    return ended, {skip["path"]: skip["reason"] for skip in report["coverage"]["skipped"]}


def test_missing_path(xcr: Xcr) -> None:
    ended = xcr("review", "nowhere")
    assert (ended.code, is_one_line(ended)) == (ExitCode.ERROR, True)
    assert "nowhere" in ended.err


def test_empty_tree(xcr: Xcr) -> None:
    assert xcr("review").code == ExitCode.NOTHING


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(xcr: Xcr) -> None:
    written("app.py")
    Path(written("shut.py")).chmod(0)
    ended, skipped = coverage(xcr)
    assert (ended.code, ended.rules) == (ExitCode.ERROR, FOUND)
    assert skipped == {"shut.py": "cannot be read: Permission denied"}


@pytest.mark.parametrize("content", [b"", b"PK\3\4 broken", b"PK\5\6" + b"\0" * 18 + b"x", os.urandom(500)])
def test_broken_archive(xcr: Xcr, content: bytes) -> None:
    Path("code.zip").write_bytes(content)
    ended = xcr("review", "code.zip")
    assert ended.code in (ExitCode.ERROR, ExitCode.NOTHING)
    assert is_one_line(ended) or ended.code == ExitCode.NOTHING


def test_zip_bomb(xcr: Xcr) -> None:
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.py", b"\n" * 300_000_000)
    ended, skipped = coverage(xcr, "bomb.zip")
    assert ended.code == ExitCode.NOTHING
    assert sorted(skipped) == ["0.py", "1.py", "2.py"]
    assert all(skipped.values())


@pytest.mark.parametrize("name", ["../up.py", "/abs.py", "a/../../up.py", "C:\\abs.py", "..\\up.py"])
def test_archive_entry_outside_of_the_archive(xcr: Xcr, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile("code.zip", "w") as archive:
        archive.writestr(name, VULNERABLE)
        archive.writestr("app.py", VULNERABLE)
    ended, skipped = coverage(xcr, "code.zip")
    assert FOUND[0] in ended.rules
    assert ended.code in (ExitCode.PASSED, ExitCode.ERROR)
    assert len(skipped) + len(ended.rules) >= 2
    assert not [path for path in (tmp_path / "up.py", Path("/abs.py")) if path.exists()]


def test_archive_entries_that_are_links_and_devices(xcr: Xcr) -> None:
    with tarfile.open("code.tar", "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            entry = tarfile.TarInfo(f"odd{kind.decode()}.py")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
        archive.add(written("app.py"), "app.py")
    ended, skipped = coverage(xcr, "code.tar")
    assert ended.rules == FOUND
    assert len(skipped) == 4


def test_links_that_loop_fifos_sockets_and_devices(xcr: Xcr) -> None:
    written("app.py")
    Path("loop").symlink_to(".")
    Path("self.py").symlink_to("self.py")
    Path("out.py").symlink_to("/etc/passwd")
    os.mkfifo("pipe.py")
    if os.geteuid() == 0:
        os.mknod("device.py", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.py")
        ended, skipped = coverage(xcr)
    assert (ended.code, ended.rules) == (ExitCode.PASSED, FOUND)
    assert {"self.py", "out.py", "pipe.py", "socket.py"} <= set(skipped)


def test_line_of_two_hundred_megabytes(xcr: Xcr) -> None:
    written("app.py")
    with Path("long.py").open("wb") as out:
        out.truncate(200_000_000)
    ended, skipped = coverage(xcr)
    assert (ended.code, ended.rules, list(skipped)) == (ExitCode.PASSED, FOUND, ["long.py"])


def test_line_as_long_as_a_file_may_be(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XCR_ONLY")
    written("app.py")
    Path("long.py").write_text("x = [" + "f(1), " * 200_000 + "]\n")
    Path("long.json").write_text("[" + "1, " * 300_000 + "1]\n")
    ended, _ = coverage(xcr)
    assert ended.code in (ExitCode.PASSED, ExitCode.ERROR)
    assert FOUND[0] in ended.rules


DEEP = {
    "brackets.py": "x = " + "[" * 100_000 + "]" * 100_000,
    "parens.js": "x = " + "(" * 100_000 + ")" * 100_000,
    "braces.java": "class A {" + "{" * 100_000 + "}" * 100_000 + "}",
    "parens.c": "int x = " + "(" * 100_000 + "1" + ")" * 100_000 + ";",
    "unary.go": "package a\nvar x = " + "-" * 100_000 + "1",
    "deep.json": "[" * 100_000 + "]" * 100_000,
    "docker-compose.yml": "a: " + "[" * 100_000 + "]" * 100_000,
    "k8s.yaml": "apiVersion: v1\nkind: Pod\nspec: " + "{a: " * 50_000 + "}" * 50_000,
    ".github/workflows/w.yml": "\n".join(" " * n + "a:" for n in range(1500)),
    "deep.html": "<div>" * 100_000,
    "ifs.py": "\n".join(" " * n + "if x:" for n in range(1000)) + "\n" + " " * 1000 + "pass",
    "elses.js": "if (a) b; else " * 50_000 + "c;",
    "ifs.sh": "if true; then\n" * 20_000,
    "plus.py": "x = " + "1 + " * 100_000 + "1",
    "deep.sql": "SELECT " + "(" * 50_000 + "1" + ")" * 50_000 + ";",
    "deep.rb": "x = " + "[" * 100_000 + "]" * 100_000,
    "deep.php": "<?php $x = " + "[" * 100_000 + "]" * 100_000 + ";",
    "Dockerfile": "FROM a\nRUN " + "$(" * 50_000 + ")" * 50_000 + "\n",
}


def test_deep_nesting_costs_at_most_its_own_files(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XCR_ONLY")
    monkeypatch.setenv("XCR_FILE_SECONDS", "5")
    for name, text in DEEP.items():
        written(name, text)
    written("app.py")
    ended = xcr("review", "--quiet", "-o", "json=../report.json")
    report = json.loads(Path("../report.json").read_text())
    files = {file["path"]: file["passes"] for file in report["coverage"]["files"]}
    skipped = {skip["path"] for skip in report["coverage"]["skipped"]}
    assert {*files, *skipped} == {*DEEP, "app.py"}
    assert {one["outcome"] for one in files["app.py"]} == {"done"}
    failed = {name for name, passes in files.items() for one in passes if one["outcome"] == "failed"}
    assert ended.code == (ExitCode.ERROR if failed else ExitCode.PASSED)
    assert all(one.get("reason") for passes in files.values() for one in passes if one["outcome"] == "failed")


ODD = {
    "nul.py": "x = 1\0\n" + VULNERABLE,
    "broken.py": "def f(:\n  ]]]\n",
    "broken.js": "function ( { ] =>",
    "Dockerfile": "FROM\nRUN [\n",
    "broken.sql": "SELECT FROM WHERE (",
    "compose.yaml": "a: [\n\t- b: *nowhere\n",
    "k8s.yaml": "apiVersion: v1\nkind: Pod\n<<: {a\n",
    "regex.py": "x = '" + "a" * 100_000 + "!'\n" + "# " + " " * 100_000 + "x\n",
    "regex.js": "var a = '" + "\\\\" * 50_000 + "';" + "/" * 50_000 + "*" * 50_000,
    "keys.txt": "password = " + "=" * 100_000 + "AKIA" * 20_000,
    "surrogates.py": "x = '\\ud800'\n",
    "crlf.py": "x = 1\r" * 10_000,
}


def test_odd_content_costs_nothing_but_its_own_part(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XCR_ONLY")
    for name, text in ODD.items():
        Path(name).write_bytes(text.encode())
    written("app.py")
    ended = xcr("review", "--quiet", "-o", "json=../report.json")
    report = json.loads(Path("../report.json").read_text())
    paths = [one["path"] for kind in ("files", "skipped") for one in report["coverage"][kind]]
    assert sorted(paths) == sorted([*ODD, "app.py"])
    outcomes = {file["path"]: {one["outcome"] for one in file["passes"]} for file in report["coverage"]["files"]}
    assert outcomes["app.py"] == {"done"}
    assert "partial" in outcomes["broken.py"]
    failed = any("failed" in kinds for kinds in outcomes.values())
    assert ended.code == (ExitCode.ERROR if failed else ExitCode.PASSED)


@pytest.mark.parametrize("url", ["ext::sh -c touch% pwned", "--upload-pack=touch pwned", "-oProxyCommand=x", "fd::17"])
def test_git_url_that_would_run_something(xcr: Xcr, url: str) -> None:
    ended = xcr("review", "--", url)
    assert ended.code == ExitCode.ERROR
    assert is_one_line(ended)
    assert list(Path().iterdir()) == []


def test_hostile_repository_runs_nothing(xcr: Xcr, git: Git, tmp_path: Path) -> None:
    written("app.py")
    git("init", "-q")
    Path(".gitattributes").write_text("* filter=evil diff=evil\n")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    written("app.py", VULNERABLE + "\n")
    trap = f"touch {tmp_path}/pwned; cat"
    for name in ("filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "core.fsmonitor", "core.sshCommand"):
        git("config", name, trap)
    git("config", "core.pager", trap)
    for hook in ("post-checkout", "post-index-change", "fsmonitor-watchman", "reference-transaction"):
        Path(".git/hooks", hook).write_text(f"#!/bin/sh\n{trap}\n")
        Path(".git/hooks", hook).chmod(0o755)
    (tmp_path / "pwned").unlink(missing_ok=True)
    for arguments in ([], ["--diff", "HEAD"], ["--staged"], [f"file://{Path.cwd()}"]):
        ended = xcr("review", *arguments, "--quiet")
        assert ended.code in (ExitCode.PASSED, ExitCode.NOTHING), ended.err
        assert not (tmp_path / "pwned").exists()


def test_unknown_configuration_key(xcr: Xcr) -> None:
    written("app.py")
    Path(".xcr.toml").write_text('fail-onn = "high"\n')
    ended = xcr("review")
    assert (ended.code, is_one_line(ended)) == (ExitCode.ERROR, True)
    assert "fail-on" in ended.err


def test_folder_that_may_not_be_read_is_told_as_such(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"xcr-{os.getpid()}-{tmp_path.name}"  # pytest's own are closed to others
    folder.mkdir(mode=0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    try:
        with pytest.raises(UnreadablePath, match=r"cannot be opened \(Permission denied\)"):
            assert Source(target=str(folder)).folder
    finally:
        os.seteuid(user)
        folder.rmdir()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99}', "\0" * 50, '{"findings": 7}'])
def test_corrupt_baseline(xcr: Xcr, content: str) -> None:
    written("app.py")
    Path("base.json").write_text(content)
    ended = xcr("review", "--baseline", "base.json")
    assert (ended.code, is_one_line(ended)) == (ExitCode.ERROR, True)
    assert "base.json" in ended.err


def run_with_small_disk(tmp_path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run where no file may be written; a file size limit is what a full disk is."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))\n"
        "from xcodereviewer.cli.main import main; sys.argv[0] = 'xcr'; main()\n"
    )
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment = {**unmeasured, "XCR_CACHE_DIR": str(tmp_path / "small")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_full_disk_for_the_cache(xcr: Xcr, tmp_path: Path) -> None:
    written("app.py")
    ended = run_with_small_disk(tmp_path, "review", "--quiet")
    assert (ended.returncode, ended.stderr, ended.stdout.count(FOUND[0])) == (0, "", 1)


def test_full_disk_for_a_report(xcr: Xcr, tmp_path: Path) -> None:
    written("app.py")
    ended = run_with_small_disk(tmp_path, "review", "--quiet", "-o", "html=out.html")
    assert (ended.returncode, ended.stdout.count(FOUND[0])) == (2, 1)
    assert ended.stderr.startswith("xcr: ")
    assert "out.html" in ended.stderr
    assert [path.name for path in Path().iterdir()] == ["app.py"]


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("baseline", "create"), ".xcr-baseline.json"),
        (("config", "init"), ".xcr.toml"),
        (("rules", "new", "python.bug.odd-call"), "rules/python/bug/odd-call.yaml"),
    ],
)
def test_full_disk_for_a_file_that_a_command_makes_is_named_and_nothing_is_left(
    xcr: Xcr, tmp_path: Path, command: tuple[str, ...], named: str
) -> None:
    written("app.py")
    ended = run_with_small_disk(tmp_path, *command)
    assert (ended.returncode, ended.stderr) == (
        2,
        f"xcr: File too large ({named}). Make room or allow access, and try again.\n",
    )
    assert [path.name for path in Path().iterdir()] == ["app.py"]


def test_full_device_for_standard_output(xcr: Xcr) -> None:
    written("app.py")
    command = [sys.executable, "-m", "xcodereviewer", "review", "--quiet"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "No space left on device (standard output)" in ended.stderr


def test_engine_that_crashes_is_that_files_gap(xcr: Xcr, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    monkeypatch.setenv("XCR_ONLY", ",".join([*FOUND, RULE]))
    written("../rules/hostile.yaml", RULE_FILE)
    written("app.py", f"# fine\n{VULNERABLE}")
    written("bad.py", f"# segfault\n{VULNERABLE}")
    ended = xcr("review", "--rules", "../rules", "--quiet", "-o", "json=../report.json")
    report = json.loads(Path("../report.json").read_text())
    failed = [
        (file["path"], one["engine"], one["reason"])
        for file in report["coverage"]["files"]
        for one in file["passes"]
        if one["outcome"] == "failed"
    ]
    assert failed == [("bad.py", "hostile", "the engine's process was ended by SIGSEGV")]
    assert (ended.code, sorted(ended.rules)) == (ExitCode.ERROR, sorted([RULE, *FOUND, *FOUND]))


def written(name: str, text: str = VULNERABLE) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)
    return name
