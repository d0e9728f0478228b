"""The HTML page: self-contained, strict, and deaf to what code under review calls itself."""

import base64
import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.finding import Fix, Step, Suppression, Witness
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review
from xcodereviewer.domain.rule import Text
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.html import SCRIPTS, STYLES, write
from xcodereviewer.reports.html_words import phrases

Render = Callable[[str, Review], str]
ASSETS = files("xcodereviewer.reports") / "html_assets"
HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>]]>\"'&lt;{{7*7}}{% x %}"


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Remember what a script or style holds."""
        if self.elements and self.elements[-1][0] in ("script", "style") and self.cdata_elem:
            self.raw.append((*self.elements[-1], data))

    def tags(self) -> Counter[str]:
        """How many elements there are of each name."""
        return Counter(tag for tag, _ in self.elements)

    def policy(self) -> dict[str, str]:
        """The directives of the page's policy."""
        (content,) = [
            attributes["content"] or ""
            for tag, attributes in self.elements
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        return dict(part.strip().split(" ", 1) for part in content.split(";"))


def hostile(review: Review, text: str) -> Review:
    """A review in which every untrusted text is `text`."""
    finding = next(found for found in review.findings if found.steps)
    place = replace(finding.location, path=text)
    step = Step(location=place, message=text, snippet=text)
    found = replace(
        finding,
        rule=text,
        message=text,
        location=place,
        steps=(step,),
        related=(step,),
        snippet=text,
        gate_note=text,
        engine=text,
        fix=Fix(description=text, edits=()),
        witnesses=(Witness(engine=text, rule=text, confidence=Confidence.LOW, message=text),),
        suppression=Suppression(kind="inSource", marker=text, reason=text, counts=False),
    )
    gap = Pass(engine=text, outcome=Outcome.FAILED, reason=text)
    words = Text(en=text, zh=text)
    rule = replace(
        review.rules[0], id=text, title=words, message=words, what=words, why=words, how=words, references=()
    )
    return replace(
        review,
        tool_version=text,
        target=replace(review.target, name=text, revision=text, base=text),
        findings=(found, found),
        rules=(rule,),
        notices=(Notice(code=text, message=text, path=text, line=1),),
        coverage=Coverage(
            files=(FileCoverage(path=text, language=Language.TEXT, size=1, lines=1, passes=(gap,)),),
            skipped=(Skipped(path=text, reason=text, is_failure=True),),
            engines_missing=(Skipped(path=text, reason=text, is_failure=True),),
        ),
        gate=Gate(result=GateResult.FAILED, reasons=(text,)),
    )


def without_assets(document: str) -> str:
    """The page less its style, script and their hashes, which have files of their own."""
    short = re.sub(r"<style>.*?</style>", "<style></style>", document, flags=re.DOTALL)
    short = re.sub(r'(<script type="module">).*?(</script>)', r"\1\2", short, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", short)


def test_page_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("report.html", without_assets(render("html", sample_review)))


def test_chinese_page_reads_as_the_golden_file(
    sample_review: Review, sample_sources: SourceTexts, golden: Callable[[str, str], None]
) -> None:
    out = io.StringIO()
    write(sample_review, out, sources=sample_sources, language="zh")
    golden("report-zh.html", without_assets(out.getvalue()))


def test_policy_allows_exactly_our_style_and_script(sample_review: Review, render: Render) -> None:
    page = Page(render("html", sample_review))
    (style,) = [text for tag, _, text in page.raw if tag == "style"]
    (script,) = [text for tag, attributes, text in page.raw if tag == "script" and attributes["type"] == "module"]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert page.policy() == {
        "default-src": "'none'",
        "style-src": f"'sha256-{hashes[0]}'",
        "script-src": f"'sha256-{hashes[1]}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_page_asks_for_nothing_and_has_no_inline_handler(sample_review: Review, render: Render) -> None:
    page = Page(render("html", sample_review))
    attributes = [(tag, name, value or "") for tag, known in page.elements for name, value in known.items()]
    assert not [name for _, name, _ in attributes if name == "style" or name.startswith("on")]
    assert [value for _, name, value in attributes if name == "src"] == []
    addresses = [(tag, value) for tag, name, value in attributes if name == "href"]
    assert [value for tag, value in addresses if tag != "a"] == ["data:,"]
    assert all(value.startswith(("#", "https://")) for tag, value in addresses if tag == "a")
    assert "@import" not in "".join((ASSETS / name).read_text("utf-8") for name in STYLES)
    assert "url(" not in "".join((ASSETS / name).read_text("utf-8") for name in STYLES)


def test_hostile_texts_make_no_element(sample_review: Review, render: Render) -> None:
    plain, attacked = (Page(render("html", hostile(sample_review, text))) for text in ("plain text", HOSTILE))
    assert attacked.tags() == plain.tags()
    assert [sorted(known) for _, known in attacked.elements] == [sorted(known) for _, known in plain.elements]


def test_data_holds_no_character_that_could_end_it(sample_review: Review, render: Render) -> None:
    page = Page(render("html", hostile(sample_review, HOSTILE)))
    blocks = [text for tag, attributes, text in page.raw if tag == "script" and attributes["type"] != "module"]
    assert len(blocks) == 5
    assert not set("<>&") & set("".join(blocks))


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\u2028", "\u2029", "\u200b", "\ufeff", "\x00", "\x1b", "\x85", "\ud800", "\u3164"]
)
def test_hidden_characters_are_shown_as_escapes(sample_review: Review, render: Render, hidden: str) -> None:
    document = render("html", hostile(sample_review, f"a{hidden}b"))
    assert hidden not in document
    assert f"{ord(hidden):x}" in document


def test_template_syntax_in_code_is_only_text(sample_review: Review, render: Render) -> None:
    assert "49" not in re.sub(
        r"<style>.*?</style>|<script.*?</script>", "", render("html", hostile(sample_review, "{{7*7}}"))
    )


def test_scripts_make_no_markup_from_text() -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    for name in SCRIPTS:
        text = (ASSETS / name).read_text("utf-8")
        assert re.search(rf"{markup}|fetch\(|XMLHttpRequest|^\s*import\b|import\(", text, re.MULTILINE) is None, name
        assert "</" not in text, name
        assert len(text.splitlines()) < 200, name


def test_every_phrase_is_there_in_both_languages_and_is_used() -> None:
    english, chinese = phrases("en"), phrases("zh")
    sources = "".join((ASSETS / name).read_text("utf-8") for name in (*SCRIPTS, "page.html.j2", "parts.html.j2"))
    named = set(re.findall(r"words\.(\w+)", sources)) | set(re.findall(r"""words\[["']([\w-]+)["']\]""", sources))
    assert named - set(english) == set()
    assert set(english) == set(chinese)
    assert [name for name in english if english[name] == chinese[name]] == []
    for name in english:
        assert set(re.findall(r"\{\w+\}", english[name])) == set(re.findall(r"\{\w+\}", chinese[name])), name


@pytest.mark.parametrize(
    ("gate", "partial", "said"),
    [
        (GateResult.PASSED, False, "Passed"),
        (GateResult.FAILED, False, "Gate failed"),
        (GateResult.INSUFFICIENT, False, "Too little was reviewed"),
        (GateResult.NOTHING, False, "Nothing to review"),
        (GateResult.PASSED, True, "The review was interrupted"),
    ],
)
def test_verdict_is_said_in_words(
    clean_review: Review, render: Render, gate: GateResult, partial: bool, said: str
) -> None:
    review = replace(clean_review, gate=Gate(result=gate), is_partial=partial, score=None)
    shown = without_assets(render("html", review)).partition('<script type="application/json"')[0]
    assert said in shown


def test_page_without_script_lists_the_worst_findings_and_the_gaps(sample_review: Review, render: Render) -> None:
    plain = "".join(re.findall(r"<noscript>(.*?)</noscript>", render("html", sample_review), flags=re.DOTALL))
    assert plain.count("<code>python.security.") == 4
    assert "took longer than 10 s (patterns)" in plain


def test_plots_say_in_words_what_they_draw(sample_review: Review, render: Render) -> None:
    page = Page(render("html", sample_review))
    pictures = [known for tag, known in page.elements if tag == "svg" and "aria-hidden" not in known]
    assert all(known.get("role") == "img" and known.get("aria-label") for known in pictures)
    labels = [known["aria-label"] for known in pictures]
    assert "security: 1 critical, 3 high" in labels
    assert "patterns: 7 done, 1 partial, 1 failed" in labels
    assert "Quality score: 61 of 100" in labels


def test_landmarks_and_labels_are_there(sample_review: Review, render: Render) -> None:
    page = Page(render("html", sample_review))
    assert {"header", "main", "nav", "footer", "dialog"} <= set(page.tags())
    ids = {known["id"] for _, known in page.elements if "id" in known}
    labelled = [known["aria-labelledby"] for _, known in page.elements if "aria-labelledby" in known]
    assert set(labelled) <= ids
    assert len([known["id"] for _, known in page.elements if "id" in known]) == len(ids)
