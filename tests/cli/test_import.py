import json
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE, Xcr


def sarif(line: int, rule: str = "B602") -> str:
    result = {
        "ruleId": rule,
        "message": {"text": "A shell runs this."},
        "level": "error",
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "app.py"}, "region": {"startLine": line}}}],
    }
    rules = [{"id": rule, "properties": {"tags": ["security", "external/cwe/cwe-078"]}}]
    return json.dumps(
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Bandit", "rules": rules}}, "results": [result]}]}
    )


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XCR_ONLY", "python.security.command-through-shell")
    monkeypatch.setenv("XCR_CACHE", "false")


def test_other_tools_finding_and_ours_are_one_with_two_witnesses(xcr: Xcr) -> None:
    Path("app.py").write_text(VULNERABLE)
    Path("bandit.sarif").write_text(sarif(6))
    (finding,) = json.loads(xcr("review", "--import", "bandit.sarif", "--format", "json").out)["findings"]
    assert finding["rule"] == "python.security.command-through-shell"
    assert sorted(witness["engine"] for witness in finding["witnesses"]) == ["patterns", "sarif:bandit"]


def test_other_tools_finding_gates_like_ours(xcr: Xcr) -> None:
    Path("app.py").write_text("import os\n\n\ndef fine():\n    return os.getcwd()\n")
    Path("bandit.sarif").write_text(sarif(5))
    ended = xcr("review", "--import", "bandit.sarif", "--fail-on", "high", "--quiet")
    assert (ended.code, len(ended.rules)) == (1, 1)


@pytest.mark.parametrize("content", [None, "{", '{"version": "1.0.0"}'])
def test_report_that_is_missing_or_no_sarif_is_one_clear_line(xcr: Xcr, content: str | None) -> None:
    Path("app.py").write_text(VULNERABLE)
    if content is not None:
        Path("bandit.sarif").write_text(content)
    ended = xcr("review", "--import", "bandit.sarif")
    assert (ended.code, ended.err.count("\n"), "bandit.sarif" in ended.err) == (2, 1, True)
