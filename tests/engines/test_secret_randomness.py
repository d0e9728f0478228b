import string
from random import Random

import pytest

from xcodereviewer.engines.secret_randomness import entropy, looks_random, surprise

NAMES = (
    "getUserAccessTokenFromRequest",
    "django.contrib.auth.backends.ModelBackend",
    "password_reset_confirm_token",
    "INVALID_AUTHENTICATION_CREDENTIALS",
    "aws-production-database-secret",
    "application/x-www-form-urlencoded",
    "2024-01-01T00:00:00",
    "0123456789abcdef0123456789abcdef",
    "1111111111111111",
    "the quick brown fox jumps",
    "X-Amz-Security-Token",
    "short9Kx",
    "",
)


@pytest.mark.parametrize("name", NAMES[:7] + NAMES[8:])
def test_names_do_not_look_random(name: str) -> None:
    assert not looks_random(name)


@pytest.mark.parametrize(
    "alphabet",
    [
        string.ascii_letters + string.digits,
        string.ascii_lowercase + string.digits,
        string.ascii_letters + string.digits + "-_",
        string.ascii_letters + string.digits + "+/",
    ],
)
def test_most_generated_keys_of_32_characters_look_random(alphabet: str) -> None:
    random = Random(1)
    keys = ["".join(random.choice(alphabet) for _ in range(32)) for _ in range(300)]
    assert sum(map(looks_random, keys)) / len(keys) > 0.88


def test_nearly_all_hexadecimal_keys_look_random() -> None:
    random = Random(1)
    keys = [f"{random.getrandbits(128):032x}" for _ in range(300)]
    assert sum(map(looks_random, keys)) / len(keys) > 0.98


def test_entropy_counts_bits() -> None:
    assert [entropy(text) for text in ("", "aaaa", "abab", "abcd")] == [0.0, 0.0, 1.0, 2.0]


def test_words_surprise_less_than_noise() -> None:
    assert surprise("authentication") < 4 < 5 < surprise("qzKxJv9Qw2Zp")
    assert surprise("a") == 0.0
