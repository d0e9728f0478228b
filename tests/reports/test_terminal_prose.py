"""The rules' markdown in a terminal."""

import io

import pytest

from xcodereviewer.reports.terminal_prose import short, show_markdown
from xcodereviewer.reports.terminal_style import Pen, TerminalStyle


@pytest.mark.parametrize(
    ("text", "sentences", "said"),
    [
        ("One thing. Two things. Three.", 1, "One thing."),
        ("One thing. Two things. Three.", 2, "One thing. Two things."),
        ("Values, e.g. names, v. 2.0 and so on. Next.", 1, "Values, e.g. names, v. 2.0 and so on."),
        ("First line\ngoes on.\n\nSecond paragraph.", 2, "First line goes on."),
        ("Do one of\n- this\n- that", 1, "Do one of"),
        ("Write\n```python\nx()\n```", 1, "Write"),
        ("第一句。第二句。第三句。", 2, "第一句。第二句。"),
        ("**Never** run *it*, see [docs](https://x.test).", 1, "Never run it, see docs (https://x.test)."),
        ("2 * 3 * 4 and **kwargs", 1, "2 * 3 * 4 and **kwargs"),
    ],
)
def test_short_text_is_the_first_sentences_in_plain_words(text: str, sentences: int, said: str) -> None:
    assert short(text, sentences=sentences) == said


def test_whole_text_keeps_paragraphs_lists_and_code() -> None:
    out = io.StringIO()
    text = (
        "A paragraph that\nis wrapped by us.\n\n- first item, which is long\n- second\n\n```python\nif x:\n\ty()\n```"
    )
    show_markdown(Pen(out, TerminalStyle(width=40)), "Why", text)
    assert out.getvalue().splitlines() == [
        "  Why         A paragraph that is",
        "              wrapped by us.",
        "",
        "              - first item, which is",
        "                long",
        "              - second",
        "",
        "                if x:",
        "                    y()",
    ]
