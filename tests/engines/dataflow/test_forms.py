"""The engine as it is written and as it is compiled: which of them runs, and that both find the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import xcodereviewer
from xcodereviewer.engines.dataflow.form import STAMP, compiled_folder, stamp

SOURCES = Path(xcodereviewer.__file__).parent
ROOT = Path(__file__).parents[3]


def run(*arguments: str, pure: bool, folder: Path = ROOT) -> str:
    # Sources that are copied are none whose coverage counts.
    environment = {key: value for key, value in os.environ.items() if key != "XCR_PURE" and "COVERAGE" not in key}
    environment |= {"PYTHONPATH": str(folder / "src"), "XCR_PURE": str(int(pure))}
    return subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, text=True, cwd=folder, env=environment
    ).stdout


def is_compiled() -> bool:
    mark = compiled_folder() / STAMP
    return mark.is_file() and mark.read_text() == stamp()


@pytest.mark.skipif(not is_compiled(), reason="not compiled: make compiled")
def test_both_forms_find_the_same(compiled_rules: Path) -> None:
    call = ("-m", "tests.engines.dataflow.forms", str(compiled_rules))
    (written, *found), (compiled, *found_too) = (run(*call, pure=pure).splitlines() for pure in (True, False))
    assert (written, compiled) == ("written", "compiled")
    assert len(found) > 1000
    assert found == found_too


def test_compiled_form_counts_only_when_it_was_made_of_the_sources_that_stand_there(tmp_path: Path) -> None:
    package = tmp_path / "src" / "xcodereviewer"
    shutil.copytree(SOURCES, package, ignore=shutil.ignore_patterns("rules", "*.yaml", "__pycache__", "compiled"))
    form = "from xcodereviewer.engines.dataflow import form; "

    def why_pure(*, pure: bool = False) -> str:
        return run("-c", form + "print(form.why_pure())", pure=pure, folder=tmp_path).strip()

    assert why_pure() == "it was not compiled"
    place = tmp_path / "build" / "compiled" / "stamp"
    place.parent.mkdir(parents=True)
    place.write_text(run("-c", form + "print(form.stamp(), end='')", pure=False, folder=tmp_path))
    assert why_pure() == ""
    assert why_pure(pure=True) == "XCR_PURE is set"
    with (package / "domain" / "kinds.py").open("a") as source:
        source.write("# edited\n")
    assert why_pure() == "it was compiled from other sources, or for another Python"
