"""What users of bandit, ruff and flake8 wrote beside their code silences the rule of ours that sees the same."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.packs import RULES

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.registry import BUILT_IN
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.selection import Selection

SECURITY, BUG, PERFORMANCE = "python.security.", "python.bug.", "python.performance."
BANDIT = {
    "B101": SECURITY + "assert-guards-access",
    "B102": SECURITY + "eval-of-built-string",
    "B103": SECURITY + "file-open-to-everyone",
    "B104": SECURITY + "listens-on-all-interfaces",
    "B105": SECURITY + "signing-key-in-source",
    "B106": SECURITY + "signing-key-in-source",
    "B110": BUG + "swallowed-error",
    "B113": BUG + "request-without-timeout",
    "B107": "generic.security.hardcoded-password",
    "B201": SECURITY + "flask-debug-on",
    "B202": SECURITY + "archive-extracted-without-filter",
    "B301": SECURITY + "unpickling",
    "B302": SECURITY + "deserialized-outside-data",
    "B303": SECURITY + "weak-hash",
    "B304": SECURITY + "weak-cipher",
    "B305": SECURITY + "cipher-in-ecb-mode",
    "B306": SECURITY + "temporary-name-race",
    "B307": SECURITY + "code-chosen-by-request",
    "B308": SECURITY + "html-built-from-strings",
    "B310": SECURITY + "request-to-address-from-request",
    "B311": SECURITY + "random-for-secret",
    "B317": SECURITY + "xml-external-entities",
    "B320": SECURITY + "xml-external-entities",
    "B323": SECURITY + "tls-verification-off",
    "B324": SECURITY + "weak-hash-for-secret",
    "B501": SECURITY + "tls-verification-off",
    "B502": SECURITY + "old-tls-version",
    "B505": SECURITY + "short-asymmetric-key",
    "B506": SECURITY + "unsafe-yaml-load",
    "B507": SECURITY + "ssh-host-key-unchecked",
    "B508": SECURITY + "insecure-snmp",
    "B602": SECURITY + "command-through-shell",
    "B605": SECURITY + "command-from-request",
    "B608": SECURITY + "sql-built-from-strings",
    "B610": SECURITY + "django-sql-built-from-strings",
    "B611": SECURITY + "django-sql-built-from-strings",
    "B612": SECURITY + "logging-configuration-port",
    "B614": SECURITY + "model-file-runs-code",
    "B701": SECURITY + "jinja-without-escaping",
    "B702": SECURITY + "template-from-string",
    "B703": SECURITY + "html-built-from-strings",
    "B704": SECURITY + "html-built-from-strings",
}
RUFF = {f"S{code[1:]}": rule for code, rule in BANDIT.items()} | {
    "B006": BUG + "mutable-default-argument",
    "B012": BUG + "jump-in-finally",
    "B015": BUG + "comparison-without-effect",
    "B019": PERFORMANCE + "cached-method",
    "B023": BUG + "loop-variable-in-closure",
    "B909": BUG + "container-changed-while-iterated",
    "BLE001": BUG + "swallowed-error",
    "C901": "generic.maintainability.complex-function",
    "C419": PERFORMANCE + "list-made-for-any-or-all",
    "DTZ003": BUG + "naive-utc-time",
    "E722": BUG + "swallowed-error",
    "F632": BUG + "identity-of-literal",
    "F811": BUG + "definition-replaced-unused",
    "F821": BUG + "undefined-name",
    "PIE794": BUG + "class-member-defined-twice",
    "PLE4703": BUG + "container-changed-while-iterated",
    "PLW0177": BUG + "comparison-with-nan",
    "PLW1508": BUG + "environment-value-of-wrong-type",
    "PLW1510": BUG + "subprocess-result-ignored",
    "RUF006": BUG + "discarded-task",
    "RUF012": BUG + "shared-attribute-changed-through-self",
    "RUF032": BUG + "decimal-from-float",
    "SIM115": BUG + "file-left-open",
}
MARKERS = [(f"# nosec {code}", rule) for code, rule in BANDIT.items()] + [
    (f"# noqa: {code}", rule) for code, rule in RUFF.items()
]


@pytest.fixture(scope="module")
def silenced(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """Review each rule's bad example with each marker on its flagged line; the rules that a file's marker silences."""
    folder = tmp_path_factory.mktemp("shop")
    for number, (_, rule) in enumerate(MARKERS):
        (folder / f"shop{number}.py").write_text(RULES[rule].examples[0].bad)
    for finding in findings_in(folder):
        number = int(finding.location.path.removeprefix("shop").removesuffix(".py"))
        marker, rule = MARKERS[number]
        if rule in seen_by(finding):
            path = folder / finding.location.path
            lines = path.read_text().splitlines()
            lines[finding.location.span.start_line - 1] += f"  {marker}"
            path.write_text("\n".join(lines) + "\n")
    names: dict[str, set[str]] = {}
    for finding in findings_in(folder):
        if finding.suppression is not None and finding.suppression.counts:
            number = int(finding.location.path.removeprefix("shop").removesuffix(".py"))
            names.setdefault(MARKERS[number][0], set()).update(seen_by(finding))
    return names


def seen_by(finding: Finding) -> set[str]:
    return {finding.rule, *(witness.rule for witness in finding.witnesses)}


def findings_in(folder: Path) -> list[Finding]:
    rules = tuple(RULES[rule] for rule in sorted({rule for _, rule in MARKERS}))
    with open_directory(folder, selection=Selection()) as tree:
        request = ReviewRequest(tree=tree, rules=rules, engines=list(BUILT_IN), today=date(2026, 1, 1), jobs=1)
        return list(review(request).findings)


@pytest.mark.parametrize(("marker", "rule"), MARKERS)
def test_code_of_another_tool_silences_our_rule(silenced: Mapping[str, set[str]], marker: str, rule: str) -> None:
    assert rule in silenced.get(marker, set())


def test_code_of_another_rule_silences_nothing(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("def add(item, basket=[]):  # noqa: B007\n    basket.append(item)\n")
    (finding,) = findings_in(tmp_path)
    assert (finding.rule, finding.suppression) == (BUG + "mutable-default-argument", None)


def test_tags_are_codes_as_the_tools_write_them() -> None:
    tags = {tag for rule in RULES.values() if Language.PYTHON in rule.languages for tag in rule.tags}
    codes = {tag.partition("-")[2] for tag in tags if tag.startswith(("bandit-", "ruff-"))}
    assert {code for code in codes if not re.fullmatch(r"[a-z]+\d{3,4}", code)} == set()
