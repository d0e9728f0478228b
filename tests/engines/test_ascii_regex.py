"""Expressions for ASCII texts: the same answers, or the same expression."""

import json

import msgspec
import pytest
from ast_grep_py import SgRoot
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.packs import PACK

from xcodereviewer.engines.ascii_regex import for_ascii, with_ascii_regexes

REGEXES = [
    r"^\w+$",
    r"\bselect\b.*\bfrom\b",
    r"(?i)^[^a-z\s]*x",
    r"[^\w.]+$",
    r"^f?[\"'][^\"']*[\"']$",
    r"(?s)a.b",
    r"(?is)select\s.*from",
    r"\S+\s\D\W",
    r"a(?i:bc)d",
    r"^(?:a|b)[]x]$",
    r"[^]x]",
    r"\.\*",
    r"(?i)[^k]",
    r"(?P<name>.)x",
]


def matches(regex: str, text: str) -> bool:
    root = SgRoot(json.dumps(text), "javascript").root()
    return root.find({"rule": {"kind": "string_fragment", "regex": regex}}) is not None


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(REGEXES),
    st.text(alphabet="aAbBkKx_ .'(*]-09select from", max_size=12)
    | st.text(st.characters(max_codepoint=126), max_size=9),
)
def test_ascii_text_is_answered_alike(regex: str, text: str) -> None:
    assert matches(for_ascii(regex), text) == matches(regex, text)


@pytest.mark.parametrize(
    "regex",
    ["密码", r"\p{L}", r"\P{L}", "(?x) a b", "[a[bc]]", "[a-z&&[^b]]", r"(?i)[^a]", "(?s:.).", r"\B.", r"[\W_]"],
)
def test_what_cannot_be_told_for_certain_is_left_alone(regex: str) -> None:
    assert for_ascii(regex) == regex


def test_every_expression_of_our_rules_is_accepted() -> None:
    rules = [rule for rule in PACK if rule.engine == "patterns"]
    found = {regex for rule in rules for regex in regexes(msgspec.json.decode(rule.match))}
    refused = {regex for regex in found if not is_accepted(for_ascii(regex))}
    assert len(found) > 500
    assert refused == set()
    assert sum(for_ascii(regex) != regex for regex in found) > 0.8 * len(found)


def regexes(config: object) -> set[str]:
    if isinstance(config, dict):
        own = {value for key, value in config.items() if key == "regex"}
        return own.union(*(regexes(value) for value in config.values()))
    return set().union(*map(regexes, config)) if isinstance(config, list) else set()


def is_accepted(regex: str) -> bool:
    try:
        matches(regex, "text")
    except RuntimeError:
        return False
    return True


def test_only_expressions_are_rewritten() -> None:
    config = {"any": [{"regex": r"\w"}, {"pattern": r"\w"}], "not": {"has": {"regex": "a.b", "kind": "x"}}}
    assert with_ascii_regexes(config) == {
        "any": [{"regex": r"(?-u)\w"}, {"pattern": r"\w"}],
        "not": {"has": {"regex": r"(?-u)a[\x00-\x09\x0b-\x7f]b", "kind": "x"}},
    }
