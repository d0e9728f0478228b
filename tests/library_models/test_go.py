"""Each library of Go is held against marked code that uses it: what is found, and what looks alike and is not."""

from pathlib import Path

import pytest
from tests.library_models.marked_code import analysed, marks_of

from xcodereviewer.library_models.files import model_files

_MARKED = Path(__file__).parent.parent / "data" / "library_models" / "go"
_LIBRARIES = [path.stem for path in model_files("go")]


@pytest.mark.parametrize("library", _LIBRARIES)
def test_library_does_what_the_marks_say(library: str) -> None:
    path = _MARKED / f"{library}.go"
    assert sorted(analysed(path)) == sorted(marks_of(path.read_text(encoding="utf-8")).expected)


@pytest.mark.parametrize("library", _LIBRARIES)
def test_library_has_three_finds_and_three_look_alikes(library: str) -> None:
    marks = marks_of((_MARKED / f"{library}.go").read_text(encoding="utf-8"))
    assert marks.finds >= 3
    assert marks.look_alikes >= 3


def test_marked_code_belongs_to_a_library() -> None:
    assert {path.stem for path in _MARKED.glob("*.go")} == set(_LIBRARIES)
