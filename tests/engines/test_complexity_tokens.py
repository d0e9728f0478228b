"""Lines of tokens, without comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.domain.language import Language
from xcodereviewer.engines.complexity_grammar import SHAPES
from xcodereviewer.engines.complexity_tokens import code_lines


def lines(text: str, language: Language) -> list[tuple[int, list[str]]]:
    return [(line.number, list(line.tokens)) for line in code_lines(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a = 1  # b\n\n# c\nd", Language.PYTHON, [(1, ["a", "=", "1"]), (4, ["d"])]),
        ('x = """a\n# b\n"""\ny', Language.PYTHON, [(1, ["x", "=", '"""a\n# b\n"""']), (4, ["y"])]),
        ("a /* b\nc */ d // e\nf", Language.JAVASCRIPT, [(1, ["a"]), (2, ["d"]), (3, ["f"])]),
        ("`a\n${b}` + c", Language.JAVASCRIPT, [(1, ["`a\n${b}`"]), (2, ["+", "c"])]),
        ("fn f<'a>(x: &'a str) { 'b' }", Language.RUST, None),
        ("echo ${#a} $# # b\nc", Language.SHELL, [(1, ["echo", "$", "{", "a", "}", "$"]), (2, ["c"])]),
        ("#[A]\nf(); # b\n// c", Language.PHP, [(1, ["[", "A", "]"]), (2, ["f", "(", ")", ";"])]),
        ('x = @"c:\\"; $@"""{a}"""', Language.CSHARP, [(1, ["x", "=", '@"c:\\"', ";", '$@"""{a}"""'])]),
        ('r#"a "b" c"# + d', Language.RUST, [(1, ['r#"a "b" c"#', "+", "d"])]),
        ('R"(a"b)" c', Language.CPP, [(1, ['R"(a"b)"', "c"])]),
        ('"""a\nb""" c', Language.JAVA, [(1, ['"""a\nb"""']), (2, ["c"])]),
        ("a >>= b", Language.C, [(1, ["a", ">>=", "b"])]),
        ('\'it\' + "x\\"y"', Language.JAVASCRIPT, [(1, ["'it'", "+", '"x\\"y"'])]),
    ],
)
def test_text_becomes_lines_of_tokens(
    text: str, language: Language, expected: list[tuple[int, list[str]]] | None
) -> None:
    if expected is None:
        expected = [(1, ["fn", "f", "<", "'", "a", ">", "(", "x", ":", "&", "'", "a", "str", ")", "{", "'b'", "}"])]
    assert lines(text, language) == expected


@pytest.mark.parametrize("begin", ["/*", '"""', "`", '"', "'", "'''"])
def test_what_has_no_end_does_not_take_quadratic_time(begin: str) -> None:
    for language in (Language.JAVASCRIPT, Language.PYTHON, Language.RUST):
        assert len(code_lines(f"a\n{begin} " * 50_000, language)) >= 1


@given(st.text(alphabet="ab1 \n\t'\"`/*#\\(){}=", max_size=200), st.sampled_from(sorted(SHAPES)))
def test_line_numbers_are_those_of_the_text(text: str, language: Language) -> None:
    texts = text.split("\n")
    for line in code_lines(text, language):
        assert line.tokens[0].split("\n")[0] in texts[line.number - 1]
