"""Library models of the user's own: by option, by configuration, by change."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from xcodereviewer.cli.commands import run

pytestmark = pytest.mark.usefixtures("own_cache")

Git = Callable[..., str]

APP = """from flask import Flask, request
from house.mirror import Mirror, tidy

app = Flask(__name__)


@app.post("/mirror")
def mirror():
    Mirror().sync(request.form["host"])
    Mirror().sync(tidy(request.form["host"]))
    return "done"
"""
MODEL = """library: house.mirror
about: Copies of other hosts.
members:
  - call: [house.mirror.Mirror.sync]
    sink: command
    passes: []
  - call: [house.mirror.tidy]
    clears: [command]
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "models" / "python").mkdir(parents=True)
    (tmp_path / "models" / "python" / "mirror.yaml").write_text(MODEL)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "app.py").write_text(APP)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines_found(*options: str) -> list[int]:
    assert run(["review", "shop", "--engines", "dataflow", "-o", "json=out.json", *options]) == 0
    findings = json.loads(Path("out.json").read_text())["findings"]
    return [one["location"]["span"]["start_line"] for one in findings if one["rule"].endswith("command-injection")]


def test_model_of_a_folder_describes_what_no_built_in_one_does(shop: Path) -> None:
    assert lines_found() == []
    assert lines_found("--models", "models") == [9]


def test_what_was_found_with_a_model_is_not_what_is_found_with_another(shop: Path) -> None:
    assert lines_found("--models", "models") == [9]
    (shop / "models" / "python" / "mirror.yaml").write_text(MODEL.replace("sink: command", "sink: log"))
    assert lines_found("--models", "models") == []


def test_folder_is_named_by_the_configuration_and_counts_from_it(shop: Path) -> None:
    (shop / "shop" / ".xcr.toml").write_text('models = ["../models"]\n')
    assert lines_found() == [9]


def test_finding_that_a_model_of_ones_own_brings_is_proved(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "shop" / ".xcr.toml").write_text('models = ["../models"]\n')
    assert lines_found() == [9]
    found = json.loads(Path("out.json").read_text())["findings"]
    name = next(one["fingerprint"] for one in found if one.get("steps"))
    capsys.readouterr()
    assert run(["prove", name, "shop", "--report", "out.json"]) == 0
    assert "`house.mirror.Mirror.sync` does something with it (kind command)" in capsys.readouterr().out


@pytest.mark.parametrize("way", ["altered", "added", "deleted"])
def test_models_of_the_base_hold_when_the_change_touches_them(
    shop: Path, way: str, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / ".xcr.toml").write_text('models = ["models"]\nfail-on = "low"\n')
    for call in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "first")):
        git(*call)
    safe = MODEL.replace("    sink: command\n", "")
    model = shop / "models" / "python" / "mirror.yaml"
    match way:
        case "altered":
            model.write_text(safe)
        case "added":
            text = MODEL.replace("house.mirror.tidy", "flask.Request.form.get")
            model.with_name("more.yaml").write_text(text)
        case "deleted":
            model.unlink()
    app = shop / "shop" / "app.py"
    app.write_text(APP.replace('sync(request.form["host"])', 'sync(request.form["name"])'))
    assert run(["review", "--diff", "HEAD", "--engines", "dataflow"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert ("self-models" in told or "alters library models" in told, "command-injection" in told) == (True, True)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("python/mirror.yaml", "library: x\n", "models/python/mirror.yaml is not a library model: Object missing"),
        ("python/mirror.yaml", MODEL.replace("command", "nothing"), "models/python/mirror.yaml is not a library model"),
        ("klingon/mirror.yaml", MODEL, "`klingon` is no language that is followed"),
        ("README.txt", "", "no model stands in it; write `<language>/<library>.yaml`"),
    ],
)
def test_model_that_is_none_is_one_line(
    shop: Path, name: str, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "models" / "python" / "mirror.yaml").unlink()
    (shop / "models" / name).parent.mkdir(exist_ok=True)
    (shop / "models" / name).write_text(text)
    assert run(["review", "shop", "--models", "models"]) == 2
    error = capsys.readouterr().err
    assert (told in error, error.count("\n")) == (True, 1)
