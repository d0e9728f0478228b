"""YAML is read strictly, and alike with libyaml and without it."""

from pathlib import Path

import pytest
import yaml

from xcodereviewer.rules.pack import built_in_folder
from xcodereviewer.rules.yaml_document import InvalidYaml, read_document

HOUSE = Path(__file__).parents[2] / "rules" / "house"
FILES = [path for folder in (built_in_folder(), HOUSE) for path in sorted(folder.rglob("*.yaml"))]


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def test_every_rule_is_read_alike_without_libyaml() -> None:
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML has no libyaml here")
    different = [path.name for path in FILES if _pure(path) != yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]
    assert (different, len(FILES) > 500) == ([], True)


def _pure(path: Path) -> object:
    try:
        return yaml.load(path.read_text("utf-8"), yaml.SafeLoader)
    except yaml.YAMLError as error:
        return str(error)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a: b\nc: d: e\n", 2, "; a text that holds `: ` needs quotes"),
        ("a: b\n\tc: d\n", 2, "not valid YAML: a tab at the beginning of the line; indent with spaces"),
        ("a: b\nc: @d\n", 2, "; a text that begins with @, % or ` needs quotes"),
        ("a: *b\n", 1, "; a text that begins with * or & needs quotes"),
        ('a: "\\d"\n', 1, "; in double quotes each backslash is doubled; use single quotes"),
        ("a: !b c\n", 1, "; a text that begins with ! needs quotes"),
        ("a: !!python/object/apply:os.getcwd []\n", 1, "; a text that begins with ! needs quotes"),
        ("a: b\n---\nc: d\n", 2, "; a file holds one rule, without `---` inside"),
        ("a: b\nc: \x01\n", 2, "; delete the control character, or write it as an escape"),
        ("a: b\nno colon\nc: d\n", 3, "; a key is followed by a colon and a space"),
        ("a: 'b\nc: d\n", 1, "; close the quote"),
        ("a: - b\n", 1, "; begin the list on a line of its own, or put the text in quotes"),
        ("a: |b\n", 1, "; a text that begins with | or > needs quotes"),
        ("a: [b\nc: d\n", 1, "; close each [ and {, and put texts with , [ ] { } or ? in quotes"),
        ("a: b\nc: {d: ?e}\n", 2, "; close each [ and {, and put texts with , [ ] { } or ? in quotes"),
        ("- a\nb: c\n", 2, "; indent alike what belongs together"),
        ("a: b\na: c\n", 2, "the key `a` stands twice in one mapping; delete one"),
        ("a: b\non: c\n", 2, "the key `on` is no text; put it in quotes"),
        ("? [a]\n: b\n", 1, "the key `…` is no text; put it in quotes"),
        ("<<: {a: b}\n", 1, "the key `<<` is no text; put it in quotes"),
        ("a: &b [c]\nd: *b\n", 1, "what stands on line 1 is repeated by an alias (`*…`); write it out"),
        ("a: &b\n  c: *b\n", 1, "what stands on line 1 is repeated by an alias (`*…`); write it out"),
    ],
)
def test_slip_is_told_with_its_line_and_what_to_write(text: str, line: int, hint: str) -> None:
    with pytest.raises(InvalidYaml) as caught:
        read_document(text)
    assert (caught.value.line, str(caught.value).endswith(hint), "\n" in str(caught.value)) == (line, True, False)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("depth", [101, 900, 100_000])
def test_deep_nesting_is_an_error_and_no_crash(depth: int) -> None:
    with pytest.raises(InvalidYaml, match="nest less deeply"):
        read_document(f"a: {'[' * depth}{']' * depth}")


def test_aliases_do_not_multiply() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(InvalidYaml, match="repeated by an alias"):
        read_document(bomb)


@pytest.mark.parametrize(
    ("path", "line"), [(("a",), 1), (("b", 1), 4), (("b", 1, "c"), 4), (("b", 1, "d"), 5), (("b", 7), 2), (("x",), 1)]
)
def test_line_of_a_path_is_that_of_its_key_as_far_as_it_goes(path: tuple[str | int, ...], line: int) -> None:
    assert read_document("a: 1\nb:\n- 2\n- c: 3\n  d:\n    e: 4\n").line(path) == line


def test_word_is_found_in_what_the_path_leads_to() -> None:
    document = read_document("a: word\nb:\n  c: [x,\n    word]\n")
    assert (document.line(("b",), word="word"), document.line(("b",), word="none")) == (4, 2)
