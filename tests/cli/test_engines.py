import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Xcr

FAILS_ON_IMPORT = "raise RuntimeError('no licence\\nfound')\n"
FAILS_WHEN_ASKED = """\
class Engine:
    name = "acme"
    version = "1"

    @property
    def languages(self):
        raise RuntimeError("no licence found")


def engine():
    return Engine()
"""
RULE = """\
id: python.bug.acme-odd
engine: acme
languages: [python]
severity: high
confidence: high
precision: high
status: stable
since: 0.1.0
title: {en: Odd, zh: 异常}
message: {en: This is odd., zh: 这很异常。}
what: {en: Odd., zh: 异常。}
why: {en: Odd., zh: 异常。}
how: {en: Odd., zh: 异常。}
examples:
  - bad: x
    good: y
match: {}
"""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of an installed package's engine, to be written."""
    package = tmp_path / "site" / "acme-1.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[xcodereviewer.engines]\nacme = acme_engine:engine\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "acme_engine", raising=False)
    return tmp_path / "site" / "acme_engine.py"


@pytest.mark.parametrize("source", [FAILS_ON_IMPORT, FAILS_WHEN_ASKED])
def test_engine_of_another_package_that_raises_is_one_clear_line(xcr: Xcr, acme: Path, source: str) -> None:
    acme.write_text(source)
    ended = xcr("engines")
    (told,) = [line for line in ended.out.splitlines() if line.startswith("acme")]
    assert (ended.code, " ".join(told.split())) == (1, "acme 0 rules cannot run: RuntimeError: no licence found")
    assert "python" in ended.out


def test_engines_are_listed_with_what_they_look_at(xcr: Xcr) -> None:
    ended = xcr("engines")
    assert ended.code == 0
    assert [line.split()[0] for line in ended.out.splitlines() if " rules " in line] == [
        "complexity",
        "configuration",
        "dataflow",
        "patterns",
        "ruff",
        "secrets",
    ]


@pytest.mark.parametrize("source", [FAILS_ON_IMPORT, FAILS_WHEN_ASKED])
def test_rule_of_an_engine_that_raises_is_one_clear_line(xcr: Xcr, acme: Path, source: str) -> None:
    acme.write_text(source)
    Path("app.py").write_text("x = 1\n")
    place = Path("mine/python/bug")
    place.mkdir(parents=True)
    (place / "acme-odd.yaml").write_text(RULE)
    ended = xcr("review", "--rules", "mine")
    assert (ended.code, ended.err.count("\n")) == (2, 1), ended.err
    assert "RuntimeError: no licence found" in ended.err
