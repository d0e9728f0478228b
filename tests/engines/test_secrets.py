"""The secrets engine over whole texts. Tokens are put together here, so that no host refuses the file."""

import string
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import growth

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.engines.secrets import engine
from xcodereviewer.rules.pack import built_in_folder, load_pack

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
RULES = {
    rule.id: rule for rule in load_pack(built_in_folder() / "generic" / "security").rules if rule.engine == "secrets"
}
SCANNER = engine().prepare(list(RULES.values()))


def generated(length: int, *, seed: int = 7, alphabet: str = BASE62) -> str:
    random = Random(seed)
    return "".join(random.choice(alphabet) for _ in range(length))


def github_token(seed: int = 7) -> str:
    body = generated(30, seed=seed)
    number, digits = zlib.crc32(body.encode()), ""
    while number:
        number, digit = divmod(number, 62)
        digits = BASE62[digit] + digits
    return "ghp" + "_" + body + digits.rjust(6, "0")


def scan(text: str, *, language: Language = Language.PYTHON, tags: frozenset[str] = frozenset()) -> Scan:
    (answer,) = SCANNER.scan([SourceText(id=3, language=language, text=text, tags=tags)])
    return answer


def found(text: str, *, language: Language = Language.PYTHON, tags: frozenset[str] = frozenset()) -> list[str]:
    return [match.rule.rpartition(".")[2] for match in scan(text, language=language, tags=tags).matches]


def flagged(text: str, match: Match) -> str:
    lines = text.split("\n")
    span = match.span
    if span.start_line == span.end_line:
        return lines[span.start_line - 1][span.start_column - 1 : span.end_column - 1]
    middle = lines[span.start_line : span.end_line - 1]
    return "\n".join(
        [lines[span.start_line - 1][span.start_column - 1 :], *middle, lines[span.end_line - 1][: span.end_column - 1]]
    )


def test_registry_knows_the_engine() -> None:
    loaded = load_engine("secrets")
    assert (loaded.name, loaded.languages) == ("secrets", frozenset(Language))


def test_every_secret_rule_carries_the_tag_by_which_reports_mask() -> None:
    assert [rule.id for rule in RULES.values() if "secret" not in rule.tags] == []


def test_match_covers_exactly_the_value_and_says_nothing_of_it() -> None:
    token = github_token()
    text = f'# 😀 deploy\ntoken = "é{{}}"; auth = "{token}"\n'
    (match,) = scan(text).matches
    assert flagged(text, match) == token
    assert (match.message, match.fix, match.related, match.steps) == ("", None, (), ())


def test_answer_names_the_file_and_is_whole() -> None:
    assert scan("x = 1\n") == Scan(id=3)


def test_value_in_pieces_is_found_with_all_of_them() -> None:
    token = github_token()
    text = f'auth = (\n    "{token[:12]}"\n    "{token[12:30]}" +\n    "{token[30:]}"\n)\n'
    (match,) = scan(text).matches
    assert match.span == Span(start_line=2, start_column=6, end_line=4, end_column=6 + len(token) - 30)


def test_token_with_a_wrong_checksum_is_none() -> None:
    token = github_token()
    assert found(f'auth = "{token[:-1]}{"A" if token[-1] != "A" else "B"}"\n') == []


def test_token_inside_a_longer_word_is_none() -> None:
    assert found(f'x = "a{github_token()}"\n') == []
    assert found(f'x = "{github_token()}Z"\n') == []


def test_token_behind_an_escaped_line_end_is_found() -> None:
    assert found(f'x = "see\\n{github_token()}"\n') == ["github-token"]


@pytest.mark.parametrize(
    "text",
    [
        "auth = '{}'  # pragma: allowlist secret\n",
        "auth = '{}'  // pragma: whitelist secret\n",
        "# pragma: allowlist nextline secret\nauth = '{}'\n",
    ],
)
def test_pragma_of_detect_secrets_hides_nothing_from_the_engine(text: str) -> None:
    assert found(text.format(github_token())) == ["github-token"]


def test_structured_token_in_tests_is_reported_with_less_confidence() -> None:
    text = f'auth = "{github_token()}"\n'
    assert [match.confidence for match in scan(text).matches] == [None]
    assert [match.confidence for match in scan(text, tags=frozenset({"test"})).matches] == [Confidence.MEDIUM]
    assert [match.confidence for match in scan(text, language=Language.MARKDOWN).matches] == [Confidence.MEDIUM]


def test_assigned_value_in_tests_is_left_out() -> None:
    text = f'api_key = "{generated(32)}"\n'
    assert found(text) == ["hardcoded-secret"]
    assert found(text, tags=frozenset({"test"})) == []


