"""Other tools' rules as rules of ours: their texts, and how bad, how sure and of what kind their results are."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines.sarif_log import Component, Descriptor, DescriptorReference, Message, Result

__all__ = ["confidence_of", "imported_rule", "is_about_secrets", "severity_of", "slug", "text_of", "weaknesses_of"]

_LEVELS = {"error": Severity.HIGH, "warning": Severity.MEDIUM, "note": Severity.LOW, "none": Severity.INFO}
_SEVERITIES = {severity.value: severity for severity in Severity}
_CONFIDENCES = {confidence.value: confidence for confidence in Confidence}
_PRECISIONS = {precision.value: precision for precision in Precision}
_NOT_SURE = {"review": Confidence.LOW, "open": Confidence.LOW}
_CRITICAL, _HIGH, _MEDIUM = 9.0, 7.0, 4.0  # GitHub's bands of `security-severity`
_CWE = re.compile(r"\bcwe[-_/: ]?0*(\d{1,5})\b", re.IGNORECASE)
_CWE_PAGE = re.compile(r"cwe\.mitre\.org/data/definitions/(\d{1,5})")
_OWASP = re.compile(r"\bA(0[1-9]|10)[:-](20\d\d)\b")
_SECRETS = frozenset({259, 321, 798, 540})
_SECRET_TOOLS = frozenset(
    {"gitleaks", "trufflehog", "detect-secrets", "whispers", "ggshield", "talisman", "kingfisher"}
)
_CATEGORIES = (
    (Category.SECURITY, ("security", "vulnerability", "owasp")),
    (Category.PERFORMANCE, ("performance", "efficiency", "perf")),
    (Category.BUG, ("correctness", "bug", "reliability", "error-prone", "possible errors", "suspicious")),
    (Category.STYLE, ("style", "readability", "convention", "layout", "formatting", "stylistic")),
    (Category.MAINTAINABILITY, ("maintainability", "complexity", "design", "duplication", "best-practices")),
)
_LONGEST_TEXT = 20_000
_LONGEST_ID = 200
_MOST_TAGS = 50


def imported_rule(tool: str, rule_id: str, descriptor: Descriptor, *, taxonomies: Iterable[Component] = ()) -> Rule:
    """Return the rule `rule_id` of the tool (both already in our spelling), as the tool describes it."""
    cwe = weaknesses_of(descriptor, taxonomies=taxonomies)
    tags = _tags(descriptor)
    title = text_of(descriptor.short_description) or descriptor.name or descriptor.id or rule_id
    is_secret = tool in _SECRET_TOOLS or not _SECRETS.isdisjoint(cwe) or _says_secret(tags)
    return Rule(
        id=rule_id,
        engine=f"sarif:{tool}",
        languages=tuple(Language),
        category=_category(descriptor, cwe, tags),
        severity=severity_of(None, descriptor),
        confidence=confidence_of(None, descriptor),
        precision=_precision(descriptor),
        status=Status.STABLE,
        since="0.0.0",
        kind=f"cwe-{cwe[0]}" if cwe else rule_id,
        title=_both(title.strip().split("\n")[0][:_LONGEST_ID]),
        message=_both(title),
        what=_both(text_of(descriptor.full_description) or title),
        why=_both(""),
        how=_both(_help(descriptor)),
        cwe=cwe,
        owasp=tuple(dict.fromkeys(f"A{m[1]}:{m[2]}" for tag in tags for m in _OWASP.finditer(tag))),
        tags=(("secret", *tags) if is_secret else tags)[:_MOST_TAGS],
        references=_references(descriptor),
    )


def _references(descriptor: Descriptor) -> tuple[str, ...]:
    address = descriptor.help_uri or ""
    return (address,) if address.startswith(("https://", "http://")) else ()


def severity_of(result: Result | None, descriptor: Descriptor) -> Severity:
    """Return how bad a result (or, without one, the rule) is: a number for security, then a level, then `warning`."""
    for properties in (result.properties if result else None, descriptor.properties):
        score = _number((properties or {}).get("security-severity"))
        if score is not None:
            return _band(score)
        word = _word((properties or {}), "severity", "issue_severity")
        if word in _SEVERITIES:
            return _SEVERITIES[word]
    if result is not None and result.kind == "informational":
        return Severity.INFO
    configured = descriptor.default_configuration.level if descriptor.default_configuration else None
    return _LEVELS.get((result.level if result else None) or configured or "warning", Severity.MEDIUM)


def confidence_of(result: Result | None, descriptor: Descriptor) -> Confidence:
    """Return how sure a result (or, without one, the rule) is; medium when nothing says it."""
    if result is not None:
        word = _word(result.properties or {}, "confidence", "issue_confidence")
        if word in _CONFIDENCES:
            return _CONFIDENCES[word]
        if result.kind in _NOT_SURE:
            return _NOT_SURE[result.kind]
    word = _word(descriptor.properties or {}, "precision", "confidence").removeprefix("very-")
    if word in _CONFIDENCES:
        return _CONFIDENCES[word]
    for tag in _tags(descriptor):
        word, _, rest = tag.lower().partition(" ")
        if rest == "confidence" and word in _CONFIDENCES:
            return _CONFIDENCES[word]
    return Confidence.MEDIUM


def weaknesses_of(described: Descriptor | Result, *, taxonomies: Iterable[Component] = ()) -> tuple[int, ...]:
    """Return the CWE numbers that a rule or result names: in tags, properties, relationships, taxa or its page."""
    properties = described.properties or {}
    found = [int(m[1]) for text in _texts(properties, "tags", "cwe", "cwes", "CWE") for m in _CWE.finditer(text)]
    references: Iterable[DescriptorReference | None] = (
        (relationship.target for relationship in described.relationships or ())
        if isinstance(described, Descriptor)
        else described.taxa or ()
    )
    names = [component.name for component in taxonomies]
    found += [number for reference in references for number in _weakness(reference, names)]
    if isinstance(described, Descriptor):
        found += [int(m[1]) for m in _CWE_PAGE.finditer(described.help_uri or "")]
    return tuple(dict.fromkeys(number for number in found if number))


def is_about_secrets(rule: Rule) -> bool:
    """Whether the text that the rule flags is itself a secret."""
    return "secret" in rule.tags


def text_of(message: Message | None) -> str:
    """Return a message's plain text, or its markdown when it has no other."""
    return ((message.text or message.markdown or "") if message else "").strip()[:_LONGEST_TEXT]


