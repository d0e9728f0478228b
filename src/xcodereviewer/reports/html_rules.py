"""The rules' documentation as HTML that holds nothing but text, lists, code and web links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markupsafe import Markup

from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.html_source import shown_code
from xcodereviewer.reports.source_lines import split_lines
from xcodereviewer.reports.terminal_text import visible

__all__ = ["RuleDoc", "rule_docs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDoc:
    """What a rule has to say, ready for the page; `number` is what the findings call it."""

    number: int
    title: str
    what: Markup
    why: Markup
    how: Markup
    examples: tuple[tuple[str, str], ...]
    references: tuple[str, ...]


def rule_docs(rules: Mapping[str, Rule], numbers: Mapping[str, int], language: Language) -> Iterator[RuleDoc]:
    """Yield the documentation of each rule that has a number."""
    markdown = _renderer()
    for rule_id, number in numbers.items():
        rule = rules.get(rule_id)
        if rule is None:
            continue
        what, why, how = (_html(markdown, text.in_language(language)) for text in (rule.what, rule.why, rule.how))
        yield RuleDoc(
            number=number,
            title=visible(rule.title.in_language(language)),
            what=what,
            why=why,
            how=how,
            examples=tuple((_code(example.bad), _code(example.good)) for example in rule.examples[:2]),
            references=tuple(visible(address) for address in rule.references if address.startswith("https://")),
        )


def _renderer() -> MarkdownIt:
    """Return a renderer that knows no HTML, no image and no heading."""
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "html_block"])


def _html(markdown: MarkdownIt, text: str) -> Markup:
    tokens = markdown.parse(_code(text.strip()))
    for token in tokens:
        for part in token.children or ():
            if part.type == "link_open":
                part.attrs = _link(str(part.attrs.get("href", "")))
    rendered = markdown.renderer.render(tokens, markdown.options, {})
    return Markup(rendered)  # noqa: S704 - the renderer escapes all text and knows no HTML


def _link(address: str) -> dict[str, str | int | float]:
    """Return the attributes of a link: only to the web, and without a trace of the page."""
    if not address.startswith(("https://", "http://")):
        return {}
    return {"href": address, "rel": "noopener noreferrer", "target": "_blank"}


def _code(text: str) -> str:
    return "\n".join(map(shown_code, split_lines(text)))
