"""Markdown for comments: reads well, fits into one, and untrusted text in it is only text."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from xcodereviewer.domain.coverage import Coverage, Skipped
from xcodereviewer.domain.finding import Step, Suppression
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.markdown import write

Render = Callable[[str, Review], str]
GITHUB_LIMIT = 65_536
HOSTILE = (
    "![x](http://h.test/i.png) [l](http://h.test) <img src=h> </summary></details><script>x</script> @team #12 GH-1 "
    "http://h.test www.h.test a@h.test **b** ``` ~~~ <!-- &lt; ]] | \\"
)


def hostile(review: Review, text: str) -> Review:
    """A review in which every untrusted text is `text`."""
    finding = next(found for found in review.findings if found.steps)
    place = replace(finding.location, path=text)
    step = Step(location=place, message=text, snippet=text)
    found = replace(
        finding, message=text, location=place, steps=(step,), related=(step,), snippet=text, gate_note=text, rule=text
    )
    return replace(
        review,
        target=replace(review.target, name=text),
        findings=(found, replace(found, suppression=Suppression(kind="inSource", marker="nosec", reason=text))),
        notices=(Notice(code="x", message=text, path=text, line=1),),
        coverage=Coverage(skipped=(Skipped(path=text, reason=text, is_failure=True),)),
        gate=Gate(result=GateResult.FAILED, reasons=(text,)),
    )


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("markdown.txt", render("markdown", sample_review))


def test_chinese_report_reads_as_the_golden_file(
    sample_review: Review, sample_sources: SourceTexts, golden: Callable[[str, str], None]
) -> None:
    out = io.StringIO()
    write(sample_review, out, sources=sample_sources, language="zh")
    golden("markdown-zh.txt", out.getvalue())


def test_untrusted_text_is_no_markup(sample_review: Review, render: Render) -> None:
    page = MarkdownIt("commonmark").enable("table").render(render("markdown", hostile(sample_review, HOSTILE)))
    tags = set(re.findall(r"</?([a-zA-Z!][^>]*)>", page))
    assert not {tag for tag in tags if tag.startswith(("img", "script", "!", "strong>", "h1"))}
    links = re.findall(r'href="([^"]*)"', page)
    assert all(link.startswith("https://cwe.mitre.org/") for link in links)
    outside_code = re.sub(r"<code.*?</code>", "", page, flags=re.DOTALL)
    assert re.search(r"@\w|#\d|GH-\d|://h|www\.h", outside_code) is None


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200d", "\x1b[2J", "\ud800", "\x00"])
def test_hidden_characters_are_shown(sample_review: Review, render: Render, hidden: str) -> None:
    assert hidden not in render("markdown", hostile(sample_review, f"a{hidden}b"))


def test_report_of_very_many_findings_fits_into_a_comment(sample_review: Review, render: Render) -> None:
    model = next(found for found in sample_review.findings if found.steps)
    long = replace(model, message="m" * 5_000, steps=model.steps * 30, snippet="s" * 1_000)
    review = replace(
        sample_review,
        findings=(long,) * 25_000,
        notices=(Notice(code="x", message="n" * 100),) * 5_000,
        coverage=replace(
            sample_review.coverage, skipped=tuple(Skipped(path=f"{n}.png", reason=f"reason {n}") for n in range(9_000))
        ),
    )
    text = render("markdown", review)
    shown = text.count("🟣 <b>critical</b>")
    assert 0 < shown <= 50
    assert f"… and {25_000 - shown:,} findings more, the least severe." in text
    assert "- … and 4,980 more." in text
    assert len(text) < GITHUB_LIMIT


def test_most_severe_come_first(sample_review: Review, render: Render) -> None:
    text = render("markdown", sample_review)
    order = re.findall(r"<summary>\S+ <b>(\w+)</b>", text)
    assert order == ["critical", "high", "high", "high", "medium"]


def test_clean_report_says_what_was_looked_at(clean_review: Review, render: Render) -> None:
    text = render("markdown", clean_review)
    assert text.startswith("## ✅ XCodeReviewer: passed\n")
    assert "No findings in 4 lines of 2 files." in text


def test_review_with_gaps_is_never_called_clean(sample_review: Review, render: Render) -> None:
    review = replace(sample_review, findings=(), gate=Gate(result=GateResult.PASSED), is_partial=True)
    text = render("markdown", review)
    assert text.startswith("## ⚠️ XCodeReviewer: interrupted\n")
    assert "No findings in what was looked at, which is not everything." in text
    assert "<details open><summary>Coverage" in text


def test_review_of_nothing_says_so(sample_review: Review, render: Render) -> None:
    review = replace(sample_review, findings=(), coverage=Coverage(), gate=Gate(result=GateResult.NOTHING))
    assert "Nothing to review." in render("markdown", review)


def test_without_a_baseline_no_column_tells_what_is_new(sample_review: Review, render: Render) -> None:
    findings = tuple(replace(finding, baseline=None) for finding in sample_review.findings)
    text = render("markdown", replace(sample_review, findings=findings))
    assert "| Severity | Open |\n|---|--:|\n" in text
