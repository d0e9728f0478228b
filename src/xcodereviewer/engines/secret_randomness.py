"""How random a text looks: what tells a generated key from a word, a name or a counter.

Shannon's entropy alone does not: `getUserAccessToken` and `dKx9QpLmVzt4Wb7Ry2` differ little in it. So each step from
one character to the next is weighed by how surprising it is in English and in identifiers.
"""

import math
from collections import Counter
from itertools import pairwise

__all__ = ["entropy", "looks_random", "surprise"]

# -log2 P(next letter | letter), rounded, of the words in documentation and identifiers of Python and TypeScript code;
# one row for each letter, one digit for each letter that may follow it.
_BITS_AFTER = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            "84448759597343959343668769",
            "36563678458277479446388958",
            "37563783594468279553589979",
            "36652578278566479546588979",
            "47436568799453756334867479",
            "46564478298476379455489969",
            "47662754398564479345489988",
            "27772888397667379564599969",
            "55455559998442459543859796",
            "37652678475776357737375979",
            "46652657377565569635575979",
            "37652679398477369745579959",
            "25762789398557339856589979",
            "48433538496676479733559979",
            "65548669686442549344465799",
            "38663775497377349354588959",
            "66768688799377876545167888",
            "37552769396655369544678959",
            "58472674396567447742477969",
            "37572684398677469345587959",
            "54564669499443749333899999",
            "27571778399777569756897979",
            "37763774295674379446887899",
            "56363687499647638762778558",
            "56564658498444529534875876",
            "37771687398667468675788856",
        ),
        strict=True,
    )
)
_NEW_WORD = 3.7  # bits: a capital after a small letter, a letter after a separator
_SEPARATOR = 3.0
_DIGIT_AFTER_DIGIT = 3.3
_COUNTING = 0.5  # a digit that repeats or follows the last one by one
_LETTER_TO_DIGIT = 4.5
_DIGIT_TO_LETTER = 5.5
_CAPITAL_INSIDE = 6.0  # a small letter after two or more capitals, which no style of names writes
_SEPARATORS = "_-./: "

_SHORTEST = 12
_RANDOM_TEXT = 4.7  # mean bits of a step; names stay below 4.3 and generated keys of 16 characters above 5
_RANDOM_HEX = 3.0  # Shannon bits of a character; a random text of 32 hexadecimal digits has about 3.6


def entropy(text: str) -> float:
    """Return Shannon's entropy in bits for each character, from the text's own frequencies."""
    if not text:
        return 0.0
    length = len(text)
    return -sum(count / length * math.log2(count / length) for count in Counter(text).values())


def surprise(text: str) -> float:
    """Return the mean surprise, in bits, of each character after the one before it."""
    if len(text) < 2:
        return 0.0
    return sum(_step(a, b) for a, b in pairwise(text)) / (len(text) - 1)


def looks_random(text: str) -> bool:
    """Whether the text looks like the output of a generator rather than like something a person named."""
    if len(text) < _SHORTEST:
        return False
    if _is_hexadecimal(text):
        has_both = any(c.isdigit() for c in text) and any(c.isalpha() for c in text)
        return len(text) >= 2 * _SHORTEST and has_both and entropy(text) >= _RANDOM_HEX
    # The shorter the text, the fewer characters can differ; a generated one uses most of what its length allows.
    return entropy(text) >= 0.8 * math.log2(min(len(text), 32)) and surprise(text) >= _RANDOM_TEXT


def _is_hexadecimal(text: str) -> bool:
    return all(c in "0123456789abcdef-" for c in text) or all(c in "0123456789ABCDEF-" for c in text)


def _step(a: str, b: str) -> float:
    if b in _SEPARATORS:
        return _SEPARATOR
    if b.isdigit():
        return _to_digit(a, b)
    if a.isdigit():
        return _DIGIT_TO_LETTER
    if a in _SEPARATORS or (a.islower() and b.isupper()):
        return _NEW_WORD
    row = _BITS_AFTER.get(a.lower())
    index = ord(b.lower()) - ord("a")
    if row is None or not 0 <= index < len(row):
        return _DIGIT_TO_LETTER
    return float(row[index])


def _to_digit(a: str, b: str) -> float:
    if not a.isdigit():
        return _SEPARATOR if a in _SEPARATORS else _LETTER_TO_DIGIT
    return _COUNTING if (ord(b) - ord(a)) in (-1, 0, 1) else _DIGIT_AFTER_DIGIT
