"""Our own reports are no code to review, and other tools' reports are none of ours."""

import pytest

from xcodereviewer.sources.own_reports import is_own_report

OURS = {
    "json": '{\n"schema_version": "1.0",\n"tool_version": "0.1.0",\n"target": {"kind":"directory"}',
    "sarif": (
        '{\n"$schema": "https://example.org/s.json",\n"version": "2.1.0",\n"runs": [\n{\n"tool": {\n"driver": {\n'
        '"name": "XCodeReviewer",'
    ),
    "junit": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="XCodeReviewer" tests="1">',
    "markdown": "## ❌ XCodeReviewer: the gate failed\n",
    "markdown without a sign": "## XCodeReviewer: reviewed\n",
    "markdown in Chinese": "## ✅ XCodeReviewer:通过\n",
    "csv": "rule,title,severity,category,confidence,status,path,start_line,start_column,end_line\n",
    "gitlab": ('[\n{"description":"It is here.","check_name":"php.security.a-rule","fingerprint":"' + "9c" * 16 + '"'),
    "html": (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
        ' content="default-src &#39;none&#39;;">\n<title>XCodeReviewer</title>'
    ),
}


@pytest.mark.parametrize("name", OURS)
def test_a_report_of_ours_is_known_by_how_it_begins(name: str) -> None:
    assert is_own_report(OURS[name].encode())
    assert not is_own_report(OURS[name].replace("XCodeReviewer", "Other").replace("ule", "aw").encode()[1:])


@pytest.mark.parametrize("text", ["", "# XCodeReviewer\n", '{"schema_version": "1.0"}', "<!doctype html>\n<html>"])
def test_other_texts_are_not(text: str) -> None:
    assert not is_own_report(text.encode())
