"""The comment of detect-secrets that lets a secret stand: shown as a suppression, and only for detectors of secrets."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git, Xcr
from xcodereviewer.domain.language import Language
from xcodereviewer.triage.comments import find_markers

TOKEN = "glpat-" + "x7Kd93jfLq0Zx8Vb2Nw5"  # xcr: ignore[gitlab-token] made up for this test


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a = 1  # pragma: allowlist secret\n", [(1, 1)]),
        ("a = 1  # pragma: whitelist secret\n", [(1, 1)]),
        ("# pragma: allowlist nextline secret\na = 1\n", [(2, 2)]),
        ("a = 1  # pragma: allowlist secrets\n", []),
    ],
)
def test_the_marker_speaks_of_its_line_or_the_next(text: str, lines: list[tuple[int, int]]) -> None:
    assert [(m.first, m.last) for m in find_markers(text, Language.PYTHON) if m.kind == "allowlist"] == lines


def test_it_silences_a_secret_in_sight_and_nothing_else(xcr: Xcr, tmp_path: Path) -> None:
    Path("a.py").write_text(f'import os\nos.system(x + "{TOKEN}")  # pragma: allowlist secret\n')
    xcr("review", ".", "-o", f"json={tmp_path / 'out'}")
    told = (tmp_path / "out").read_text()
    marks = {f["rule"]: (f.get("suppression") or {}).get("marker") for f in json.loads(told)["findings"]}
    assert marks.pop("generic.security.gitlab-token") == "allowlist"
    assert set(marks.values()) == {None}
    assert TOKEN not in told


def test_one_that_the_change_adds_does_not_count(xcr: Xcr, git: Git) -> None:
    git("init")
    Path("a.py").write_text("a = 1\n")
    git("add", "-A")
    git("commit", "-m", "one")
    Path("a.py").write_text(f'a = 1\nb = "{TOKEN}"  # pragma: allowlist secret\n')
    assert "1 finding at low or above" in xcr("review", ".", "--diff", "HEAD", "--fail-on", "low").out
