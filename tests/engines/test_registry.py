"""Which engines there are, and what it costs to know."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.hostile import install

from xcodereviewer.engines.complexity_grammar import SHAPES
from xcodereviewer.engines.grammars import GRAMMARS, QUERIED
from xcodereviewer.engines.registry import BUILT_IN, UnknownEngine, engine_names, load_engine
from xcodereviewer.engines.tree_query import QUERY_GRAMMARS
from xcodereviewer.engines.versions import installed_version


def test_other_packages_bring_engines_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_names() == sorted(BUILT_IN)
    install(monkeypatch)
    assert engine_names() == sorted([*BUILT_IN, "hostile"])
    assert load_engine("hostile").name == "hostile"


def test_unknown_engine_is_told_with_those_that_are_there() -> None:
    with pytest.raises(UnknownEngine, match=r"There is no engine `nobody`. Installed are: complexity, "):
        load_engine("nobody")


def test_engines_of_our_own_agree_with_their_names() -> None:
    assert {name: load_engine(name).name for name in BUILT_IN} == {name: name for name in BUILT_IN}


@pytest.mark.parametrize(
    ("package", "module"),
    [
        ("ast-grep-py", "ast_grep_py"),
        ("google-re2", "re2"),
        ("PyYAML", "yaml"),
        ("typing_extensions", "typing_extensions"),
    ],
)
def test_version_is_that_of_the_installed_package(package: str, module: str) -> None:
    assert installed_version(package, module) == version(package)


def test_unusual_installations_are_asked_for_their_metadata(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text("")
    (tmp_path / "odd-2.egg-info").mkdir()
    (tmp_path / "odd-2.egg-info" / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 2.5\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert installed_version("odd", "odd") == "2.5"


def test_no_engine_reads_metadata_or_loads_a_grammar_before_it_is_made_ready() -> None:
    code = (
        "import sys; from xcodereviewer.engines.registry import BUILT_IN, engine_names, load_engine\n"
        "engine_names(); [load_engine(name) for name in BUILT_IN]\n"
        "print({'importlib.metadata', 'ast_grep_py', 'tree_sitter', 'yaml', 're2'} & set(sys.modules))\n"
    )
    ended = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "set()\n"


def test_languages_that_engines_name_are_those_that_they_have_grammars_for() -> None:
    assert set(QUERY_GRAMMARS) == QUERIED
    assert set(SHAPES) == set(GRAMMARS)


def test_an_engine_that_exits_when_loaded_is_one_that_does_not_load(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "leaver.py").write_text("raise SystemExit(0)\n")
    package = tmp_path / "leaver-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: leaver\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[xcodereviewer.engines]\nleaver = leaver:engine\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ImportError, match=r"the module of engine `leaver` exits \(0\)"):
        load_engine("leaver")
