from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.triage.places import TextPlaces, mask_text

CODE = """\
class Order:
    def save(self):
        run( a,  b )  # first

        run(a, b)

def load():
    run(a, b)
"""


def span(line: int, start: int, end: int, *, last_line: int | None = None) -> Span:
    return Span(start_line=line, start_column=start, end_line=last_line or line, end_column=end)


def places(text: str = CODE) -> TextPlaces:
    return TextPlaces(text, Language.PYTHON)


def test_place_knows_neither_white_space_nor_comments() -> None:
    assert places().place(span(3, 9, 33)) == places().place(span(5, 9, 18)) != places().place(span(2, 5, 20))


def test_scope_is_told_by_the_lines_that_enclose_the_place() -> None:
    scopes = [places().scope(span(line, 9, 10)) for line in (3, 5, 8)]
    assert scopes[0] == scopes[1] != scopes[2]


def test_scope_stays_when_lines_are_added_above_and_changes_with_its_header() -> None:
    before = places().scope(span(5, 9, 10))
    assert places("import os\n\n" + CODE).scope(span(7, 9, 10)) == before
    assert places(CODE.replace("save", "store")).scope(span(5, 9, 10)) != before


def test_scope_of_a_header_is_the_header_without_what_is_flagged_in_it() -> None:
    text = "def f(x=[]):\n    pass\n"
    scopes = [places(t).scope(span(1, 9, 11)) for t in (text, text.replace("[]", "{}"), text.replace("f(", "g("))]
    assert scopes[0] == scopes[1] != scopes[2]


def test_snippet_is_at_most_five_lines_of_two_hundred_characters() -> None:
    text = "".join(f"{number}{'x' * 300}\n" for number in range(9))
    lines = places(text).snippet(span(2, 1, 5, last_line=9)).split("\n")
    assert lines == [f"{number}{'x' * 199}" for number in range(1, 6)]


def test_snippet_of_a_long_line_holds_the_flagged_column() -> None:
    assert "NEEDLE" in places(f"{'x' * 900}NEEDLE{'x' * 900}\n").snippet(span(1, 901, 907))


def test_secret_is_masked_in_the_snippet_and_not_in_the_place() -> None:
    one, other = 'key = "abcdefghijklmnop"\n', 'key = "ABCDEFGHIJKLMNOP"\n'
    secret = span(1, 8, 24)
    assert places(one).snippet(secret, masks=[secret]) == 'key = "abcd************"'
    assert places(one).place(secret, masks=[secret]) == places(other).place(secret, masks=[secret])


def test_short_secret_is_masked_whole() -> None:
    assert mask_text('key = "hunter2"\n', [span(1, 8, 15)]) == 'key = "*******"\n'


def test_line_hash_is_left_out_where_the_file_is_not_utf8() -> None:
    assert TextPlaces("x = 1\n", Language.PYTHON, encoding="gb18030").line_hash(1) == ""
    assert places("x = 1\n").line_hash(1).endswith(":1")


def test_places_beyond_the_end_of_the_text_are_empty() -> None:
    assert (places("x\n").snippet(span(9, 1, 2)), places("x\n").line_hash(9)) == ("", "")


@given(
    st.text(alphabet="ab \n", max_size=60), st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9), st.integers(1, 9)))
)
def test_masking_keeps_every_line_and_column(text: str, stretches: list[tuple[int, int, int]]) -> None:
    masks = [span(line, min(a, b), max(a, b)) for line, a, b in stretches if line <= text.count("\n") + 1]
    assert [len(line) for line in mask_text(text, masks).split("\n")] == [len(line) for line in text.split("\n")]
