"""A rule as a page of the terminal: what it flags, why, how to fix it, with its examples."""

import sys
from dataclasses import replace
from typing import Literal

from xcodereviewer.cli.outputs import Outputs
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.terminal_finding import severity_role
from xcodereviewer.reports.terminal_prose import show_markdown
from xcodereviewer.reports.terminal_style import Pen
from xcodereviewer.reports.terminal_words import say

__all__ = ["show_rule_page"]


def show_rule_page(rule: Rule, locale: Literal["auto", "en", "zh"]) -> None:
    """Write the page of a rule to standard output."""
    style = replace(Outputs(outputs=(), locale=locale).style(sys.stdout), verbose=True)
    pen = Pen(sys.stdout, style)
    language = style.language
    pen.line(pen.paint(rule.title.in_language(language), "strong"))
    severity = pen.paint(say(language, rule.severity), severity_role(rule.severity))
    pen.items("", [rule.id, severity, say(language, f"confidence-{rule.confidence}"), *_facts(rule, language)])
    pen.line()
    for label, text in (("what", rule.what), ("why", rule.why), ("how", rule.how)):
        show_markdown(pen, say(language, label), text.in_language(language))
        pen.line()
    for example in rule.examples:
        _show_code(pen, say(language, "flagged"), example.bad)
        _show_code(pen, say(language, "not-flagged"), example.good)
    for reference in rule.references:
        pen.field(say(language, "reference"), reference)


def _facts(rule: Rule, language: Language) -> list[str]:
    return [
        *(f"CWE-{number}" for number in rule.cwe),
        *rule.owasp,
        say(language, f"precision-{rule.precision}"),
        say(language, f"status-{rule.status}"),
        say(language, "since", version=rule.since),
        say(language, "by-engine", engine=rule.engine),
    ]


def _show_code(pen: Pen, label: str, code: str) -> None:
    lines = [pen.paint(pen.visible(line.expandtabs(4)), "code") for line in code.rstrip("\n").split("\n")]
    pen.rows(label, lines)
    pen.line()
