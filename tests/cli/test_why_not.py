"""`xcr explain --why-not`: asked as its user asks it."""

from pathlib import Path

import pytest

from xcodereviewer.cli.commands import run

pytestmark = pytest.mark.usefixtures("own_cache")

APP = """import os
import shlex
from flask import Flask
from shop.names import name

app = Flask(__name__)

@app.route("/")
def index():
    os.system("ls " + shlex.quote(name()))
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


def test_line_is_explained_with_the_way_of_the_value(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--why-not", "app.py:10", str(shop)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("shop/app.py:10\n")
    assert "reaches `os.system` (a sink of kind command), made safe for it" in " ".join(told.split())
    assert "shop/names.py:4  The value enters here" in told


def test_rule_that_gives_way_is_named(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "shop" / "state.py").write_text("import pickle\n\ndef load():\n    return pickle.loads(b'N.')\n")
    assert run(["explain", "--why-not", "state.py:4", str(shop)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "what arrives is a literal" in told
    assert "known to its last part and does no harm there, so what only looks like it is not reported:" in told
    assert "`python.security.unpickling`" in told


@pytest.mark.parametrize(
    ("place", "problem"),
    [("app.py", "names no line"), ("none.py:3", "No file that is under review"), ("app.py:0", "names no line")],
)
def test_place_that_is_none_is_told(shop: Path, place: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--why-not", place, str(shop)]) == 2
    assert problem in capsys.readouterr().err


def test_nothing_to_explain_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 2
    assert "--why-not" in capsys.readouterr().err
