import re
from pathlib import Path

import pytest

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.rules.pack import load_pack
from xcodereviewer.rules.template import rule_template


def write(folder: Path, rule_id: str, text: str | None = None) -> Path:
    path = folder / f"{rule_id.rpartition('.')[2]}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rule_template(rule_id) if text is None else text)
    return path


def ids(folder: Path, compiled: Path | None = None) -> list[str]:
    return [rule.id for rule in load_pack(folder, compiled=compiled).rules]


def test_rules_of_a_folder_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write(tmp_path / "b", "python.bug.second")
    write(tmp_path / "a", "python.security.third")
    write(tmp_path, "go.bug.first")
    assert ids(tmp_path) == ["go.bug.first", "python.bug.second", "python.security.third"]


def test_compiled_copy_gives_the_same_rules_and_follows_every_change(tmp_path: Path) -> None:
    rules, compiled = tmp_path / "rules", tmp_path / "compiled"
    path = write(rules, "python.bug.one")
    first = load_pack(rules, compiled=compiled)
    assert load_pack(rules, compiled=compiled) == first == load_pack(rules)
    path.write_text(path.read_text().replace("severity: medium", "severity: low"))
    assert load_pack(rules, compiled=compiled).rules[0].severity == "low"
    write(rules, "python.bug.two")
    assert ids(rules, compiled) == ["python.bug.one", "python.bug.two"]


def test_damaged_compiled_copy_is_made_anew(tmp_path: Path) -> None:
    rules, compiled = tmp_path / "rules", tmp_path / "compiled"
    write(rules, "python.bug.one")
    load_pack(rules, compiled=compiled)
    (kept,) = compiled.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    assert ids(rules, compiled) == ["python.bug.one"]


def test_digest_changes_with_any_rule(tmp_path: Path) -> None:
    path = write(tmp_path, "python.bug.one")
    before = load_pack(tmp_path).digest
    path.write_text(path.read_text() + "\n# more\n")
    assert load_pack(tmp_path).digest != before


def test_packs_are_added_and_an_id_stands_in_one_only(tmp_path: Path) -> None:
    write(tmp_path / "one", "python.bug.one")
    write(tmp_path / "two", "python.bug.two")
    one, two = load_pack(tmp_path / "one"), load_pack(tmp_path / "two")
    assert [rule.id for rule in (two + one).rules] == ["python.bug.one", "python.bug.two"]
    taken = (
        rf"{re.escape(str(tmp_path))}/one/one\.yaml: the id `python\.bug\.one` is taken by .*/one/one\.yaml already\."
    )
    with pytest.raises(InputError, match=taken):
        _ = one + one


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no folder of rules"):
        load_pack(tmp_path / "none")
