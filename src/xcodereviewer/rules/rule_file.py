"""One rule file: its form, and how it becomes a `Rule`."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Example, Rule, Text

__all__ = ["InvalidRule", "parse_rule"]

RuleIdText = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z0-9-]+\.(security|bug|performance|maintainability|style)\.[a-z0-9-]+$")
]
VersionText = Annotated[str, msgspec.Meta(pattern=r"^\d+\.\d+\.\d+$")]


class InvalidRule(InputError):
    """A rule file that says something a rule cannot say."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}. docs/rules.md describes the form; `xcr rules test` checks a folder.")


class _Texts(msgspec.Struct, forbid_unknown_fields=True):
    en: str
    zh: str

    def to_text(self) -> Text:
        return Text(en=self.en.strip(), zh=self.zh.strip())


class _ExampleText(msgspec.Struct, forbid_unknown_fields=True):
    bad: str
    good: str
    language: Language | None = None


class _RuleFile(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    id: RuleIdText
    engine: str
    languages: Annotated[list[Language], msgspec.Meta(min_length=1)] | Literal["any"]
    severity: Severity
    confidence: Confidence
    precision: Precision
    since: VersionText
    title: _Texts
    message: _Texts
    what: _Texts
    why: _Texts
    how: _Texts
    match: dict[str, object]
    examples: list[_ExampleText]
    status: Status = Status.STABLE
    kind: str = ""
    cwe: list[int] = []
    owasp: list[Annotated[str, msgspec.Meta(pattern=r"^A(0[1-9]|10):20\d\d$")]] = []
    tags: list[str] = []
    references: list[str] = []
    skip_tests: bool = False
    severity_in_examples: Severity | None = None
    replaced_by: str = ""


def parse_rule(text: str, path: str) -> Rule:
    """Read the rule that stands in `text`; `path` only names it in errors.

    Raises:
        InvalidRule: the YAML is broken, a key is unknown or missing, or a value is not one a rule may have.
    """
    import yaml  # not needed where the rules are compiled already

    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
        form = msgspec.convert(content, _RuleFile)
    except yaml.YAMLError as error:
        raise InvalidRule(path, f"not valid YAML ({' '.join(str(error).split())})") from error
    except msgspec.ValidationError as error:
        raise InvalidRule(path, str(error)) from error
    name = form.id.rpartition(".")[2]
    if Path(path).stem != name:
        raise InvalidRule(path, f"the file of rule `{form.id}` is to be named `{name}.yaml`")
    return _to_rule(form)


def _to_rule(form: _RuleFile) -> Rule:
    default_kind = f"cwe-{form.cwe[0]}" if form.cwe else form.id.rpartition(".")[2]
    return Rule(
        id=form.id,
        engine=form.engine,
        languages=tuple(Language) if form.languages == "any" else tuple(form.languages),
        category=Category(form.id.split(".")[1]),
        severity=form.severity,
        confidence=form.confidence,
        precision=form.precision,
        status=form.status,
        since=form.since,
        kind=form.kind or default_kind,
        title=form.title.to_text(),
        message=form.message.to_text(),
        what=form.what.to_text(),
        why=form.why.to_text(),
        how=form.how.to_text(),
        cwe=tuple(form.cwe),
        owasp=tuple(form.owasp),
        tags=tuple(form.tags),
        references=tuple(form.references),
        examples=tuple(Example(bad=e.bad, good=e.good, language=e.language) for e in form.examples),
        match=msgspec.json.encode(form.match, order="deterministic").decode(),
        skip_tests=form.skip_tests,
        severity_in_examples=form.severity_in_examples,
        replaced_by=form.replaced_by,
    )
