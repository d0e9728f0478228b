from pathlib import Path

import jsonschema
import pytest

from xcodereviewer.core.configuration import (
    Layer,
    configuration_of,
    environment_layer,
    file_layer,
    parse_layer,
    repository_file,
    share_of,
)
from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.core.settings import Settings, setting_descriptions, settings_schema
from xcodereviewer.domain.levels import Severity


def layer(origin: str, **values: object) -> Layer:
    return Layer(origin=origin, values={key.replace("_", "-"): value for key, value in values.items()})


def test_later_layer_wins_and_its_origin_is_told() -> None:
    configuration = configuration_of(
        [layer("organisation", fail_on="low", jobs=4), layer(".xcr.toml", fail_on="high"), layer("command line")]
    )
    assert (configuration.settings.fail_on, configuration.settings.jobs) == (Severity.HIGH, 4)
    assert {key: configuration.origins[key] for key in ("fail-on", "jobs", "cache")} == {
        "fail-on": ".xcr.toml",
        "jobs": "organisation",
        "cache": "default",
    }


def test_without_layers_the_defaults_hold() -> None:
    assert configuration_of([]).settings == Settings()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"fail_no": "high"}, ".xcr.toml: there is no setting `fail_no`; did you mean `fail-on`?"),
        ({"zzz": 1}, ".xcr.toml: there is no setting `zzz`; `xcr config show` lists them all."),
        ({"jobs": -1}, ".xcr.toml: `jobs` is not right: expected int >= 0."),
        ({"include": "*.py"}, ".xcr.toml: `include` is not right: expected array, got str."),
        (
            {"fail-on": "hihg"},
            (
                ".xcr.toml: `fail-on` is not right: 'hihg' is none of critical, high, info, low, medium; "
                "did you mean `high`?"
            ),
        ),
        (
            {"rule-set": "most"},
            ".xcr.toml: `rule-set` is not right: 'most' is none of all, performance, quality, security.",
        ),
        (
            {"honour": ["noqa", "nosecc"]},
            (
                ".xcr.toml: `honour` is not right: 'nosecc' is none of NOSONAR, allowlist, noqa, nosec, nosemgrep; "
                "did you mean `nosec`?"
            ),
        ),
        (
            {"severities": {"a.b": "hgh"}},
            (
                ".xcr.toml: `severities` is not right: 'hgh' is none of critical, high, info, low, medium; "
                "did you mean `high`?"
            ),
        ),
        ({"min-coverage": 90}, ".xcr.toml: `min-coverage` is not right: 90 is more than the whole; write 0.9."),
    ],
)
def test_wrong_setting_is_one_clear_error(values: dict[str, object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        configuration_of([Layer(origin=".xcr.toml", values=values)])
    assert str(caught.value) == message


def test_environment_gives_settings_of_every_kind() -> None:
    environ = {
        "XCR_FAIL_ON": "high",
        "XCR_CACHE": "false",
        "XCR_INCLUDE": "a, b",
        "XCR_MIN_COVERAGE": "0.5",
        "XCR_SEVERITIES": "a.b=low, c.*=info",
        "XCR_X": "1",
    }
    assert environment_layer(environ).values == {
        "include": ["a", "b"],
        "severities": {"a.b": "low", "c.*": "info"},
        "fail-on": Severity.HIGH,
        "min-coverage": 0.5,
        "cache": False,
    }


def test_wrong_value_in_the_environment_names_its_variable() -> None:
    with pytest.raises(InputError, match="environment: `XCR_JOBS` is not right: expected int, got str"):
        environment_layer({"XCR_JOBS": "many"})


@pytest.mark.parametrize(("text", "share"), [("0.9", 0.9), ("90%", 0.9), (" 12.5 % ", 0.125), ("1", 1), ("0", 0)])
def test_share_is_a_number_or_a_percentage(text: str, share: float) -> None:
    assert share_of(text) == share
    assert environment_layer({"XCR_MIN_COVERAGE": text}).values == {"min-coverage": share}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("90", "90 is more than the whole; write 0.9 or 90%"),
        ("101%", "101% is no share; write a number from 0 to 1, or a percentage such as 90%"),
        ("all", "all is no share; write a number from 0 to 1, or a percentage such as 90%"),
        ("-1", "-1 is no share; write a number from 0 to 1, or a percentage such as 90%"),
    ],
)
def test_what_is_no_share_is_told_with_what_to_write(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        environment_layer({"XCR_MIN_COVERAGE": text})
    assert str(caught.value) == f"environment: `XCR_MIN_COVERAGE` is not right: {told}."


def test_file_is_found_in_the_folder_or_above_up_to_the_top(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.xcr]\njobs = 3\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert repository_file(inner, top=tmp_path) == tmp_path / "pyproject.toml"
    assert repository_file(inner) is None
    (tmp_path / "a" / ".xcr.toml").write_text("jobs = 5\n")
    assert repository_file(inner, top=tmp_path) == tmp_path / "a" / ".xcr.toml"


def test_pyproject_gives_only_its_own_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.xcr]\njobs = 3\n")
    assert file_layer(tmp_path / "pyproject.toml", origin="pyproject.toml").values == {"jobs": 3}


def test_paths_of_a_file_are_relative_to_its_folder(tmp_path: Path) -> None:
    (tmp_path / ".xcr.toml").write_text('baseline = "known.json"\nrules = ["mine", "/opt/rules"]\ninclude = ["src"]\n')
    assert file_layer(tmp_path / ".xcr.toml", origin=".xcr.toml").values == {
        "baseline": str(tmp_path / "known.json"),
        "rules": [str(tmp_path / "mine"), "/opt/rules"],
        "include": ["src"],
    }


@pytest.mark.parametrize("data", [b"jobs = ", b"\xff\xfe"])
def test_file_that_is_not_toml_is_an_error_that_says_what_to_do(data: bytes) -> None:
    with pytest.raises(InputError, match=r"\.xcr\.toml is not valid TOML: .+ Mend it, or review with --no-config\."):
        parse_layer(data, path=Path(".xcr.toml"), origin=".xcr.toml")


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no configuration file"):
        file_layer(tmp_path / "none.toml", origin="none.toml")


def test_schema_takes_what_settings_take_and_refuses_the_rest() -> None:
    schema = settings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"fail-on": "high", "severities": {"a.b.c": "low"}, "include": ["*.py"]})
    assert [validator.is_valid(wrong) for wrong in ({"fail-on": "x"}, {"jobz": 1}, {"min-score": 101})] == [False] * 3


def test_every_setting_says_what_it_is_for() -> None:
    assert [key for key, text in setting_descriptions().items() if not text.endswith(".")] == []
