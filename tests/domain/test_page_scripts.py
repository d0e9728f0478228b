"""The scripts of a page, each where it stands."""

import pytest
from tests.growth import growth

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.page_scripts import page_scripts

JS, TS = Language.JAVASCRIPT, Language.TYPESCRIPT


def places(page: str, wanted: str) -> dict[Language, int]:
    return {language: text.find(wanted) for language, text in page_scripts(page).items() if wanted in text}


@pytest.mark.parametrize(
    ("attributes", "language"),
    [
        ("", JS),
        (' type="module"', JS),
        (" type='text/javascript' nonce=x", JS),
        (" setup", JS),
        (' setup lang="ts"', TS),
        (' lang="tsx"', Language.TSX),
        (' data-x="a > b"', JS),
        (' type="application/json"', None),
        (' type="text/template"', None),
        (' lang="coffee"', None),
    ],
)
def test_script_is_found_at_its_place_in_its_language(attributes: str, language: Language | None) -> None:
    page = f"<p>\u4f60\n</p><SCRIPT{attributes}>\r\n  run(x);\n</SCRIPT>\n<p>run(x)</p>"
    assert places(page, "run(x)") == ({language: page.index("run(x)")} if language is not None else {})
    for text in page_scripts(page).values():
        assert (len(text), text.count("\n"), text.strip()) == (len(page), page.count("\n"), "run(x);")


def test_scripts_of_a_page_are_one_text_for_each_language() -> None:
    page = "<script>a()</script><script lang=ts>b()</script><scripted>no()</scripted><script>c()"
    assert {language: text.split() for language, text in page_scripts(page).items()} == {
        JS: ["a()", "c()"],
        TS: ["b()"],
    }


def test_script_in_a_comment_is_none() -> None:
    assert page_scripts("<!-- <script>a()</script> --><p></p>") == {}


def test_what_a_template_puts_in_is_a_name_and_its_tags_are_nothing() -> None:
    page = "<script>x = {{ a|b }}; {% if c %}y = '<%= d %>';{% endif %}</script>"
    (text,) = page_scripts(page).values()
    assert text.split() == ["x", "=", "_" * 9 + ";", "y", "=", "'" + "_" * 8 + "';"]


@pytest.mark.parametrize("piece", ["<script ", '<script"', "<!--", "{{", "<script>{{"])
def test_hostile_page_costs_little(piece: str) -> None:
    assert growth(lambda size: page_scripts(piece * (size // len(piece))), 200_000) < 10