def test_provider_form_wins_over_the_name_that_it_is_given_to() -> None:
    assert found(f'SECRET_TOKEN = "{github_token()}"\n') == ["github-token"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("password: quarry7Lantern%9\n", Language.YAML),
        ("export DB_PASSWORD=quarry7Lantern%9\n", Language.SHELL),
        ("ENV DB_PASSWORD quarry\nENV DB_PASSWORD=quarry7Lantern%9\n", Language.DOCKERFILE),
        ('<add key="password" value="quarry7Lantern%9"/>\n', Language.TEXT),
        ("<password>quarry7Lantern%9</password>\n", Language.TEXT),
        ("const password: string = `x`; let passwd: string = 'quarry7Lantern%9'\n", Language.TYPESCRIPT),
        ('String password = "quarry7Lantern%9";\n', Language.JAVA),
        ('password := "quarry7Lantern%9"\n', Language.GO),
        ("'password' => 'quarry7Lantern%9',\n", Language.PHP),
    ],
)
def test_password_is_found_in_the_ways_languages_write_it(text: str, language: Language) -> None:
    assert found(text, language=language) == ["hardcoded-password"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("password = quarry7Lantern\n", Language.PYTHON),
        ("password = form.password2\n", Language.TEXT),
        ("password = '${DB_PASSWORD9}'\n", Language.YAML),
        ("password = '{{ vault_password9 }}'\n", Language.YAML),
        ("password = 'Enter 8 characters'\n", Language.PYTHON),
        ("password_url = 'abc123def9!'\n", Language.PYTHON),
        ("password = 'sha256$aGVsbG8$0f1e2d3c'\n", Language.PYTHON),
        ("filter(password__startswith='sha1$$')\n", Language.PYTHON),
        ("password = 'pass'\n", Language.PYTHON),
    ],
)
def test_what_only_looks_like_an_assigned_password_is_left_alone(text: str, language: Language) -> None:
    assert found(text, language=language) == []


def test_local_database_is_a_hint_only() -> None:
    (match,) = scan('url = "mysql://orders:quarry7Lantern@localhost/orders"\n').matches
    assert (match.severity, match.confidence) == ("low", Confidence.LOW)


def test_file_full_of_tokens_says_that_the_rest_was_not_looked_at() -> None:
    answer = scan("".join(f'k{n} = "{github_token(n)}"\n' for n in range(500)))
    assert (len(answer.matches), answer.gap != "") == (200, True)


@pytest.mark.parametrize(
    "unit",
    [
        "password=",
        'password="',
        "-----BEGIN PRIVATE KEY-----\n",
        "https://a:",
        "ghp_",
        '"AKIA" + ',
        "eyJ.eyJ",
        "secret" * 50 + ":",
    ],
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    assert growth(lambda size: scan(unit * (size // len(unit))), 80_000) < 10


def test_text_without_valid_unicode_is_read() -> None:
    assert found(f'x = "\udcff"; auth = "{github_token()}"\n') == ["github-token"]


def rule_with(match: str) -> Rule:
    from dataclasses import replace

    return replace(RULES["generic.security.npm-token"], match=match)


@pytest.mark.parametrize(
    ("match", "reason"),
    [
        ('{"keywords": ["ab"], "regex": "(?P<secret>a", "checks": []}', "RE2 refuses"),
        ('{"keywords": ["ab"], "regex": "abc"}', "no group"),
        ('{"keywords": [], "regex": "(?P<secret>a)"}', "empty list"),
        ('{"keywords": ["ab"], "regex": "(?P<secret>a)", "checks": ["luck"]}', "luck"),
        ('{"keywords": ["ab"], "regex": "(?P<secret>a)", "keyword": "x"}', "keyword"),
    ],
)
def test_match_that_no_rule_can_have_is_refused_with_its_reason(match: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        engine().prepare([rule_with(match)])
    assert "generic.security.npm-token" in str(caught.value)


def test_engine_without_rules_finds_nothing() -> None:
    (answer,) = engine().prepare([]).scan([SourceText(id=0, language=Language.TEXT, text=github_token())])
    assert answer == Scan(id=0)


def test_bare_value_stands_on_the_line_of_its_name() -> None:
    assert found("password-prompt:\n  quarry7Lantern@^1.0.28:\n", language=Language.YAML) == []


def test_uuid_is_a_hint_under_the_name_of_a_key_and_nothing_under_that_of_a_token() -> None:
    uuid = "1d2129a1-3d38-460a-9756-e5b91fddb951"
    assert [match.confidence for match in scan(f'api_key = "{uuid}"\n').matches] == [Confidence.LOW]
    assert found(f'request_token = "{uuid}"\n') == []


@given(before=st.text(max_size=60), after=st.text(max_size=60), seed=st.integers(0, 10_000))
def test_value_is_covered_exactly_whatever_stands_around_it(before: str, after: str, seed: int) -> None:
    token = github_token(seed)
    text = f'{before}\n  x = "{token}"\n{after}'
    matches = [match for match in scan(text).matches if match.rule.endswith("github-token")]
    assert [flagged(text, match) for match in matches] == [token]


@given(text=st.text(alphabet="password:=\"'\\ \n{}<>/@-", max_size=300))
@settings(max_examples=200)
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert scan(text).failure == ""


@pytest.mark.parametrize("value", ["Tr0u**********", "Tr0ub4••••••"])
def test_masked_value_is_no_secret(value: str) -> None:
    assert found(f'password = "{value}"\n') == []
