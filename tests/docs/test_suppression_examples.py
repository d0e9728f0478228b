"""The suppressions that the documents show silence what they name, however the code imports what it calls."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Xcr, xcr

__all__ = ["xcr"]

ROOT = Path(__file__).parents[2]
IMPORTS = {"whole": ("import hashlib", "hashlib.md5"), "single": ("from hashlib import md5", "md5")}
ENGINES = ["patterns,dataflow", "dataflow"]
_SHOWN = re.compile(r"xcr: ignore(?:-file)?\[[^\n`]+")
EXAMPLES = sorted(
    {
        re.sub(r" -- until .*", "", shown)
        for name in ("README.md", "docs/configuration.md")
        for shown in _SHOWN.findall((ROOT / name).read_text())
    }
)


def test_documents_show_suppressions_of_a_line_and_of_a_file() -> None:
    assert {shown.partition("[")[0] for shown in EXAMPLES} == {"xcr: ignore", "xcr: ignore-file"}


@pytest.mark.parametrize("shown", EXAMPLES)
@pytest.mark.parametrize("style", IMPORTS)
@pytest.mark.parametrize("engines", ENGINES)
def test_suppression_shown_in_a_document_silences_the_finding(xcr: Xcr, shown: str, style: str, engines: str) -> None:
    imported, called = IMPORTS[style]
    Path("app.py").write_text(f"{imported}\n\n# {shown}\ntoken = {called}(name)\n")
    ended = xcr("review", "--engines", engines, "--fail-on", "info")
    assert (ended.code, "1 suppressed" in ended.out) == (0, True)
    assert "Suppression" not in ended.out
    assert "silences nothing" not in ended.out


@pytest.mark.parametrize("name", ["weak-hash", "broken-hash"])
@pytest.mark.parametrize("style", IMPORTS)
@pytest.mark.parametrize("engines", [*ENGINES, "patterns"])
def test_either_name_of_a_weakness_holds_whichever_engine_saw_it(xcr: Xcr, name: str, style: str, engines: str) -> None:
    imported, called = IMPORTS[style]
    Path("app.py").write_text(f"{imported}\n\ntoken = {called}(name)  # xcr: ignore[{name}] only a cache key\n")
    assert xcr("review", "--engines", engines, "--fail-on", "info").code == 0


def test_without_the_suppression_the_finding_fails_the_gate(xcr: Xcr) -> None:
    Path("app.py").write_text("from hashlib import md5\n\ntoken = md5(name)\n")
    assert xcr("review", "--engines", "patterns,dataflow", "--fail-on", "info").code == 1
