"""One rule file: its form, and how it becomes a `Rule`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

from xcodereviewer.core.errors import InputError
from xcodereviewer.core.forms import Misfit, fit, nearest, shown
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Example, Rule, Text
from xcodereviewer.rules.yaml_document import InvalidYaml, read_document

__all__ = ["InvalidRule", "check_id", "parse_rule"]

GENERIC = "generic"  # what a rule is named for that belongs to no language
EACH = "each"  # what a rule is named for that is one rule in each of its languages: `python.…`, `java.…`
# What a rule may look at besides the language that it is named for.
_RELATIVES: Mapping[str, frozenset[Language]] = MappingProxyType(
    {
        "javascript": frozenset({Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX}),
        "typescript": frozenset({Language.TYPESCRIPT, Language.TSX}),
        "c": frozenset({Language.C, Language.CPP}),
        GENERIC: frozenset(Language),
        EACH: frozenset(Language),
    }
)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_FORM = "<language>.<category>.<name>, as `python.security.weak-hash`"

VersionText = Annotated[str, msgspec.Meta(pattern=r"^\d+\.\d+\.\d+$", description="a version of three numbers: 1.2.0")]
OwaspText = Annotated[
    str, msgspec.Meta(pattern=r"^A(0[1-9]|10):20\d\d$", description="a category of OWASP in quotes: 'A03:2021'")
]
CweNumber = Annotated[int, msgspec.Meta(ge=1, le=9999, description="the weakness by its number alone: 89")]
LinkText = Annotated[str, msgspec.Meta(pattern=r"^https?://\S+$", description="an address: https://…")]
_VISIBLE = r"^(?=\s*\S)[^\x00-\x08\x0b-\x1f\x7f]*$"
_ONE_LINE = r"^(?=\s*\S)[^\x00-\x1f\x7f]*\n*$"
WrittenText = Annotated[str, msgspec.Meta(pattern=_VISIBLE, description="a text, in quotes")]
LineText = Annotated[str, msgspec.Meta(pattern=_ONE_LINE, description="one line of text, in quotes")]
Languages = Annotated[list[Language] | Literal["any"], msgspec.Meta(description="a list: [python], or `any`")]
Numbers = Annotated[list[CweNumber], msgspec.Meta(description="a list of numbers: [89]")]


class InvalidRule(InputError):
    """A rule file that says something a rule cannot say."""

    def __init__(self, path: str, reason: str, *, line: int | None = None) -> None:
        place = path if line is None else f"{path}:{line}"
        told = f"{place}: {reason}{'' if reason.endswith(('.', '?')) else '.'}"
        super().__init__("".join(char if char.isprintable() else " " for char in told))


class _Texts(msgspec.Struct, forbid_unknown_fields=True):
    en: WrittenText
    zh: WrittenText

    def to_text(self) -> Text:
        return Text(en=self.en.strip(), zh=self.zh.strip())


class _Lines(_Texts, forbid_unknown_fields=True):
    en: LineText
    zh: LineText


Line = Annotated[_Lines, msgspec.Meta(description="it in both languages: {en: …, zh: …}")]
Words = Annotated[_Texts, msgspec.Meta(description="it in both languages: {en: …, zh: …}")]


class _ExampleText(msgspec.Struct, forbid_unknown_fields=True):
    bad: WrittenText
    good: WrittenText
    language: Language | None = None


class _RuleFile(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    id: str
    engine: str
    languages: Languages
    severity: Severity
    confidence: Confidence
    precision: Precision
    since: VersionText
    title: Line
    message: Line
    what: Words
    why: Words
    how: Words
    match: dict[str, object]
    examples: list[_ExampleText]
    status: Status = Status.STABLE
    kind: str = ""
    cwe: Numbers = []
    owasp: list[OwaspText] = []
    tags: list[str] = []
    references: list[LinkText] = []
    skip_tests: bool = False
    severity_in_examples: Severity | None = None
    replaced_by: str = ""
    approximates: list[SinkKind] = []


def check_id(rule_id: str) -> None:
    """Make sure that a rule may have this id.

    Raises:
        Misfit: it may not; the message says which part is wrong.
    """
    parts = rule_id.split(".")
    if len(parts) != 3 or not all(parts):
        raise Misfit(f"write {_ID_FORM}")
    language, category, name = parts
    if language not in (known := [*Language, GENERIC, EACH]):
        raise Misfit(f"`{language}` is no language; {nearest(language, known)}")
    if category not in (known := list(Category)):
        raise Misfit(f"`{category}` is no category; {nearest(category, known)}")
    if not _NAME.fullmatch(name):
        raise Misfit(f"`{name}` is not a name in small letters, digits and single hyphens, as `weak-hash` is")


def parse_rule(text: str, path: str) -> tuple[Rule, ...]:
    """Read the rule that stands in `text`, one for each of its languages when it is named for `each` of them.

    `path` only names it in errors.

    Raises:
        InvalidRule: the YAML is broken, a key is unknown or missing, or a value is not one a rule may have.
    """
    try:
        document = read_document(text)
    except InvalidYaml as error:
        raise InvalidRule(path, str(error), line=error.line) from error
    if document.content is None:
        raise InvalidRule(path, "the file is empty; begin a rule with `xcr rules new`")
    if not isinstance(document.content, dict):
        raise InvalidRule(path, "the file is no mapping; a rule begins with `id: …`", line=document.line(()))
    try:
        form = fit(document.content, _RuleFile)
        for misfit in _contradictions(form, Path(path)):
            raise misfit
    except Misfit as error:
        raise InvalidRule(path, str(error), line=document.line(error.path) if error.path else None) from error
    rule = _to_rule(form)
    return tuple(_in_language(rule, name) for name in form.languages) if form.id.startswith(f"{EACH}.") else (rule,)


def _in_language(rule: Rule, name: Language | str) -> Rule:
    """Return the rule as it is for one language and its relatives."""
    languages = _RELATIVES.get(name, frozenset({Language(name)}))
    return replace(
        rule,
        id=rule.id.replace(EACH, name, 1),
        languages=tuple(sorted(languages)),
        examples=tuple(one for one in rule.examples if one.language in languages),
    )


def _contradictions(form: _RuleFile, path: Path) -> Iterator[Misfit]:
    """Yield what contradicts itself in a file whose values are each right."""
    try:
        check_id(form.id)
    except Misfit as error:
        yield Misfit(f"`id` is {shown(form.id)}: {error}", path=("id",))
    named_for, category, name = form.id.split(".")
    if path.stem != name:
        yield Misfit(f"the file of rule `{form.id}` is to be named `{name}{path.suffix}`", path=("id",))
    relatives = _RELATIVES.get(named_for) or frozenset({Language(named_for)})
    if named_for == EACH and form.languages == "any":
        yield Misfit(f"`languages` is any, but a rule for {EACH} of its languages names them", path=("languages",))
    languages = tuple(Language) if form.languages == "any" else form.languages
    if not languages:
        yield Misfit("`languages` is an empty list; name one", path=("languages",))
    if strangers := [language for language in languages if language not in relatives]:
        told = "any" if form.languages == "any" else strangers[0]
        reason = f"`languages` names {told}, but the id begins with {named_for}; for several, begin it with {GENERIC}"
        yield Misfit(reason, path=("languages",))
    if category == Category.SECURITY and not form.cwe:
        reason = "a security rule names its weakness: write `cwe: [NUMBER]`, see https://cwe.mitre.org"
        yield Misfit(reason, path=("cwe",))
    if form.approximates and form.engine == "dataflow":
        reason = "a rule of data flow sees what reaches a sink; `approximates` is for rules that do not"
        yield Misfit(reason, path=("approximates",))
    for number, example in enumerate(form.examples):
        if example.language is not None and example.language not in languages:
            reason = f"`examples[{number}].language` is `{example.language}`, which is none of `languages`"
            yield Misfit(reason, path=("examples", number, "language"))
        if example.language is None and named_for == EACH:
            reason = f"`examples[{number}]` names no `language`, which it needs in a rule for {EACH} of several"
            yield Misfit(reason, path=("examples", number))


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
        approximates=tuple(form.approximates),
    )
