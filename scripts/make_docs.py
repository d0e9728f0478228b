"""Makes the generated pages anew: docs/rule-catalogue.md, and tables of configuration, data flow and service."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

import msgspec

from xcodereviewer.core.server_settings import PREFIX, ServerSettings
from xcodereviewer.core.settings import Settings, setting_descriptions
from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.rule_tests import MarkKind, find_marks
from xcodereviewer.rules.pack import built_in_folder, load_pack

ROOT = Path(__file__).resolve().parent.parent
END = "<!-- end -->"
# `NAME = "value"  # sentence` in domain/kinds.py; what a linter is told before the sentence is none of it.
_KIND = re.compile(
    r'^    [A-Z_]+ = "(?P<name>[a-z-]+)"(?:  # (?:noqa: \w+ - a word, no secret(?:: )?)?(?P<words>.*))?$', re.M
)
_BOUND = re.compile(r"^\| `(?P<module>[\w.]+)\.(?P<name>_?[A-Z_]+)` \|[^|]*\|", re.M)


def main() -> int:
    """Write every page that is not fresh; with `--check`, only say which are not."""
    stale = [path for path, text in pages() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not fresh: run `make docs`")
        return int(bool(stale))
    for path, text in pages():
        path.write_text(text, encoding="utf-8")
    return 0


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated page with its text."""
    yield ROOT / "docs" / "configuration.md", with_table("configuration.md", "settings", settings_table())
    yield ROOT / "docs" / "service.md", with_table("service.md", "settings", server_settings_table())
    yield ROOT / "docs" / "dataflow.md", _BOUND.sub(bound, with_table("dataflow.md", "kinds", kind_tables()))
    yield ROOT / "docs" / "rule-catalogue.md", rule_catalogue()


def with_table(page: str, name: str, table: str) -> str:
    """Return a page with a generated part made anew."""
    begin = f"<!-- {name}: made by `make docs` -->\n"
    before, _, rest = (ROOT / "docs" / page).read_text(encoding="utf-8").partition(begin)
    return f"{before}{begin}{table}{END}{rest.partition(END)[2]}"


def server_settings_table() -> str:
    """Return the table of the settings of the service."""
    rows = []
    for name, field in ServerSettings.model_fields.items():
        default = field.get_default()
        shown = "" if default in (None, ()) or isinstance(default, Path) else f"`{default}`"
        rows.append(f"| `{PREFIX}{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(["| Variable | Default | |", "|---|---|---|", *rows, ""])


def kind_tables() -> str:
    """Return each list of kinds: a table of those of which the source says something, and the names of the others."""
    source = (ROOT / "src" / "xcodereviewer" / "domain" / "kinds.py").read_text(encoding="utf-8")
    parts = []
    for title in ("Source", "Sink", "Property", "Check"):
        body = source.partition(f"class {title}Kind(StrEnum)")[2].partition("\nclass ")[0]
        kinds = [(kind["name"], kind["words"]) for kind in _KIND.finditer(body)]
        rows = [f"| `{name}` | {words} |" for name, words in kinds if words]
        others = ", ".join(f"`{name}`" for name, words in kinds if not words)
        parts.append("\n".join((f"| {title.lower()} | is |", "| --- | --- |", *rows, "", f"And {others}.", "")))
    return "\n".join(parts)


def bound(row: re.Match[str]) -> str:
    """Return the beginning of a row of the data-flow engine's bounds, with the bound as the code has it."""
    value = getattr(import_module(f"xcodereviewer.engines.dataflow.{row['module']}"), row["name"])
    return f"| `{row['module']}.{row['name']}` | {value:,} |"


def settings_table() -> str:
    """Return the table of all settings with their defaults."""
    defaults = msgspec.to_builtins(Settings())
    shown = {
        name: "" if value is None else f"`{msgspec.json.encode(value).decode()}`" for name, value in defaults.items()
    }
    rows = [f"| `{name}` | {shown[name]} | {text} |" for name, text in setting_descriptions().items()]
    return "\n".join(("| setting | default | what it is for |", "| --- | --- | --- |", *rows, ""))


def rule_catalogue() -> str:
    """Return the page of all rules, with how many places of marked code each is held against."""
    rules = load_pack(built_in_folder()).rules
    marks = marks_by_rule()
    lines = [
        "# All rules",
        "",
        f"{len(rules)} rules, made by `make docs` from the rule files; `xcr rules show NAME` prints one whole.",
        "*Tested* counts the places in marked code at which a rule must speak and must be silent; *known* those at",
        "which it is wrong today: what it misses, and what it flags without need.",
        "",
    ]
    for language, group in groupby(rules, key=lambda rule: rule.id.partition(".")[0]):
        lines += [
            f"## {language}",
            "",
            "| rule | severity | precision | CWE | tested | known |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [rule_row(rule, marks.get(rule.id, Counter())) for rule in group]
        lines.append("")
    return "\n".join(lines)


def rule_row(rule: Rule, marks: Counter[MarkKind]) -> str:
    """Return one row of the catalogue."""
    cwe = ", ".join(str(number) for number in rule.cwe)
    status = "" if rule.status == "stable" else f" ({rule.status})"
    tested = f"{marks[MarkKind.FINDS]} + {marks[MarkKind.OK]}"
    known = f"{marks[MarkKind.MISSING]} missed, {marks[MarkKind.SPURIOUS]} spurious"
    is_known = marks[MarkKind.MISSING] or marks[MarkKind.SPURIOUS]
    return (
        f"| `{rule.id}`{status}: {rule.title.en} | {rule.severity} | {rule.precision} | {cwe} | {tested} "
        f"| {known if is_known else ''} |"
    )


def marks_by_rule() -> dict[str, Counter[MarkKind]]:
    """Return how often each rule is marked in `tests/rules`, by kind of mark."""
    counts: dict[str, Counter[MarkKind]] = {}
    for path in sorted((ROOT / "tests" / "rules").rglob("*")):
        if path.is_file():
            for mark in find_marks(path.read_text(encoding="utf-8", errors="replace")):
                counts.setdefault(mark.rule, Counter())[mark.kind] += 1
    return counts


if __name__ == "__main__":
    sys.exit(main())
