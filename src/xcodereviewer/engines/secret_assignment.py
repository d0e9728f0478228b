"""Whether a value that is given to a name such as `password` or `api_key` is a secret.

Most are not: they are names of fields, labels, paths, templates and test values. What the name says, where the value
stands and how it is built decide; only a value that looks generated is called sure.
"""

import re
from dataclasses import replace

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_placeholders import is_placeholder
from xcodereviewer.engines.secret_private_key import decoded
from xcodereviewer.engines.secret_randomness import looks_random
from xcodereviewer.engines.secret_words import ABOUT, COMMON_PASSWORDS, NOT_SECRET

__all__ = ["is_chosen_password", "is_common", "judge_password", "judge_secret"]

# Where a value stands without quotation marks; elsewhere a bare word is a variable.
_BARE = frozenset(
    {
        Language.YAML,
        Language.COMPOSE,
        Language.KUBERNETES,
        Language.GITHUB_ACTIONS,
        Language.DOCKERFILE,
        Language.SHELL,
        Language.TOML,
        Language.TEXT,
    }
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_PLACE = re.compile(
    r"^(?:\.{0,2}/|~/|[A-Za-z]:\\|\w+:/)|://|^[\w.+-]+@[\w-]+\.\w"
    r"|\.(?:js|ts|py|json|pem|key|crt|txt|ya?ml|html?|css|png|svg|env|xml|toml|php|rb|go|java|conf|cfg|ini|md)$"
)
_DOTTED = re.compile(r"[A-Za-z_]\w{0,60}(?:(?:\.|::|->)[A-Za-z_]\w{0,60}){1,8}(?:\(\)?)?")
_SYNTAX = re.compile(
    r"[\s<>(){}\[\]|;,`\"']|\\[dwsbnrtux.]|\?:|=>|^[\^#.$@]|^sha\d+[-:]|^data:|[^\x21-\x7e]"
    r"|^\d{4}-\d\d-\d\d|^\$?[a-z0-9_-]{2,20}\$"  # a date; a hash of a password, with its method in front
)
_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_WEB_TOKEN = re.compile(r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*")
_TECHNICAL = re.compile(
    r"(?:hmac|rsa|ecdsa|pbkdf|aes|des)?[-_]?(?:sha|md|aes|base|utf|oauth|rs|hs|es|ps|eddsa|x|pkcs|bcrypt|argon|scrypt"
    r"|pbkdf|rc|http|ipv|v|des|tls|ssl|ssha|crypt|iso|latin|type|field|input|page|step|level|grade|part|test|item|col|row|tab|key|user)[-_]?\d{1,4}(?:[-_]?(?:crypt|hash|hmac))?",
    re.IGNORECASE,
)
_LEET = str.maketrans("0134578@$!", "oieastbasi")
_LONGEST = 200
_LONG = 20  # characters from which on a look of randomness is no accident
_COMMENT = re.compile(r"\s*(?:#|//|/?\*|--|<!--|;)")


def judge_password(candidate: Candidate) -> Opinion | None:
    """Judge what stands for a password: a person's choice, so sure only where it looks generated."""
    candidate = _plain(candidate)
    value = candidate.value
    if not 6 <= len(value) <= _LONGEST or not _may_hold_a_secret(candidate):
        return None
    if is_common(value):
        return Opinion(confidence=Confidence.LOW) if is_chosen_password(value) else None
    if looks_random(value):
        return Opinion(confidence=Confidence.MEDIUM if _is_in_comment(candidate) else Confidence.HIGH)
    if not is_chosen_password(value):
        return None
    is_hint = _is_in_comment(candidate) or candidate.form.endswith("bare")
    return Opinion(confidence=Confidence.LOW if is_hint else Confidence.MEDIUM)


def judge_secret(candidate: Candidate) -> Opinion | None:
    """Judge what stands for a token or key: only what looks generated is one."""
    value = candidate.value
    if len(value) > _LONGEST or not _may_hold_a_secret(candidate):
        return None
    if _UUID.fullmatch(value):  # tokens of this form are mostly there to send a request once
        return Opinion(confidence=Confidence.LOW) if _words_of(candidate)[-1:] in (["key"], ["secret"]) else None
    if not looks_random(value) or _WEB_TOKEN.fullmatch(value):  # a JSON web token is judged by its own rule
        return None
    if _is_in_comment(candidate):
        return Opinion(confidence=Confidence.LOW)
    return Opinion(confidence=Confidence.HIGH if len(value) >= _LONG else Confidence.MEDIUM)


def _plain(candidate: Candidate) -> Candidate:
    """Return the candidate with the text that Base64 hides in a manifest."""
    content = decoded(candidate.value) if candidate.language is Language.KUBERNETES else None
    if content is None or not all(0x20 <= byte < 0x7F for byte in content):
        return candidate
    return replace(candidate, value=content.decode("ascii"))


def _is_in_comment(candidate: Candidate) -> bool:
    return _COMMENT.match(candidate.before) is not None


def _may_hold_a_secret(candidate: Candidate) -> bool:
    value = candidate.value
    if candidate.form.endswith("bare") and not _may_be_bare(candidate):
        return False
    if _is_about(_words_of(candidate)):
        return False
    if _SYNTAX.search(value) or _PLACE.search(value) or _DOTTED.fullmatch(value):
        return False
    return not is_placeholder(value)


def _may_be_bare(candidate: Candidate) -> bool:
    """Whether a value without quotation marks may stand here: in such a language, on the line of its name."""
    return candidate.language in _BARE and candidate.groups.get("name", "") in candidate.before


def _words_of(candidate: Candidate) -> list[str]:
    """Return the words of the name that the value is given to, without the number at its end."""
    words = [word.lower() for word in _WORD.findall(candidate.groups.get("name", ""))]
    while words and words[-1].isdigit():
        words.pop()
    return words


def _is_about(words: list[str]) -> bool:
    return bool(words) and (words[-1] in ABOUT or not NOT_SECRET.isdisjoint(words))


def is_chosen_password(value: str) -> bool:
    """Whether it is built like a password: letters with digits or signs that do not just join words or number them."""
    has_letter = any(c.isalpha() for c in value)
    has_digit = any(c.isdigit() for c in value)
    has_sign = any(not c.isalnum() and c not in "-_./:" for c in value)
    if not has_letter or not (has_digit or has_sign) or _TECHNICAL.fullmatch(value):
        return False
    # `form.password1`, `user_password_2`: a name with a number
    return not (re.fullmatch(r"[A-Za-z]+(?:[-_.:/][A-Za-z]*)+\d{0,2}", value) and not has_sign)


def is_common(value: str) -> bool:
    """Whether it is a word that everybody tries, with digits and signs for letters or at its end."""
    stem = re.sub(r"[\d\W_]+$", "", value).lower()
    spelt = re.sub(r"[^a-z]", "", value.lower().translate(_LEET))
    return stem.translate(_LEET) in COMMON_PASSWORDS or spelt in COMMON_PASSWORDS or "password" in spelt
