"""YAML is read with exact places, and what is hostile costs no more than it is long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.engines.configuration_tree import Kind, Lines, Node
from xcodereviewer.engines.configuration_yaml import read_documents


def plain(node: Node) -> object:
    """The tree as Python values, for comparing it whole."""
    match node.kind:
        case Kind.TEXT:
            return node.text
        case Kind.LIST:
            return [plain(entry.node) for entry in node.entries]
        case _:
            return {key: plain(entry.node) for key, entry in node.by_key.items()}


def values(text: str) -> list[object]:
    documents = read_documents(text)
    assert documents.gap == ""
    return [plain(root) for root in documents.roots]


def test_documents_are_read_one_by_one() -> None:
    assert values("a: 1\n---\n- x\n- {b: ''}\n---\n...\n") == [{"a": "1"}, ["x", {"b": ""}], ""]


def test_of_equal_keys_the_last_counts() -> None:
    assert values("a: 1\nb: 2\na: 3\n") == [{"a": "3", "b": "2"}]


def test_alias_is_the_same_node_again() -> None:
    (root,) = read_documents("a: &x {k: v}\nb: *x\nc: *unknown\n").roots
    assert plain(root) == {"a": {"k": "v"}, "b": {"k": "v"}, "c": ""}
    assert root.by_key["a"].node is root.by_key["b"].node


def test_merged_keys_stand_behind_the_mappings_own() -> None:
    text = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], a: 0}\n"
    merged = read_documents(text).roots[0].by_key["z"].node
    assert {key: entry.node.text for key, entry in merged.by_key.items() if key != "<<"} == {
        "a": "0",
        "b": "2",
        "c": "4",
    }


def test_mapping_that_holds_itself_is_read() -> None:
    (root,) = read_documents("&a {b: *a}\n").roots
    assert root.by_key["b"].node is root


def test_thousandfold_alias_stays_as_small_as_its_text() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    (root,) = read_documents("\n".join(lines)).roots
    assert len(root.by_key["a59"].node.entries) == 9


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 300, "- " * 50_000, "? " * 5_000])
def test_deep_nesting_is_a_gap(text: str) -> None:
    documents = read_documents(text)
    assert (documents.roots, bool(documents.gap)) == ((), True)


def test_merging_over_and_over_is_a_gap() -> None:
    base = "b: &b {" + ", ".join(f"k{n}: 1" for n in range(1000)) + "}\n"
    text = base + "".join(f"m{n}: {{<<: [*b, *b, *b]}}\n" for n in range(200))
    assert read_documents(text).gap == "more than 300,000 values"


def test_tab_in_the_indentation_is_a_gap_with_its_line() -> None:
    documents = read_documents("a: 1\n---\nb:\n\tc: 1\n")
    assert ([plain(root) for root in documents.roots], documents.gap) == (
        [{"a": "1"}],
        "from line 4 on it does not parse",
    )


def test_control_character_is_a_gap() -> None:
    assert read_documents("a: \x07\n").gap == "a character that YAML does not allow stands in it"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_places_are_exact_for_every_line_end_and_behind_a_byte_order_mark(start: str, end: str) -> None:
    text = start + end.join(["# \U0001f600", "a:", "  - bc: 'd'"]) + end
    entry = read_documents(text).roots[0].by_key["a"].node.entries[0].node.by_key["bc"]
    assert (text[entry.key_start : entry.key_end], text[entry.node.start : entry.node.end]) == ("bc", "'d'")
    assert Lines(text).number(entry.key_start) == 3


def test_keys_of_all_mappings_are_known() -> None:
    assert read_documents("a: {b: 1}\n---\n'c': [d: 1]\n").keys == frozenset({"a", "b", "c", "d"})


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}&*<!|>'\"#? \n\t,\u2028é")), max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    documents = read_documents(text)
    lines = Lines(text)
    pending, seen = list(documents.roots), set()
    while pending:
        node = pending.pop()
        if id(node) not in seen:
            seen.add(id(node))
            assert 0 <= node.start <= node.end <= len(text)
            assert lines.span(node.start, node.end).start_line <= text.count("\n") + 1
            pending += [entry.node for entry in node.entries]
