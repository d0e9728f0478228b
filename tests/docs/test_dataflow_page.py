"""The page on data flow names all that a model or a rule may say, and its recipes work as they stand there."""

import re
from itertools import chain
from pathlib import Path

import msgspec
from tests.library_models.marked_code import marks_of, told

from xcodereviewer.domain.kinds import CheckKind, PropertyKind, SinkKind, SourceKind
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.dataflow.ir import Module
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.library_models import loader
from xcodereviewer.pipeline.rule_tests import check_counts, check_examples, check_marks, find_marks
from xcodereviewer.rules.rule_file import parse_rule

PAGE = (Path(__file__).parents[2] / "docs" / "dataflow.md").read_text(encoding="utf-8")


def _recipe(title: str) -> list[str]:
    """Return the blocks of code of one recipe."""
    section = PAGE.partition(f"## Adding a {title}\n")[2].partition("\n## ")[0]
    return re.findall(r"```\w+\n(.*?)```", section, re.DOTALL)


def _write_model(folder: Path, language: str, text: str) -> None:
    (folder / language).mkdir()
    (folder / language / "model.yaml").write_text(text, encoding="utf-8")


def test_every_kind_is_named() -> None:
    kinds = chain(SourceKind, SinkKind, PropertyKind, CheckKind)
    assert [kind for kind in kinds if f"`{kind}`" not in PAGE] == []


def test_every_key_of_a_model_is_described() -> None:
    keys = chain.from_iterable(msgspec.structs.fields(form) for form in (loader._ModelFile, loader._Entry))
    assert [key.encode_name for key in keys if f"`{key.encode_name}`" not in PAGE] == []


def test_recipe_for_a_library_works(tmp_path: Path) -> None:
    model, marked = _recipe("library")
    _write_model(tmp_path, "python", model)
    assert told(lower_python(marked), "marked.py", tmp_path) == marks_of(marked).expected


def test_recipe_for_a_rule_works() -> None:
    text, marked = _recipe("rule")
    (rule,) = parse_rule(text, "python/security/command-from-command-line.yaml")
    assert check_examples(rule) == []
    assert check_marks("marked", marked, language=Language.PYTHON, rules={rule.id: rule}) == []
    assert check_counts([rule], find_marks(marked), files={rule.id: "rule"}) == []


def test_recipe_for_a_language_works(tmp_path: Path) -> None:
    lowering, model, marked = _recipe("language")
    _write_model(tmp_path, "go", model)
    written: dict[str, object] = {}
    exec(lowering, written)
    module = written["lower_go"](marked)  # type: ignore[operator]
    assert isinstance(module, Module)
    assert told(module, "main.go", tmp_path) == marks_of(marked).expected
    assert module.gaps == ((20, 21),)
