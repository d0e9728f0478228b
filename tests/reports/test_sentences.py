import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import xcodereviewer
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.chinese import CHINESE
from xcodereviewer.reports.sentences import in_language, said_in, translated

SOURCES = Path(xcodereviewer.__file__).parent
# The values that carry what a stage says, and where in them it stands.
SAID = {
    "Candidate": {"reason"},
    "Notice": {"message"},
    "Pass": {"reason"},
    "RuffFailed": {""},
    "Scan": {"gap", "failure"},
    "Skipped": {"reason"},
    "_Check": {"sentence"},
    "_Exemption": {"note"},
    "_TooMuch": {""},
    "AskedTooMuch": {""},
}
# Put together of sentences that are said one by one; tests/cli/test_language.py has them all said.
COMPOSED = {
    "7 Nothing else was looked at.",
    "7: 7 7 (7).",
    "7: 7.",
    "The change under review adds 7 to the baseline for findings of its own; they do not count.",
    "The upgrade 7 7.",
    "suppressed by `7`7",
}


def filled(english: str) -> str:
    """Return the sentence with a fact in each place."""
    return re.sub(r"\{(\w+)\}", lambda name: "7" if name[1] in ("n", "m", "limit") else f"<{name[1]}>", english)


@pytest.mark.parametrize("english", CHINESE)
def test_each_sentence_is_said_as_itself_and_keeps_its_facts(english: str) -> None:
    facts = dict.fromkeys(("n", "m", "limit"), "7")
    facts |= {name: f"<{name}>" for name in re.findall(r"\{(\w+)\}", english) if name not in facts}
    assert in_language(filled(english), "zh") == CHINESE[english].format(**facts)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("cannot be read: Permission denied", "无法读取：权限不足"),
        ("a FIFO, never followed or opened", "命名管道，从不跟随或打开"),
        (
            "3 findings at high or above do not count: 1 in preview, 2 suppressed.",
            "3 个“高”级及以上的问题不计入：1 个来自预览规则、2 个已抑制。",
        ),
        (
            "2 passes over files failed, 1 file was not read. Nothing else was looked at.",
            "2 次文件检查失败、1 个文件未能读取。此外没有审查任何内容。",
        ),
        ("`xcr: ignore[a]` does not count: it names no rule.", "`xcr: ignore[a]` 不起作用：它没有写明规则。"),
    ],
)
def test_sentences_in_sentences_are_said_too(english: str, chinese: str) -> None:
    assert in_language(english, "zh") == chinese


def test_what_is_not_ours_stays_as_it_is() -> None:
    assert in_language("`os` imported but unused", "zh") == "`os` imported but unused"
    assert translated("`os` imported but unused", "zh") is None
    assert in_language("binary", "en") == "binary"


def test_review_in_english_is_the_review(sample_review: Review) -> None:
    assert said_in(sample_review, "en") is sample_review
    assert said_in(sample_review, "zh").findings == tuple(
        replace(finding, gate_note=in_language(finding.gate_note, "zh")) for finding in sample_review.findings
    )


def test_everything_that_the_stages_say_can_be_said_in_chinese() -> None:
    said = {text for path in sorted(SOURCES.rglob("*.py")) for text in literals(ast.parse(path.read_text("utf-8")))}
    assert len(said) > 20
    assert [text for text in sorted(said - COMPOSED) if translated(text, "zh") is None] == []


def literals(module: ast.Module) -> Iterator[str]:
    """Yield the sentences that stand as literals in the values that carry them, `7` for each fact."""
    for call in ast.walk(module):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in SAID:
            continue
        wanted = SAID[call.func.id]
        values = [keyword.value for keyword in call.keywords if keyword.arg in wanted]
        for value in [*values, *(call.args if "" in wanted else ())]:
            yield from branches(value)


def branches(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.JoinedStr(values=parts) if any(isinstance(part, ast.Constant) for part in parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)
        case ast.IfExp(body=body, orelse=other):
            yield from branches(body)
            yield from branches(other)
