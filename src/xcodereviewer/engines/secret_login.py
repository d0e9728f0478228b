"""Whether what stands where a login has its password, its header or its hash is one that opens something."""

import re

from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.secret_assignment import is_chosen_password, is_common
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_placeholders import is_invented, is_placeholder, is_template
from xcodereviewer.engines.secret_private_key import decoded
from xcodereviewer.engines.secret_randomness import looks_random
from xcodereviewer.engines.secret_words import ABOUT, STAND_INS

__all__ = ["is_printable", "judge_authorization", "judge_basic_login", "judge_login", "judge_manifest", "judge_url"]

_LOCAL = re.compile(
    r"(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|\*|[a-z]+)(?::|$)", re.IGNORECASE
)
_RESERVED = re.compile(
    r"(?:^|\.)(?:example|test|invalid)(?:\.(?:com|net|org))?(?::|$)"
    r"|^(?:host(?:name)?|server|domain|your\w*|my\w*|foo|bar)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:example\.(?:com|net|org)|httpbin\.org)|\.(?:example|test|invalid)\b", re.IGNORECASE)
_OPENS = re.compile(r"pass|pwd|secret|token|key|cred|private", re.IGNORECASE)
_SHORTEST = 6  # characters of a value in a manifest, below which it opens nothing


def judge_url(candidate: Candidate) -> Opinion | None:
    """It is no stand-in, and the host is one that exists; the password of a local service is a weak hint only."""
    password, user, host = candidate.value, candidate.groups.get("user", ""), candidate.groups.get("host", "")
    if is_stand_in(password, user) or _RESERVED.search(host) or is_template(host) or is_invented(host):
        return None
    if _LOCAL.match(host):
        return Opinion(severity=Severity.LOW, confidence=Confidence.LOW)
    return Opinion(confidence=Confidence.HIGH if looks_random(password) else None)


def judge_basic_login(candidate: Candidate) -> Opinion | None:
    """It decodes to `user:password`."""
    text = decoded(candidate.value)
    if text is None or not is_printable(text):
        return None
    user, _, password = text.decode("ascii").partition(":")
    is_one = user and len(password) >= 4 and not is_stand_in(password, user)
    return Opinion() if is_one else None


def judge_authorization(candidate: Candidate) -> Opinion | None:
    """The credentials of an `Authorization` header: Basic ones decode to a login, others look generated."""
    if candidate.form.startswith("secret_basic"):
        return judge_basic_login(candidate)
    return Opinion() if looks_random(candidate.value) and not is_placeholder(candidate.value) else None


def judge_login(candidate: Candidate) -> Opinion | None:
    """It is no stand-in and not sent to a host of the manuals; what everybody tries, and words, are weak hints."""
    password = candidate.value
    if is_stand_in(password, candidate.groups.get("user", "")) or _SHOWN.search(candidate.before + candidate.after):
        return None
    if looks_random(password):
        return Opinion(confidence=Confidence.HIGH)
    is_chosen = is_chosen_password(password) and not is_common(password)
    return Opinion(confidence=Confidence.MEDIUM if is_chosen else Confidence.LOW)


def judge_manifest(candidate: Candidate) -> Opinion | None:
    """A value of a Kubernetes Secret, in Base64 or as it is, that its name or its look makes worth hiding."""
    name, content = candidate.groups.get("name", ""), decoded(candidate.value)
    value = content.decode("ascii").strip() if content and is_printable(content) else candidate.value.strip()
    if value.startswith("{") and '"auth"' in value:  # Docker's logins
        return Opinion()
    is_about = re.split(r"[^a-z]+", name.lower())[-1] in ABOUT
    if len(value) < _SHORTEST or re.search(r"\s|://", value) or is_about or is_stand_in(value, ""):
        return None
    if looks_random(value):
        return Opinion(confidence=Confidence.HIGH)
    if not _OPENS.search(name):
        return None
    is_chosen = is_chosen_password(value) and not is_common(value)
    return Opinion(confidence=Confidence.MEDIUM if is_chosen else Confidence.LOW)


def is_stand_in(password: str, user: str) -> bool:
    """Whether it only stands where a password would: a word for one, the user's own name, a template."""
    lower = password.lower()
    says_so = lower in STAND_INS or (password.isalpha() and "password" in lower)
    return says_so or password == user or is_placeholder(password)


def is_printable(text: bytes) -> bool:
    """Whether the bytes are ASCII text on one line, or on several."""
    return all(0x20 <= byte < 0x7F or byte in b"\r\n\t" for byte in text)