def slug(text: str, *, spare: str = "") -> str:
    """Return the text as a part of an id: ASCII letters, digits, `-`, `_`, `.` and what is spared."""
    return re.sub(rf"[^A-Za-z0-9_.{re.escape(spare)}]+", "-", text).strip("-.")[:_LONGEST_ID]


def _weakness(reference: DescriptorReference | None, taxonomies: list[str | None]) -> Iterator[int]:
    if reference is None or not reference.id:
        return
    match = _CWE.search(reference.id)
    if match:
        yield int(match[1])
        return
    component = reference.tool_component
    name = component.name if component else None
    if component and not name and component.index is not None and 0 <= component.index < len(taxonomies):
        name = taxonomies[component.index]
    if reference.id.isdecimal() and len(reference.id) <= 5 and (name or "").upper() == "CWE":
        yield int(reference.id)


def _category(descriptor: Descriptor, cwe: tuple[int, ...], tags: Iterable[str]) -> Category:
    properties = descriptor.properties or {}
    if cwe or "security-severity" in properties:
        return Category.SECURITY
    said = {tag.lower() for tag in (*tags, *_texts(properties, "category", "type"))}
    for category, words in _CATEGORIES:
        if any(word in one for one in said for word in words):
            return category
    level = descriptor.default_configuration.level if descriptor.default_configuration else None
    return Category.BUG if level == "error" else Category.MAINTAINABILITY


def _says_secret(tags: Iterable[str]) -> bool:
    return any(tag.lower() in ("secret", "secrets", "hardcoded-secret", "credentials") for tag in tags)


def _precision(descriptor: Descriptor) -> Precision:
    word = _word(descriptor.properties or {}, "precision")
    return _PRECISIONS.get(word, Precision.MEDIUM)


def _help(descriptor: Descriptor) -> str:
    told = descriptor.help
    return ((told.markdown or told.text or "") if told else "").strip()[:_LONGEST_TEXT]


def _tags(descriptor: Descriptor) -> tuple[str, ...]:
    return tuple(_texts(descriptor.properties or {}, "tags"))[:_MOST_TAGS]


def _texts(properties: dict[str, object], *names: str) -> Iterator[str]:
    for name in names:
        value = properties.get(name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str):
                yield one[:_LONGEST_ID]


def _word(properties: dict[str, object], *names: str) -> str:
    return next(_texts(properties, *names), "").lower()


def _number(value: object) -> float | None:
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None


def _band(score: float) -> Severity:
    if score >= _CRITICAL:
        return Severity.CRITICAL
    if score >= _HIGH:
        return Severity.HIGH
    if score >= _MEDIUM:
        return Severity.MEDIUM
    return Severity.LOW if score > 0 else Severity.INFO


def _both(text: str) -> Text:
    return Text(en=text, zh=text)
