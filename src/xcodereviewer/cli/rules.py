"""`xcr rules`: which rules there are, what one says, whether it does what it says, and how to begin a new one."""
# xcr: ignore-file[write-outside-its-place] begins a rule file when the user asks for it

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.rule_page import show_rule_page
from xcodereviewer.cli.session import pack_of
from xcodereviewer.core.errors import Conflict, InputError, NotFound
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Severity
from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.rule_tests import Problem, check_examples, check_marks, find_marks
from xcodereviewer.rules.choose import RULE_SETS, find_rule
from xcodereviewer.rules.pack import load_pack
from xcodereviewer.rules.template import rule_template
from xcodereviewer.sources.classify import language_of

__all__ = ["command"]


class RuleExists(Conflict):
    """A rule file that would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Edit it, or give the new rule another name.")


class MarkedCodeMissing(NotFound):
    """A folder of marked code that is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no folder of marked code at {folder}. docs/rules.md says how marked code looks.")


class InvalidRuleId(InputError):
    """A name that is no rule id."""

    def __init__(self, name: str) -> None:
        categories = "|".join(Category)
        super().__init__(f"`{name}` is no rule id. Write <language>.<{categories}>.<kebab-name>.")


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
    click.echo(f"{len(rules):,} rules.", err=True)


@command.command(name="show")
@click.argument("name", metavar="ID")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="Folders of rules of your own.")
@click.option("--locale", type=click.Choice(["auto", "en", "zh"]), default="auto", help="The language of the page.")
def show(name: str, *, folders: tuple[str, ...], locale: str) -> None:
    """Show all that a rule says."""
    show_rule_page(find_rule(_all_rules(folders), name), "zh" if locale == "zh" else "en" if locale == "en" else "auto")


@command.command(name="test")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--marked", type=click.Path(path_type=Path), help="A folder of marked code to hold the rules against.")
def test(folder: Path, *, marked: Path | None) -> int:
    """Hold the rules in FOLDER against their examples and against marked code; ends with 1 when one fails."""
    rules = load_pack(folder).rules
    problems = [problem for rule in rules for problem in check_examples(rule)]
    if marked is not None:
        problems += _marked_problems(marked, rules)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(rules):,} rules, {len(problems):,} problems.", err=True)
    return int(bool(problems))


@command.command(name="new")
@click.argument("name", metavar="ID")
@click.option("--folder", type=click.Path(path_type=Path), default="rules", help="Where the rule file goes.")
def new(name: str, *, folder: Path) -> None:
    """Begin a rule: writes a rule file to fill in."""
    parts = name.split(".")
    if len(parts) != 3 or parts[1] not in list(Category) or not all(parts):
        raise InvalidRuleId(name)
    path = folder / parts[0] / parts[1] / f"{parts[2]}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(rule_template(name))
    except FileExistsError as error:
        raise RuleExists(path) from error
    click.echo(f"Wrote {path}. Fill it in, then: xcr rules test {folder}")


def _all_rules(folders: Sequence[str]) -> Sequence[Rule]:
    settings = configuration_at(".").settings
    return pack_of(Settings(rules=(*settings.rules, *folders), cache=settings.cache)).rules


def _marked_problems(folder: Path, rules: Sequence[Rule]) -> Iterator[Problem]:
    if not folder.is_dir():
        raise MarkedCodeMissing(folder)
    by_id = {rule.id: rule for rule in rules}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        marked = [by_id[mark.rule] for mark in find_marks(text) if mark.rule in by_id]
        if not marked:
            continue
        name = path.relative_to(folder).as_posix()
        language = language_of(name, text.encode())
        if language is None or language not in marked[0].languages:
            language = marked[0].languages[0]
        yield from check_marks(name, text, language=language, rules=by_id)


def _fact(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "engine": rule.engine,
        "languages": list(rule.languages),
        "severity": rule.severity,
        "confidence": rule.confidence,
        "precision": rule.precision,
        "status": rule.status,
        "since": rule.since,
        "cwe": list(rule.cwe),
        "owasp": list(rule.owasp),
        "title": {"en": rule.title.en, "zh": rule.title.zh},
    }
