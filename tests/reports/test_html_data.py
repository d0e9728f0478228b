"""The data inside the HTML page, and the documentation of rules on it."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from xcodereviewer.domain.finding import Edit, Fix
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.html_data import ReviewData
from xcodereviewer.reports.html_plots import Bar, Part, by_category, by_file, by_severity, work_done
from xcodereviewer.reports.html_rules import rule_docs


@pytest.fixture
def data(sample_review: Review, sample_sources: SourceTexts) -> ReviewData:
    """The data of the sample."""
    return ReviewData.of(sample_review, sources=sample_sources, language="en")


def rows(data: ReviewData) -> list[dict[str, object]]:
    """The findings as the script reads them."""
    parsed: list[dict[str, object]] = json.loads("".join(data.rows()))
    return parsed


def test_row_of_a_finding_holds_its_evidence(data: ReviewData) -> None:
    (row,) = [row for row in rows(data) if row.get("id") == f"{1:032x}"]
    assert row == {
        "rule": 1,
        "file": 2,
        "line": 4,
        "column": 12,
        "endLine": 4,
        "mark": [11, 28],
        "severity": "critical",
        "category": "security",
        "confidence": "high",
        "message": "Request text reaches an SQL query. Anyone can read every order.",
        "engine": "dataflow",
        "cwe": [89, 943],
        "steps": [
            {
                "place": "app/views.py:5:12",
                "line": 5,
                "message": "The request gives `name`",
                "code": 'name = request.args["name"]',
                "file": 4,
                "mark": [7, 27],
            },
            {
                "place": "app/orders.py:3:5",
                "line": 3,
                "message": "`name` is joined into the query",
                "code": 'query = "SELECT * FROM orders WHERE name = \'" + name + "\'"',
                "file": 2,
                "mark": [0, 58],
            },
            {
                "place": "app/orders.py:4:12",
                "line": 4,
                "message": "The query is run",
                "code": "return db.execute(query)",
                "file": 2,
                "mark": [7, 24],
            },
        ],
        "related": [
            {
                "place": "app/orders.py:1:5",
                "line": 1,
                "message": "`find` has no other check",
                "code": "def find(db, name):",
                "file": 2,
                "mark": [4, 8],
            }
        ],
        "witnesses": ["ruff"],
        "fix": {
            "description": "Give the value as a parameter",
            "before": [
                '    query = "SELECT * FROM orders WHERE name = \'" + name + "\'"',
                "    return db.execute(query)",
            ],
            "after": [
                '    query = "SELECT * FROM orders WHERE name = ?"',
                "    return db.execute(query, (name,))",
            ],
        },
        "id": f"{1:032x}",
        "isNew": True,
        "fails": True,
    }


def test_every_finding_has_a_row_and_only_open_ones_fail(data: ReviewData) -> None:
    found = rows(data)
    assert [row.get("standing", "open") for row in found].count("open") == 5
    assert sorted(str(row["id"])[-1] for row in found if row.get("fails")) == ["1", "3"]


def test_finding_that_is_gone_brings_its_own_code(data: ReviewData) -> None:
    (gone,) = [row for row in rows(data) if row.get("standing") == "gone"]
    assert (gone["snippet"], gone["mark"]) == (["eval(template)"], [0, 0])


def test_fix_that_cannot_be_shown_is_told(sample_review: Review, sample_sources: SourceTexts) -> None:
    finding = next(found for found in sample_review.findings if found.steps)
    span = Span(start_line=1, start_column=1, end_line=400, end_column=1)
    fix = Fix(description="Rewrite it", edits=(Edit(span=span, text=""),))
    review = replace(sample_review, findings=(replace(finding, fix=fix),))
    (row,) = rows(ReviewData.of(review, sources=sample_sources, language="en"))
    assert row["fix"] == {"description": "Rewrite it"}


def test_source_of_each_file_with_findings_is_there_once(data: ReviewData) -> None:
    blocks = {number: json.loads(block) for number, block in data.source_blocks()}
    assert sorted(blocks) == sorted(data.files.values())
    assert blocks[data.files["app/orders.py"]] == {
        "total": 4,
        "lines": [
            [1, "def find(db, name):"],
            [2, "    # the name comes from the request"],
            [3, '    query = "SELECT * FROM orders WHERE name = \'" + name + "\'"'],
            [4, "    return db.execute(query)"],
        ],
    }


def test_manifest_names_every_file_and_all_that_was_left_out(data: ReviewData, sample_review: Review) -> None:
    engines, *entries = json.loads("".join(data.coverage_rows()))
    assert engines == ["patterns", "ruff"]
    assert len(entries) == 9 + 3 + 1
    assert ["oxlint", "", 0, [], "not installed; `npm install oxlint` gets it", True] in entries
    assert ["node_modules/", "", 0, [], "third-party code", False] in entries
    assert ["app/models.py", "python", 400, [[6, "took longer than 10 s"], [0, ""]]] in entries


def test_empty_review_has_empty_data(clean_review: Review, sample_sources: SourceTexts) -> None:
    data = ReviewData.of(clean_review, sources=sample_sources, language="en")
    assert (rows(data), list(data.source_blocks()), json.loads(data.heads())) == (
        [],
        [],
        {"rules": [], "files": [], "languages": []},
    )


def documented(rule: Rule, text: str) -> str:
    """The HTML of a rule whose explanation is `text`."""
    (doc,) = rule_docs({rule.id: replace(rule, why=Text(en=text, zh=text))}, {rule.id: 0}, "en")
    return str(doc.why)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("It is *bad* `x < y`.", "<p>It is <em>bad</em> <code>x &lt; y</code>.</p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("```python\n<b>\n```", '<pre><code class="language-python">&lt;b&gt;\n</code></pre>\n'),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("<div onclick=x>", "<p>&lt;div onclick=x&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](/etc/passwd)", "<p><a>x</a></p>\n"),
        (
            "![x](https://h.test/i.png)",
            '<p>!<a href="https://h.test/i.png" rel="noopener noreferrer" target="_blank">x</a></p>\n',
        ),
        ("# Heading", "<p># Heading</p>\n"),
        ("a\u202eb", "<p>a\\u202eb</p>\n"),
    ],
)
def test_documentation_is_text_lists_code_and_web_links(sample_review: Review, markdown: str, html: str) -> None:
    assert documented(sample_review.rules[0], markdown) == html


def test_documentation_of_any_depth_is_rendered(sample_review: Review) -> None:
    assert documented(sample_review.rules[0], "> " * 5_000 + "x")
    assert documented(sample_review.rules[0], "[" * 5_000 + "x")


def bar(bars: Sequence[Bar], name: str) -> Bar:
    """The bar of that name."""
    (only,) = [one for one in bars if one.name == name]
    return only


def test_plots_count_what_is_open(sample_review: Review) -> None:
    found = [finding for finding in sample_review.findings if finding.is_open]
    assert [(one.name, one.total) for one in by_severity(found)] == [
        ("critical", 1),
        ("high", 3),
        ("medium", 1),
        ("low", 0),
        ("info", 0),
    ]
    assert bar(by_category(found), "security").parts == (
        Part(name="critical", count=1, start=0.0, width=25.0),
        Part(name="high", count=3, start=25.0, width=75.0),
    )
    assert by_file(found)[0].name == "app/orders.py"
    assert by_severity([])[0] == Bar(name="critical", total=0, parts=())


def test_plot_of_work_done_shows_gaps(sample_review: Review) -> None:
    bars = work_done(sample_review.coverage)
    assert [one.name for one in bars] == ["oxlint", "patterns", "ruff"]
    assert [(part.name, part.count) for part in bar(bars, "patterns").parts] == [
        ("done", 7),
        ("partial", 1),
        ("failed", 1),
    ]
