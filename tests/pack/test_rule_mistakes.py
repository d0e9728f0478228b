"""Every mistake in a rule file is one line: the file, the line, what is wrong and what to write."""

import os
from pathlib import Path

import pytest
import yaml

from xcodereviewer.core.errors import XCodeReviewerError
from xcodereviewer.pipeline.rule_check import check_pack
from xcodereviewer.rules.pack import load_pack
from xcodereviewer.rules.template import rule_template

MISTAKES = [
    (rule_id, mistake["change"], mistake["told"])
    for rule_id, mistakes in yaml.safe_load(Path(__file__).with_name("rule_mistakes.yaml").read_text("utf-8")).items()
    for mistake in mistakes
]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()


def told(folder: str = "rules") -> str:
    with pytest.raises(XCodeReviewerError) as caught:
        check_pack(load_pack(Path(folder)))
    return str(caught.value)


@pytest.mark.parametrize(("rule_id", "change", "expected"), MISTAKES, ids=[line for _, _, line in MISTAKES])
def test_mistake_is_told_in_one_line(rule_id: str, change: dict[str, str], expected: str) -> None:
    text = rule_template(rule_id)
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    Path("rules/odd-call.yaml").write_text(text, "utf-8")
    assert told() == f"rules/odd-call.yaml{expected}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "rules/odd.yaml: the file is empty; begin a rule with `xcr rules new`."),
        (b"# nothing\n", "rules/odd.yaml: the file is empty; begin a rule with `xcr rules new`."),
        (b"- id\n", "rules/odd.yaml:1: the file is no mapping; a rule begins with `id: …`."),
        (b"a text\n", "rules/odd.yaml:1: the file is no mapping; a rule begins with `id: …`."),
        (b"id: x\ntitle: \xe9\n", "rules/odd.yaml:2: not UTF-8 text; save the file in that encoding."),
        ("id: x".encode("utf-16"), "rules/odd.yaml:1: not UTF-8 text; save the file in that encoding."),
        (b"a" * 500_001, "rules/odd.yaml: the file has 500,001 characters; a rule has at most 500,000."),
    ],
    ids=["empty", "comment", "list", "text", "latin-1", "utf-16", "huge"],
)
def test_file_that_holds_no_rule_is_told_in_one_line(content: bytes, expected: str) -> None:
    Path("rules/odd.yaml").write_bytes(content)
    assert told() == expected


def test_what_cannot_be_read_is_told_in_one_line() -> None:
    expected = "rules/odd.yaml: this is no file that can be read; delete it, or mend the link."
    Path("rules/odd.yaml").symlink_to("nowhere")
    assert told() == expected
    Path("rules/odd.yaml").unlink()
    os.mkfifo("rules/odd.yaml")
    assert told() == expected


def test_folder_without_rules_is_told_in_one_line() -> None:
    Path("file").write_text("")
    assert told() == "rules holds no rule file (*.yaml). Begin one with: xcr rules new ID --folder rules"
    assert told("none") == "There is no folder of rules at none. Name a folder that holds rule files (*.yaml)."
    assert told("file") == "file is a file, not a folder of rules. Name a folder that holds rule files (*.yaml)."


def test_two_files_with_one_id_are_both_named() -> None:
    for folder in ("rules/a", "rules/b"):
        Path(folder).mkdir()
        Path(folder, "odd-call.yaml").write_text(rule_template("python.bug.odd-call"), "utf-8")
    assert told() == (
        "rules/b/odd-call.yaml: the id `python.bug.odd-call` is taken by rules/a/odd-call.yaml already. "
        "Choose another id."
    )


@pytest.mark.parametrize("name", ["odd-call.yaml", "odd-call.yml", "odd-call.YAML"])
def test_rule_file_has_one_of_the_usual_endings(name: str) -> None:
    Path("rules", name).write_text(rule_template("python.bug.odd-call"), "utf-8-sig")
    assert [rule.id for rule in load_pack(Path("rules")).rules] == ["python.bug.odd-call"]


def test_hidden_folder_is_passed_over() -> None:
    Path("rules/.git").mkdir()
    Path("rules/.git/odd.yaml").write_text("id: [")
    Path("rules/odd-call.yaml").write_text(rule_template("python.bug.odd-call"), "utf-8")
    assert [rule.id for rule in load_pack(Path("rules")).rules] == ["python.bug.odd-call"]
