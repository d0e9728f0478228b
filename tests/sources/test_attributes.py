"""What `.gitattributes` says of generated and third-party files."""

from pathlib import Path

import pytest
from tests.cli.conftest import VULNERABLE, Git, Xcr, git, xcr

from xcodereviewer.sources.attributes import parse_attributes
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.selection import Selection

__all__ = ["git", "xcr"]


def left_out(root: Path, attributes: str, *paths: str, **files: str) -> dict[str, str]:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x = 1\n")
    for name, content in ({".gitattributes": attributes} | files).items():
        (root / name).write_text(content)
    with open_directory(root, selection=Selection()) as tree:
        return {skip.path: skip.reason for skip in tree.skipped}


def test_generated_and_vendored_files_are_left_out_with_the_reason(tmp_path: Path) -> None:
    attributes = "# a comment\n*.pb.py linguist-generated=true\nlib/** linguist-vendored text\n*.py text=auto\n"
    assert left_out(tmp_path, attributes, "a.py", "a.pb.py", "lib/b.py", "lib/deep/c.py", "src/lib/d.py") == {
        "a.pb.py": "generated, says .gitattributes",
        "lib/b.py": "third-party code, says .gitattributes",
        "lib/deep/c.py": "third-party code, says .gitattributes",
    }


@pytest.mark.parametrize("word", ["-linguist-vendored", "!linguist-vendored", "linguist-vendored=false"])
def test_a_later_line_takes_back(tmp_path: Path, word: str) -> None:
    told = left_out(tmp_path, f"lib/** linguist-vendored\nlib/own.py {word}\n", "lib/a.py", "lib/own.py")
    assert list(told) == ["lib/a.py"]


def test_a_file_of_a_folder_below_speaks_for_it(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / ".gitattributes").write_text("own.py -linguist-vendored\ngen.py linguist-generated\n")
    told = left_out(tmp_path, "lib/own.py linguist-vendored\n", "lib/own.py", "lib/gen.py", "gen.py")
    assert told["lib/gen.py"] == "generated, says lib/.gitattributes"
    assert "lib/own.py" not in told
    assert "gen.py" not in told


def test_our_ignore_file_brings_back(tmp_path: Path) -> None:
    told = left_out(tmp_path, "*.py linguist-generated\n", "a.py", "b.py", **{".xcrignore": "!a.py\n"})
    assert "a.py" not in told
    assert "b.py" in told


@pytest.mark.parametrize(
    "line", ["lib/ linguist-vendored", "[attr]x linguist-vendored", "*.py linguist-language=C", "*.py"]
)
def test_other_lines_say_nothing(line: str) -> None:
    assert parse_attributes(line.encode(), shown="x", depth=0) == {}


def test_pattern_in_quotes_is_read(tmp_path: Path) -> None:
    assert list(left_out(tmp_path, '"a b.py" linguist-generated\n', "a b.py")) == ["a b.py"]


def test_a_change_cannot_leave_itself_out(xcr: Xcr, git: Git) -> None:
    git("init")
    Path("app.py").write_text("x = 1\n")
    git("add", ".")
    git("commit", "-m", "first")
    Path("app.py").write_text(VULNERABLE)
    Path(".gitattributes").write_text("*.py linguist-generated\n")
    whole = xcr("review", "--fail-on", "low")
    assert "app.py: generated, says .gitattributes" in whole.out
    change = xcr("review", "--diff", "HEAD", "--fail-on", "low")
    assert change.code == 1
    assert "The change under review would leave out app.py" in " ".join(change.out.split())
    git("add", ".")
    git("commit", "-m", "second")
    Path("app.py").write_text(VULNERABLE + "# more\n")
    assert xcr("review", "--diff", "HEAD", "--fail-on", "low").code == 0  # it was so before
