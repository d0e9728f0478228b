"""The libraries of JavaScript, each held against marked code: what is found, and what looks alike and is not."""

from pathlib import Path

import pytest
import yaml
from tests.library_models.marked_code import analysed, marks_of

from xcodereviewer.library_models.files import model_files
from xcodereviewer.library_models.loader import load_models

_MARKED = Path(__file__).parent.parent / "data" / "library_models" / "javascript"
_LIBRARIES = sorted(_MARKED.iterdir())


@pytest.mark.parametrize("marked", _LIBRARIES, ids=lambda path: path.stem)
def test_library_does_what_the_marks_say(marked: Path) -> None:
    assert sorted(analysed(marked)) == sorted(marks_of(marked.read_text(encoding="utf-8")).expected)


@pytest.mark.parametrize("marked", _LIBRARIES, ids=lambda path: path.stem)
def test_library_has_three_finds_and_three_look_alikes(marked: Path) -> None:
    marks = marks_of(marked.read_text(encoding="utf-8"))
    assert marks.finds >= 3
    assert marks.look_alikes >= 3


def test_every_library_has_marked_code() -> None:
    assert {path.stem for path in model_files("javascript")} == {path.stem for path in _LIBRARIES}


@pytest.mark.parametrize("file", model_files("javascript"), ids=lambda path: path.stem)
def test_aliases_lead_to_an_end(file: Path) -> None:
    models = load_models("javascript")
    for alias, name in yaml.safe_load(file.read_bytes()).get("aliases", {}).items():
        assert models.canonical(f"{alias}.a.b") == models.canonical(f"{name}.a.b")
