"""The example application: what stands in its files on purpose is found, and nothing else."""

from pathlib import Path

import pytest

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.rules.pack import built_in_folder, load_pack

BOOKSHOP = Path(__file__).parents[2] / "examples" / "bookshop"
RULES = [rule for rule in load_pack(built_in_folder()).rules if rule.engine == "patterns"]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        (
            "static/basket.js",
            Language.JAVASCRIPT,
            {
                (4, "javascript.security.html-from-page-address"),
                (12, "javascript.security.eval-of-variable"),
                (18, "javascript.performance.requests-one-after-another"),
            },
        )
    ],
)
def test_structural_rules_find_what_the_bookshop_does_wrong(
    name: str, language: Language, expected: set[tuple[int, str]]
) -> None:
    text = (BOOKSHOP / name).read_text()
    rules = [rule for rule in RULES if language in rule.languages]
    (scan,) = load_engine("patterns").prepare(rules).scan([SourceText(id=0, language=language, text=text)])
    assert {(match.span.start_line, match.rule) for match in scan.matches} == expected
