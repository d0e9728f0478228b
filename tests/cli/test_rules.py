"""`xcr rules`: list, show, test and new, with their errors whole."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Xcr

RULE = "python.bug.odd-call"
FILE = "rules/python/bug/odd-call.yaml"
UNKNOWN_KIND = f"xcr: {FILE}:24: `nonsense` is no kind of node in python; see the language's tree-sitter grammar.\n"


@pytest.fixture
def rule_file(xcr: Xcr) -> Path:
    """The file of a rule that has just been begun."""
    assert xcr("rules", "new", RULE).code == 0
    return Path(FILE)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ["rules", "test", "rules"],
        ["rules", "list", "--rules", "rules"],
        ["rules", "show", RULE, "--rules", "rules"],
        ["review", ".", "--rules", "rules"],
        ["review", ".", "--rules", "rules", "--rules", "rules/python"],
    ],
    ids=" ".join,
)
def test_mistake_in_a_rule_file_ends_every_command_with_one_line(xcr: Xcr, rule_file: Path, command: list[str]) -> None:
    rewrite(rule_file, "pattern: dangerous($VALUE)", "kind: nonsense")
    ended = xcr(*command)
    assert (ended.code, ended.out, ended.err) == (2, "", UNKNOWN_KIND)


@pytest.mark.parametrize("command", [["rules", "list"], ["review", "."], ["explain", RULE], ["engines"]], ids=" ".join)
def test_mistake_in_a_configured_folder_names_the_file_as_seen_from_here(
    xcr: Xcr, rule_file: Path, command: list[str]
) -> None:
    rewrite(rule_file, "pattern: dangerous($VALUE)", "kind: nonsense")
    Path(".xcr.toml").write_text('rules = ["rules"]\n')
    assert (xcr(*command).code, xcr(*command).err) == (2, UNKNOWN_KIND)


def test_folder_that_is_named_twice_is_read_once(xcr: Xcr, rule_file: Path) -> None:
    Path(".xcr.toml").write_text('rules = ["rules"]\n')
    ended = xcr("rules", "list", "--rules", "rules", "--rules", str(rule_file.parents[2].resolve()))
    assert (ended.code, ended.out.count(RULE)) == (0, 1)


@pytest.mark.parametrize("command", [["rules", "test", "rules"], ["review", ".", "--rules", "rules"]], ids=" ".join)
def test_id_of_a_built_in_rule_is_taken(xcr: Xcr, rule_file: Path, command: list[str]) -> None:
    rewrite(rule_file, "odd-call\n", "mutable-default-argument\n")
    rule_file.rename(rule_file.with_name("mutable-default-argument.yaml"))
    assert xcr(*command).err == (
        "xcr: rules/python/bug/mutable-default-argument.yaml: the id `python.bug.mutable-default-argument` "
        "is taken by a built-in rule already. Choose another id.\n"
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("odd", "write <language>.<category>.<name>, as `python.security.weak-hash`."),
        ("python.bug.", "write <language>.<category>.<name>, as `python.security.weak-hash`."),
        ("../../odd", "write <language>.<category>.<name>, as `python.security.weak-hash`."),
        ("pyton.bug.odd", "`pyton` is no language; did you mean `python`?"),
        ("python.bugs.odd", "`bugs` is no category; did you mean `bug`?"),
        ("python.bug.Odd", "`Odd` is not a name in small letters, digits and single hyphens, as `weak-hash` is."),
        (
            "python.bug.odd_one",
            "`odd_one` is not a name in small letters, digits and single hyphens, as `weak-hash` is.",
        ),
        ("python.bug.-odd", "`-odd` is not a name in small letters, digits and single hyphens, as `weak-hash` is."),
    ],
)
def test_name_that_no_rule_can_have_is_refused(xcr: Xcr, name: str, told: str) -> None:
    ended = xcr("rules", "new", "--", name)
    assert (ended.code, ended.err, list(Path().iterdir())) == (2, f"xcr: `{name}` is no rule id: {told}\n", [])


def test_name_of_a_rule_that_is_there_is_refused(xcr: Xcr, rule_file: Path) -> None:
    assert (xcr("rules", "new", RULE).err, xcr("rules", "new", "python.bug.mutable-default-argument").err) == (
        f"xcr: {rule_file} is there already. Edit it, or give the new rule another name.\n",
        "xcr: `python.bug.mutable-default-argument` is a built-in rule already. Give the new rule another name.\n",
    )


def test_new_rule_passes_its_test_and_is_counted_in_words(xcr: Xcr, rule_file: Path) -> None:
    ended = xcr("rules", "test", "rules")
    assert (ended.code, ended.out, ended.err) == (0, "", "1 rule, 0 problems.\n")
    rewrite(rule_file, "      careful(value)", "      careful(value)\n      dangerous(1)")
    ended = xcr("rules", "test", "rules")
    assert (ended.code, ended.out, ended.err) == (
        1,
        f"{FILE}:20: {RULE}: good example 1 is found, on its line 2\n",
        "1 rule, 1 problem.\n",
    )


def test_rule_without_examples_fails_its_test(xcr: Xcr, rule_file: Path) -> None:
    text = rule_file.read_text("utf-8")
    rule_file.write_text(text[: text.index("examples:")] + "examples: []\n" + text[text.index("match:") :], "utf-8")
    assert xcr("rules", "test", "rules").out == f"{FILE}:17: {RULE}: it has no examples; write one\n"


@pytest.mark.usefixtures("rule_file")
@pytest.mark.parametrize(
    ("code", "told"),
    [
        (f"dangerous(1)  # finds: {RULE}\ncareful(1)  # ok: {RULE}\n" * 2, []),
        (
            f"dangerous(1)  # finds: {RULE}\n",
            [f"{FILE}:1: {RULE}: marked `finds` once and `ok` never; mark each at least twice"],
        ),
        (
            f"dangerous(1)  # finds: {RULE}\ncareful(1)  # ok: {RULE}\n" * 2 + "x = 1  # finds: python.bug.nothing\n",
            ["marked.py:5: python.bug.nothing: there is no such rule"],
        ),
        (
            f"dangerous(1)  # finds: {RULE}\ncareful(1)  # ok: {RULE}\n" * 2 + "x = 1  # finds: odd-call\n",
            ["marked.py:5: `finds: odd-call` is no mark; write `finds: ` and the full id of a rule"],
        ),
        (
            f"dangerous(1)  # finds: {RULE}\ncareful(1)  # ok: {RULE}\n" * 2 + f"dangerous(2)  # finds {RULE}\n",
            [
                f"marked.py:5: `finds {RULE}` is no mark; write `finds: ` and the full id of a rule",
                f"marked.py:5: {RULE}: is found here without a mark",
            ],
        ),
        (
            f"dangerous(1)  # finds: {RULE}\ncareful(1)  # ok: {RULE}\n" * 2
            + "def f(a=[]): ...  # ok: python.bug.mutable-default-argument\n",
            [],  # a rule that is not under test
        ),
    ],
    ids=["enough", "too few", "no rule", "short id", "no colon", "other rule"],
)
def test_marked_code_is_held_against_the_rules(xcr: Xcr, code: str, told: list[str]) -> None:
    Path("marked.py").write_text(code)
    ended = xcr("rules", "test", "rules", "--marked", "marked.py")
    assert (ended.out.splitlines(), ended.code) == (told, int(bool(told)))


@pytest.mark.usefixtures("rule_file")
def test_marked_code_that_is_odd_is_no_fault(xcr: Xcr) -> None:
    Path("marked").mkdir()
    Path("marked/a.py").write_bytes(f"dangerous(1)  # finds: {RULE}\n".encode() * 2 + b"\xff\xfe\x00\n")
    Path("marked/b.bin").write_bytes(f"careful(1)  # ok: {RULE}\n".encode() * 2)
    Path("marked/link").symlink_to("nowhere")
    assert xcr("rules", "test", "rules", "--marked", "marked").code == 0
    ended = xcr("rules", "test", "rules", "--marked", "none")
    assert (ended.code, ended.err) == (
        2,
        "xcr: There is no marked code at none. docs/rules.md says how marked code looks.\n",
    )


def test_list_counts_in_words_and_its_filters_hold_together(xcr: Xcr) -> None:
    filters = ["--language", "python", "--severity", "critical", "--rule-set", "performance"]
    ended = xcr("rules", "list", *filters)
    assert (ended.code, ended.out, ended.err) == (0, "", "0 rules.\n")
    assert json.loads(xcr("rules", "list", *filters, "--json").out) == []


@pytest.mark.usefixtures("rule_file")
def test_rule_is_shown_as_json_with_all_that_it_says(xcr: Xcr) -> None:
    shown = json.loads(xcr("rules", "show", "odd-call", "--rules", "rules", "--json").out)
    assert (shown["id"], shown["category"], shown["title"]["en"], shown["examples"]) == (
        RULE,
        "bug",
        "Name it in a few words",
        [{"language": "python", "bad": "dangerous(value)\n", "good": "careful(value)\n"}],
    )


def test_name_of_many_rules_lists_a_few(xcr: Xcr) -> None:
    told = xcr("rules", "show", "python.*").err
    assert (told.count("python."), told.endswith(" more. Name one in full.\n")) == (7, True)
