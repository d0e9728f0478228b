"""Rules as GitHub and viewers of SARIF read them."""

from collections.abc import Iterator
from urllib.parse import quote

from xcodereviewer.domain.levels import Category, Severity
from xcodereviewer.domain.rule import Example, Rule
from xcodereviewer.reports.markdown_text import fenced
from xcodereviewer.reports.sarif_objects import (
    Configuration,
    Descriptor,
    DescriptorReference,
    Help,
    Relationship,
    Text,
    ToolReference,
)

__all__ = ["LEVELS", "descriptor", "weakness"]

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
# Inside GitHub's bands: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low.
_SECURITY_SEVERITIES = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
    Severity.INFO: "0.5",
}
_PROBLEM_SEVERITIES = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "recommendation",
    Severity.INFO: "recommendation",
}
_MOST_TAGS = 20  # GitHub refuses more and keeps the first 10
_LONGEST_DESCRIPTION = 1024
_LONGEST_NAME = 255
_SECURITY = "security"


def descriptor(rule: Rule) -> Descriptor:
    """Return what a run says of a rule; no text is empty."""
    title = rule.title.en or rule.id
    return Descriptor(
        id=rule.id,
        name=_name(rule.id),
        short_description=Text(text=title),
        full_description=Text(text=_clipped(rule.what.en or title, _LONGEST_DESCRIPTION)),
        default_configuration=Configuration(level=LEVELS[rule.severity]),
        help_uri=next(_web_addresses(rule), None),
        help=_help(rule, title),
        relationships=tuple(Relationship(target=weakness(number), kinds=("relevant",)) for number in rule.cwe),
        properties=_properties(rule),
    )


def weakness(number: int) -> DescriptorReference:
    """Return the reference to a CWE entry among the run's taxonomies."""
    return DescriptorReference(id=str(number), tool_component=ToolReference(name="CWE", index=0))


def _name(rule_id: str) -> str:
    """Return `SqlInjection` for `python.security.sql-injection`: names are identifiers (§3.49.7)."""
    return "".join(word[:1].upper() + word[1:] for word in rule_id.rsplit(".", 1)[-1].split("-"))[:_LONGEST_NAME]


def _properties(rule: Rule) -> dict[str, object]:
    if rule.category is Category.SECURITY:
        severity = ("security-severity", _SECURITY_SEVERITIES[rule.severity])
    else:
        severity = ("problem.severity", _PROBLEM_SEVERITIES[rule.severity])
    return {
        "tags": _tags(rule),
        "precision": rule.precision,
        severity[0]: severity[1],
        "category": rule.category,
        "status": rule.status,
        "since": rule.since,
    }


def _tags(rule: Rule) -> list[str]:
    """Return the tags, most important first; `security` only where there is a `security-severity`."""
    tags = [
        rule.category.value,
        *(f"external/cwe/cwe-{number:03}" for number in rule.cwe),
        *(f"external/owasp/owasp-{entry.lower().replace(':', '-')}" for entry in rule.owasp),
        *(tag for tag in rule.tags if tag != _SECURITY),
    ]
    return list(dict.fromkeys(tags))[:_MOST_TAGS]


def _help(rule: Rule, title: str) -> Help:
    sections = list(_sections(rule, title))
    markdown = "\n\n".join(f"## {heading}\n\n{body}" if heading else body for heading, body in sections)
    text = "\n\n".join(f"{heading}:\n{body}" if heading else body for heading, body in sections)
    return Help(text=text, markdown=markdown)


def _sections(rule: Rule, title: str) -> Iterator[tuple[str, str]]:
    yield "", rule.what.en or title
    if rule.why.en:
        yield "Why it matters", rule.why.en
    if rule.how.en:
        yield "How to fix it", rule.how.en
    for example in rule.examples:
        yield "Example", _example(rule, example)
    if rule.references:
        yield "References", "\n".join(f"- {reference}" for reference in rule.references)


def _example(rule: Rule, example: Example) -> str:
    language = example.language or next(iter(rule.languages), None)
    return f"Flagged:\n\n{fenced(example.bad, language)}\n\nNot flagged:\n\n{fenced(example.good, language)}"


def _web_addresses(rule: Rule) -> Iterator[str]:
    for reference in rule.references:
        if reference.startswith(("https://", "http://")):
            yield quote(reference, safe=":/?#[]@!$&'()*+,;=%~")


def _clipped(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
