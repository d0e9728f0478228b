"""`xcr rules`: which rules there are, what one says, whether it does what it says, and how to begin a new one."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from xcodereviewer.cli import completing
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.places import cache_folder
from xcodereviewer.cli.rule_page import show_rule_page
from xcodereviewer.cli.session import pack_of
from xcodereviewer.cli.whole_file import new_file
from xcodereviewer.core.errors import Conflict, InputError, NotFound
from xcodereviewer.core.forms import Misfit
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.pipeline.rule_check import check_pack
from xcodereviewer.pipeline.rule_tests import Mark, Problem, check_counts, check_examples, check_marks, find_marks
from xcodereviewer.rules.choose import RULE_SETS, find_rule
from xcodereviewer.rules.pack import Pack, built_in_folder, load_pack
from xcodereviewer.rules.rule_file import check_id
from xcodereviewer.rules.template import rule_template
from xcodereviewer.sources.classify import language_of

__all__ = ["command"]


class RuleExists(Conflict):
    """A rule file that would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Edit it, or give the new rule another name.")


class RuleBuiltIn(Conflict):
    """An id that one of the product's own rules has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"`{name}` is a built-in rule already. Give the new rule another name.")


class MarkedCodeMissing(NotFound):
    """Marked code that is not there."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"There is no marked code at {place}. docs/rules.md says how marked code looks.")


class InvalidRuleId(InputError):
    """A name that is no rule id."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"`{name}` is no rule id: {reason}{'' if reason.endswith('?') else '.'}")


@click.group(name="rules")
def command() -> None:
    """List and show rules, test them, or begin a new one."""


@command.command(name="list")
@click.option("--rule-set", type=click.Choice(list(RULE_SETS)), default="all", help="Only rules of this set.")
@click.option(
    "--language", type=click.Choice([language.value for language in Language]), help="Only for this language."
)
@click.option("--severity", type=click.Choice([s.value for s in Severity]), help="Only of this severity.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="Folders of rules of your own.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_rules(
    *, rule_set: str, language: str | None, severity: str | None, folders: tuple[str, ...], as_json: bool
) -> None:
    """List the rules."""
    rules = [
        rule
        for rule in _all_rules(folders)
        if rule.category in RULE_SETS[rule_set]
        and (language is None or language in rule.languages)
        and (severity is None or rule.severity == severity)
    ]
    if as_json:
        click.echo(json.dumps([_fact(rule) for rule in rules], indent=2, ensure_ascii=False))
        return
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        status = "" if rule.status == "stable" else f" ({rule.status})"
        click.echo(f"{rule.id:{width}}  {rule.severity:8}  {rule.engine:13}  {rule.title.en}{status}")
    click.echo(f"{_counted(len(rules), 'rule')}.", err=True)


@command.command(name="show")
@click.argument("name", metavar="ID", shell_complete=completing.rule_ids)
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="Folders of rules of your own.")
@click.option("--locale", type=click.Choice(["auto", "en", "zh"]), default="auto", help="The language of the page.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(name: str, *, folders: tuple[str, ...], locale: str, as_json: bool) -> None:
    """Show all that a rule says."""
    rule = find_rule(_all_rules(folders), name)
    if as_json:
        click.echo(json.dumps({**_fact(rule), **_words(rule)}, indent=2, ensure_ascii=False))
        return
    show_rule_page(rule, "zh" if locale == "zh" else "en" if locale == "en" else "auto")


@command.command(name="test")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--marked", type=click.Path(path_type=Path), help="Marked code, a folder or a file, to hold them against."
)
def test(folder: Path, *, marked: Path | None) -> int:
    """Hold the rules in FOLDER against their examples and against marked code; ends with 1 when one fails."""
    pack = load_pack(folder)
    if not folder.resolve().is_relative_to(built_in_folder()):
        _ = _built_in() + pack  # which tells when an id is taken
    check_pack(pack)
    problems = [problem for rule in pack.rules for problem in check_examples(rule, file=pack.files[rule.id])]
    if marked is not None:
        problems += _marked_problems(marked, pack)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{_counted(len(pack.rules), 'rule')}, {_counted(len(problems), 'problem')}.", err=True)
    return int(bool(problems))


@command.command(name="new")
@click.argument("name", metavar="ID")
@click.option("--folder", type=click.Path(path_type=Path), default="rules", help="Where the rule file goes.")
def new(name: str, *, folder: Path) -> None:
    """Begin a rule: writes a rule file to fill in."""
    try:
        check_id(name)
    except Misfit as error:
        raise InvalidRuleId(name, str(error)) from error
    if name in {rule.id for rule in _all_rules(())}:
        raise RuleBuiltIn(name)
    language, category, last = name.split(".")
    path = folder / language / category / f"{last}.yaml"
    try:
        new_file(path, rule_template(name))
    except FileExistsError as error:
        raise RuleExists(path) from error
    click.echo(f"Wrote {path}. Fill it in, then: xcr rules test {folder}")


def _all_rules(folders: Sequence[str]) -> Sequence[Rule]:
    settings = configuration_at(".").settings
    return pack_of(Settings(rules=(*settings.rules, *folders), cache=settings.cache)).rules


def _built_in() -> Pack:
    return load_pack(built_in_folder(), compiled=cache_folder())


def _marked_problems(place: Path, pack: Pack) -> list[Problem]:
    paths = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    if not paths:
        raise MarkedCodeMissing(place)
    by_id = {rule.id: rule for rule in pack.rules}
    known = {rule.id for rule in _built_in().rules}
    marks: list[Mark] = []
    problems: list[Problem] = []
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        found = find_marks(text)
        marks += found
        language = _language(path, text, [by_id[mark.rule] for mark in found if mark.rule in by_id])
        problems += check_marks(str(path), text, language=language, rules=by_id, known=known)
    return [*problems, *check_counts(pack.rules, marks, files=pack.files)]


def _language(path: Path, text: str, marked: Sequence[Rule]) -> Language:
    """Return the language that a file of marked code is looked at as: its own, if the rules it marks are for that."""
    language = language_of(path.name, text.encode())
    if marked and language not in marked[0].languages:
        return marked[0].languages[0]
    return language or Language.TEXT


def _fact(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "engine": rule.engine,
        "category": rule.category,
        "languages": list(rule.languages),
        "severity": rule.severity,
        "confidence": rule.confidence,
        "precision": rule.precision,
        "status": rule.status,
        "since": rule.since,
        "cwe": list(rule.cwe),
        "owasp": list(rule.owasp),
        "tags": list(rule.tags),
        "title": _both(rule.title),
    }


def _words(rule: Rule) -> dict[str, object]:
    texts = {"message": rule.message, "what": rule.what, "why": rule.why, "how": rule.how}
    return {
        **{name: _both(text) for name, text in texts.items()},
        "references": list(rule.references),
        "examples": [
            {"language": example.language or rule.languages[0], "bad": example.bad, "good": example.good}
            for example in rule.examples
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
