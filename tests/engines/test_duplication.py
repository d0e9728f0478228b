"""Copies of code among the files of a tree."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.complexity_tokens import code_lines
from xcodereviewer.engines.duplication import Clone, find_clones
from xcodereviewer.engines.duplication_facts import make_facts

COPY = """    total = 0
    for item in basket.items:
        if item.price is None or item.count == 0:
            continue
        price = item.price * item.count
        if item.discount:
            price = price - item.discount.of(price)
        if region.has_tax(item):
            price = round(price * region.tax, 2)
        total = total + price
    log.info("total of %s is %s", basket.id, total)
    return total
"""


def clones(*texts: str, language: Language = Language.PYTHON, tokens: int = 60, lines: int = 10) -> list[Clone]:
    facts = []
    for number, text in enumerate(texts):
        file = SourceText(id=number, language=language, text=text)
        facts.append((number, make_facts(code_lines(text, language), file)))
    return find_clones([(number, content) for number, content in facts if content], tokens=tokens, lines=lines)


def places(found: list[Clone]) -> list[list[tuple[int, int, int]]]:
    return [[(p.id, p.span.start_line, p.span.end_line) for p in clone.places] for clone in found]


def test_copy_in_another_file_is_found_once_with_both_places() -> None:
    (clone,) = clones(
        f"def a(basket, region):\n{COPY}", f"import os\n\n\ndef b(basket, region, log):\n{COPY}\n\nx = 1\n"
    )
    assert places([clone]) == [[(0, 2, 13), (1, 5, 16)]]
    assert (clone.count, clone.lines, clone.places[0].head) == (
        2,
        12,
        Span(start_line=2, start_column=5, end_line=2, end_column=14),
    )


def test_related_place_names_its_file_unless_it_is_the_same() -> None:
    text = f"def a(basket, region):\n{COPY}\n\ndef b(basket, log):\n{COPY}"
    (clone,) = clones(text, f"def c(basket):\n{COPY}")
    first, *others = clone.places
    assert [(step.id, step.span.start_line, step.message) for step in (other.step(first) for other in others)] == [
        (None, 17, "The same code, to line 28"),
        (1, 2, "The same code, to line 13"),
    ]


def test_white_space_comments_and_line_breaks_do_not_matter() -> None:
    other = COPY.replace("    ", "\t").replace(
        "round(price * region.tax, 2)", "round(\n\t\tprice * region.tax, 2)  # cents"
    )
    assert places(clones(f"def a():\n{COPY}", f"def b():\n{other}")) == [[(0, 2, 13), (1, 2, 14)]]


def test_copy_with_another_name_in_it_is_none() -> None:
    assert clones(f"def a():\n{COPY}", f"def b():\n{COPY.replace('total', 'sum')}") == []


def test_copy_of_few_tokens_or_lines_is_none() -> None:
    texts = (f"def a():\n{COPY}", f"def b():\n{COPY}")
    assert (clones(*texts, tokens=200), clones(*texts, lines=13)) == ([], [])


def test_longer_copy_is_reported_and_the_shorter_one_only_where_it_is_news() -> None:
    short = "\n".join(COPY.split("\n")[:10]) + "\n"
    found = clones(
        f"def a():\n{COPY}    done(total)\n    return close(basket)\n",
        f"def b():\n{COPY}    done(total)\n    return close(basket)\n",
        f"def c():\n{short}    return None\n",
    )
    assert places(found) == [[(0, 2, 15), (1, 2, 15)], [(2, 2, 11), (0, 2, 11), (1, 2, 11)]]


def test_imports_are_no_copy() -> None:
    text = "".join(
        f"from package.module{n} import (\n    first{n},\n    second{n},\n)\nimport third{n}\n" for n in range(30)
    )
    assert clones(text, text) == []


def test_table_of_data_is_no_copy() -> None:
    rows = "".join(f'    ("name{n}", {n}, "value {n}", {{"a": {n}, "b": [{n}, {n}]}}),\n' for n in range(40))
    assert clones(f"A = [\n{rows}]\n", f"B = [\n{rows}]\n") == []


def test_repetition_in_one_file_is_one_group() -> None:
    text = "".join(f"def f{n}(basket):\n{COPY}\n" for n in range(80))
    (clone,) = clones(text)
    assert (clone.count, len(clone.places)) == (80, 11)


def test_periodic_text_does_not_overlap_itself() -> None:
    (clone,) = clones("def f():\n" + COPY * 4)
    spans = [place.span for place in clone.places]
    assert all(a.end_line < b.start_line for a, b in pairwise(spans))


def test_same_file_twice_is_one_copy() -> None:
    text = "import os\n\n" + "".join(f"def f{n}(basket):\n{COPY.replace('total', f't{n}')}\n" for n in range(5))
    assert places(clones(text, text)) == [[(0, 3, 71), (1, 3, 71)]]


def test_file_that_shares_nothing_changes_nothing_but_its_neighbours_numbers() -> None:
    alone = "def x(a, b):\n" + "".join(
        f"    if a.m{n}(b) or b.n{n}(a):\n        return c{n}(a, b)\n" for n in range(40)
    )
    texts = [f"def a():\n{COPY}", f"def b():\n{COPY}"]
    assert places(clones(*texts, alone)) == places(clones(*texts))
    assert [[n - 1 for n, _, _ in group] for group in places(clones(alone, *texts))] == [[0, 1]]


LINES = st.lists(st.sampled_from([f"    call_{n}(alpha, beta_{n}) if gamma_{n} else delta({n})\n" for n in range(30)]))


@settings(max_examples=60)
@given(LINES, LINES, LINES, LINES)
def test_copy_is_found_whatever_stands_around_it(a: list[str], b: list[str], c: list[str], d: list[str]) -> None:
    first, second = "".join(a) + COPY + "".join(b), "".join(c) + COPY + "".join(d)
    begin, end = len(a) + 1, len(a) + COPY.count("\n")
    found = clones(first, second)
    assert any(
        place.id == 0 and place.span.start_line <= begin and place.span.end_line >= end
        for clone in found
        for place in clone.places
    )
