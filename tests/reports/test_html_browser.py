"""The HTML page in a real browser, where there is one: it runs, and says nothing on the console."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from xcodereviewer.domain.review import Review

Render = Callable[[str, Review], str]
Open = Callable[[Review, str], tuple[str, str]]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
# It neither phones home nor waits for a first run; root needs to do without the sandbox.
QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--virtual-time-budget=3000",
)


@pytest.fixture
def show(render: Render, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a review at an address inside the page and returns the live document and what the console said."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip("no Chromium here")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(review: Review, address: str = "") -> tuple[str, str]:
        path = tmp_path / "report.html"
        path.write_text(render("html", review), "utf-8")
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [browser, *QUIET, *sandbox, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
        done = subprocess.run(
            [*command, f"{path.as_uri()}{address}"], capture_output=True, text=True, timeout=90, check=True
        )
        return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)

    return run


def test_open_findings_are_listed_and_the_console_is_silent(sample_review: Review, show: Open) -> None:
    document, console = show(sample_review, "")
    assert console == ""
    assert document.count('<li class="finding is-') == 5
    assert "5 of 10 findings" in document


def test_address_of_a_finding_opens_it(sample_review: Review, show: Open) -> None:
    document, console = show(sample_review, f"#finding:{1:032x}")
    assert console == ""
    assert "<mark>db.execute(query)</mark>" in document
    assert "It goes <em>wrong</em> when nobody looks." in document


def test_path_is_drawn_through_the_source_with_a_marker_at_each_step(sample_review: Review, show: Open) -> None:
    document, console = show(sample_review, f"#finding:{1:032x}")
    assert console == ""
    drawing = document[document.index('<div class="lines drawn"') :].partition("</svg>")[0]
    labels = re.findall(r'<button type="button" class="stop[^"]*" aria-label="([^"]*)">(\d)</button>', drawing)
    assert [number for _, number in labels] == ["1", "2", "3"]
    assert labels[0][0].startswith("Step 1 of 3, app/views.py:5:12. The request gives name")
    assert re.search(r">1</button>.{0,60}request", drawing)  # it stands before its expression
    assert drawing.count("<path ") == 2
    assert 'aria-hidden="true"' in drawing
    assert document.count(">Show in the drawing</button>") == 3


def test_address_of_a_line_opens_its_file(sample_review: Review, show: Open) -> None:
    document, console = show(sample_review, "#code:4:4")
    assert console == ""
    assert re.search(r'<details class="file" id="file-4" open="">.*<mark>seen=\[\]</mark>', document, re.DOTALL)


def test_manifest_shows_the_gaps(sample_review: Review, show: Open) -> None:
    document, console = show(sample_review, "#coverage")
    assert console == ""
    assert "6 of 13 entries" in document
    assert "took longer than 10 s" in document


def test_hostile_texts_stay_text(sample_review: Review, show: Open) -> None:
    attack = "</script><img src=x onerror=console.error(1)><!--\u2028\u202e`${1}`"
    findings = tuple(
        replace(found, message=attack, rule=attack, snippet=attack, location=replace(found.location, path=attack))
        for found in sample_review.findings
    )
    document, console = show(replace(sample_review, findings=findings), f"#finding:{1:032x}")
    assert console == ""
    assert "<img" not in document
    assert "\u202e" not in document


def test_clean_review_opens_too(clean_review: Review, show: Open) -> None:
    document, console = show(clean_review, "")
    assert console == ""
    assert '<p id="empty">No open findings</p>' in document
