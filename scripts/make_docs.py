"""Makes the generated pages anew: the settings in docs/configuration.md, and docs/rule-catalogue.md."""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from xcodereviewer.core.settings import Settings, setting_descriptions
from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.rule_tests import MarkKind, find_marks
from xcodereviewer.rules.pack import built_in_folder, load_pack

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- settings: made by `make docs` -->\n", "<!-- end -->"


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
    configuration = ROOT / "docs" / "configuration.md"
    before, _, rest = configuration.read_text(encoding="utf-8").partition(BEGIN)
    yield configuration, f"{before}{BEGIN}{settings_table()}{END}{rest.partition(END)[2]}"
    yield ROOT / "docs" / "rule-catalogue.md", rule_catalogue()


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
