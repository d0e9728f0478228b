"""Paths lead where they say, each node once."""

import pytest

from xcodereviewer.engines.configuration_path import Look, parse_path
from xcodereviewer.engines.configuration_tree import Entry, Place
from xcodereviewer.engines.configuration_yaml import read_documents

TEXT = """\
name: root
jobs:
  a: {steps: [{run: one}, {run: two, uses: x}], "a.b/c": odd}
  b: {steps: [{run: three}], kind: Pod}
list: [[1, 2], [3]]
"""


def reached(path: str, text: str = TEXT) -> list[str]:
    root = Place(entry=Entry(node=read_documents(text).roots[0]))
    look = Look(root=root, named={"steps": (parse_path("$.jobs.*.steps[*]", ()),)})
    return [text[place.node.start : place.node.end] for place in parse_path(path, ["steps"]).places(root, look)]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("name", ["root"]),
        ("jobs.*.steps[*].run", ["one", "two", "three"]),
        ("jobs.a.steps[-1].run", ["two"]),
        ("jobs.a.steps[2].run", []),
        ("jobs.~", ["a", "b"]),
        ('jobs.a."a.b/c"', ["odd"]),
        ("jobs.*[kind=Job|Pod].steps[0].run", ["three"]),
        ("@steps.run", ["one", "two", "three"]),
        ("@steps.uses.^.run", ["two"]),
        ("@steps.^.kind", ["Pod"]),
        ("jobs.a.$.name", ["root"]),
        ("**.run", ["one", "two", "three"]),
        ("list[*][0]", ["1", "3"]),
        ("name.x", []),
        ("^", []),
    ],
)
def test_path_leads_to_places_in_the_order_of_the_text(path: str, found: list[str]) -> None:
    assert reached(path) == found


def test_empty_path_is_the_place_itself() -> None:
    assert reached(".") == reached("") == reached("$")


def test_node_that_several_aliases_reach_is_one_place() -> None:
    assert reached("**.k", "a: &a {k: v}\nb: [*a, *a]\nc: *a\n") == ["v"]


def test_merged_mapping_is_not_among_the_values() -> None:
    assert reached("m.*", "x: &x {a: one}\nm: {<<: *x, b: two}\n") == ["two", "one"]


@pytest.mark.parametrize("path", ["a..b", "a[", "a[x]", "[*", "a.@", "@other"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"is not a path|there is no place"):
        parse_path(path, ["steps"])
