import pytest

from xcodereviewer.engines.secret_placeholders import is_documented_sample, is_invented, is_placeholder, is_template

REAL = "q9XkT2vLm7RbW4zNc8Hd"


@pytest.mark.parametrize(
    "value",
    [
        "${TOKEN}",
        "{{ token }}",
        "<token>",
        "%(token)s",
        "%s",
        "$TOKEN",
        "#{token}",
        "{token}",
        "process.env.TOKEN",
        "__TOKEN__",
        "%TOKEN%",
        "os.environ['TOKEN']",
        "arn:aws:secretsmanager:eu-west-1:1:secret:x",
        "op://vault/item",
        "<%= token %>",
        "{0}",
    ],
)
def test_templates_and_look_ups_are_filled_in_elsewhere(value: str) -> None:
    assert is_template(value)
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value",
    [
        "sk_live_EXAMPLEexampleEXAMPLE",
        "xxxxxxxxxxxxxxxx",
        "AAAAAAAAAAAAAAAA",
        "abcdefghijklmnop",
        "0123456789abcdef",
        "abc1abc1abc1abc1",
        "your-token-here",
        "q9XkT2...",
        "********",
        "qwertyuiopQWERTY",
        "deadbeefdeadbeef",
        "121212121212121212",
    ],
)
def test_invented_values_are_none_that_a_provider_gave_out(value: str) -> None:
    assert is_invented(value)


@pytest.mark.parametrize(
    "value", ["changeme", "my-secret", "test", "fake-token", "todo", "secret", "the-password", "none"]
)
def test_words_that_say_so_stand_for_a_value(value: str) -> None:
    assert is_placeholder(value)


def test_generated_value_is_none_of_these() -> None:
    assert [check(REAL) for check in (is_template, is_invented, is_placeholder, is_documented_sample)] == [False] * 4


def test_documented_sample_is_known_by_its_hash() -> None:
    assert is_documented_sample("key-" + "3ax6xnjp29jd6fds4gc373sgvjxteol0")
    assert is_invented(
        "AccountKey"[:0] + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
    )
