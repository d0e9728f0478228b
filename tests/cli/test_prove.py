"""`xcr prove`: asked as its user asks it."""

import json
from pathlib import Path

import pytest

from xcodereviewer.cli.commands import run

pytestmark = pytest.mark.usefixtures("own_cache")

APP = """import os
from flask import Flask
from shop.names import name

app = Flask(__name__)


@app.route("/")
def index():
    os.system("ls " + name())
    return "done"
"""
NAMES = """from flask import request


def name():
    return request.args["name"]
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "app.py").write_text(APP)
    (tmp_path / "shop" / "names.py").write_text(NAMES)
    return tmp_path


@pytest.fixture
def report(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "found.json"
    assert run(["review", str(shop), "--no-cache", "-o", f"json={file}"]) == 0
    return file


def finding_with(report: Path, *, path: bool) -> str:
    findings = json.loads(report.read_text())["findings"]
    return next(str(one["fingerprint"]) for one in findings if bool(one.get("steps")) is path)


def test_finding_is_proved_step_by_step(shop: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["prove", finding_with(report, path=True).removeprefix("xcr/v1:")[:12], str(shop)]) == 0
    told = capsys.readouterr().out
    assert "1. shop/names.py:5:12  holds\n     request.args\n" in told
    assert "`name` gives it back" in told
    assert told.endswith("Proved: each of the 2 steps follows from the one before it.\n")


def test_finding_of_a_report_is_held_against_the_source_of_today(
    shop: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "shop" / "names.py").write_text(NAMES.replace("request.args[", "dict(name='x')["))
    capsys.readouterr()
    assert run(["prove", finding_with(report, path=True), str(shop), "--report", str(report)]) == 1
    assert "Not proved: step 1 of 2 does not follow." in capsys.readouterr().out


def test_what_has_no_path_cannot_be_proved(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.py").write_text("import hashlib\n\n\ndef f(password):\n    return hashlib.md5(password)\n")
    file = tmp_path_factory.mktemp("report") / "found.json"
    run(["review", str(tmp_path), "--no-cache", "-o", f"json={file}"])
    assert run(["prove", finding_with(file, path=False), str(tmp_path), "--report", str(file)]) == 2
    assert "claims no path" in capsys.readouterr().err


def test_unknown_id_is_told(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "ffffffff", str(shop)]) == 2
    assert "There is no finding" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["prove", "ffffffff"], ["explain", "ffffffff"]])
def test_report_that_is_not_there_is_told(command: list[str], shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, str(shop), "--report", "gone.json"]) == 2
    assert "The result gone.json cannot be read: No such file or directory." in capsys.readouterr().err
