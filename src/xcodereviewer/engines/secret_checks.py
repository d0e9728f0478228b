"""What a value must be, beyond its form, to be the secret that a rule looks for."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.secret_assignment import judge_password, judge_secret
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_placeholders import is_invented, is_placeholder, is_template
from xcodereviewer.engines.secret_randomness import looks_random
from xcodereviewer.engines.secret_words import STAND_INS

__all__ = ["Check", "judge"]

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECKSUM = 6  # characters at the end of a token
_BODY = re.compile(r"-----BEGIN[^-]{1,40}-----(.{0,20000}?)(?:-----END|$)", re.DOTALL)
_NOT_BASE64 = re.compile(r"\\[nrt]|[^A-Za-z0-9+/=]")
_HEADER_LINE = re.compile(r"(?:Proc-Type|DEK-Info|Version|Comment|Hash): ?[^\n\\]{0,200}(?:\n|\\n)")
_SHORTEST_KEY = 32  # bytes: an Ed25519 key in PKCS#8 has 48, an EC key 118, the shortest OpenSSH key over 300
_SHOUTED = re.compile(r"[A-Z_-]+\d{0,2}")  # `MYTOKEN1`, as manuals write it
_LOCAL = re.compile(
    r"(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|[a-z]+)(?::|$)", re.IGNORECASE
)
_RESERVED = re.compile(
    r"(?:^|\.)(?:example|test|invalid)(?:\.(?:com|net|org))?(?::|$)"
    r"|^(?:host(?:name)?|server|domain|your\w*|my\w*|foo|bar)\b",
    re.IGNORECASE,
)


class Check(StrEnum):
    """A named test of a value; docs/rules.md describes each."""

    CRC32_BASE62 = "crc32-base62"
    GITHUB_TOKEN = "github-token"  # noqa: S105 - a name
    JSON_WEB_TOKEN = "json-web-token"  # noqa: S105 - a name
    PYPI_MACAROON = "pypi-macaroon"
    BASE64 = "base64"
    BASIC_LOGIN = "basic-login"
    PRIVATE_KEY = "private-key"
    MIXED = "mixed"
    RANDOM = "random"
    RANDOM_BODY = "random-body"
    URL_PASSWORD = "url-password"  # noqa: S105 - a name
    CONFIGURED = "configured"
    ASSIGNED_PASSWORD = "assigned-password"  # noqa: S105 - a name
    ASSIGNED_SECRET = "assigned-secret"  # noqa: S105 - a name


def judge(candidate: Candidate, checks: Sequence[Check]) -> Opinion | None:
    """Return what the checks together make of the candidate; None when one of them says that it is no secret."""
    severity: Severity | None = None
    confidence: Confidence | None = None
    for check in checks:
        opinion = _CHECKS[check](candidate)
        if opinion is None:
            return None
        severity = opinion.severity or severity
        confidence = opinion.confidence or confidence
    return Opinion(severity=severity, confidence=confidence)


def _crc32_base62(candidate: Candidate) -> Opinion | None:
    """The last six characters are the CRC-32 of those between the prefix and them, in base 62 (GitHub, npm)."""
    body = candidate.value.partition("_")[2]
    number = zlib.crc32(body[:-_CHECKSUM].encode())
    digits = ""
    while number:
        number, digit = divmod(number, 62)
        digits = _BASE62[digit] + digits
    return _sure(digits.rjust(_CHECKSUM, "0") == body[-_CHECKSUM:])


def _github_token(candidate: Candidate) -> Opinion | None:
    """A classic token carries the checksum; of a fine-grained one GitHub has not said where it is."""
    return Opinion() if candidate.value.startswith("github_pat_") else _crc32_base62(candidate)


def _json_web_token(candidate: Candidate) -> Opinion | None:
    """The first two parts are JSON objects (RFC 7519), and the header names the algorithm of a signature."""
    header, claims, signature = [*candidate.value.split("."), "", ""][:3]
    first, second = _json_of(header), _json_of(claims)
    if first is None or second is None or not isinstance(first.get("alg"), str) or not second:
        return None
    if str(first["alg"]).lower() == "none" or not signature:
        return None
    is_invented = second.get("name") == "John Doe" or "1234567890" in str(second.get("sub"))
    return None if is_invented else Opinion()


def _json_of(part: str) -> dict[str, object] | None:
    decoded = _decode(part, urlsafe=True)
    if decoded is None:
        return None
    try:
        content = json.loads(decoded)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _pypi_macaroon(candidate: Candidate) -> Opinion | None:
    """The rest is a macaroon, version 2, whose place is PyPI."""
    decoded = _decode(candidate.value.removeprefix("pypi-"), urlsafe=True)
    return _sure(decoded is not None and decoded.startswith(b"\x02\x01") and b"pypi." in decoded[:24])


def _base64(candidate: Candidate) -> Opinion | None:
    """It decodes to bytes that are no text, as keys are."""
    decoded = _decode(candidate.value)
    return _sure(decoded is not None and len(set(decoded)) > len(decoded) // 2 and not _is_text(decoded))


def _basic_login(candidate: Candidate) -> Opinion | None:
    """It decodes to `user:password`."""
    decoded = _decode(candidate.value)
    if decoded is None or not _is_text(decoded):
        return None
    user, _, password = decoded.decode("ascii").partition(":")
    return _sure(bool(user) and len(password) >= 4 and password != user and not is_placeholder(password))


def _private_key(candidate: Candidate) -> Opinion | None:
    """There is a key between the lines; one that is encrypted needs its passphrase and is less bad."""
    block = candidate.value
    found = _BODY.search(block)
    body = _NOT_BASE64.sub("", _HEADER_LINE.sub("", found[1])) if found else ""
    head = body[: len(body) - len(body) % 4][:4000].partition("=")[0]
    decoded = _decode(head)
    if (
        decoded is None
        or "EXAMPLE" in head
        or "..." in block
        or len(decoded) < _SHORTEST_KEY
        or len(set(decoded)) < _SHORTEST_KEY // 2
    ):
        return None
    # An OpenSSH key names its cipher in the first bytes; PGP hides it, so its keys count as protected only by header.
    is_open_ssh = decoded.startswith(b"openssh-key-v1\0")
    is_encrypted = "ENCRYPTED" in block[:400] or (is_open_ssh and decoded[19:23] != b"none")
    return Opinion(severity=Severity.LOW) if is_encrypted else Opinion()


def _mixed(candidate: Candidate) -> Opinion | None:
    """It holds letters and digits, as every generated value of some length does."""
    return _sure(any(c.isalpha() for c in candidate.value) and any(c.isdigit() for c in candidate.value))


def _random(candidate: Candidate) -> Opinion | None:
    return _sure(looks_random(candidate.value))


def _random_body(candidate: Candidate) -> Opinion | None:
    """What stands behind the last underscore looks generated."""
    return _sure(looks_random(candidate.value.rpartition("_")[2]))


def _url_password(candidate: Candidate) -> Opinion | None:
    """It is no stand-in, and the host is one that exists; the password of a local service is a weak hint only."""
    password, user, host = (
        candidate.value,
        candidate.groups.get("user", ""),
        candidate.groups.get("host") or candidate.groups.get("host_string", ""),
    )
    is_stand_in = password.lower() in STAND_INS or password == user or is_placeholder(password)
    is_stand_in = is_stand_in or (password.isalpha() and "password" in password.lower())
    if is_stand_in or _RESERVED.search(host) or is_template(host) or is_invented(host):
        return None
    if _LOCAL.match(host):
        return Opinion(severity=Severity.LOW, confidence=Confidence.LOW)
    return Opinion(confidence=Confidence.HIGH if looks_random(password) else None)


def _configured(candidate: Candidate) -> Opinion | None:
    """It stands in a configuration file as it is, and is no stand-in."""
    value = candidate.value
    is_stand_in = value.lower() in STAND_INS or is_placeholder(value) or _SHOUTED.fullmatch(value)
    return _sure(not is_stand_in)


def _sure(holds: bool) -> Opinion | None:
    return Opinion() if holds else None


def _is_text(decoded: bytes) -> bool:
    return all(0x20 <= byte < 0x7F for byte in decoded)


def _decode(text: str, *, urlsafe: bool = False) -> bytes | None:
    padded = text + "=" * (-len(text) % 4)
    try:
        return base64.b64decode(padded, altchars=b"-_" if urlsafe else None, validate=True)
    except (binascii.Error, ValueError):
        return None


_CHECKS: Mapping[Check, Callable[[Candidate], Opinion | None]] = MappingProxyType(
    {
        Check.CRC32_BASE62: _crc32_base62,
        Check.GITHUB_TOKEN: _github_token,
        Check.JSON_WEB_TOKEN: _json_web_token,
        Check.PYPI_MACAROON: _pypi_macaroon,
        Check.BASE64: _base64,
        Check.BASIC_LOGIN: _basic_login,
        Check.PRIVATE_KEY: _private_key,
        Check.MIXED: _mixed,
        Check.RANDOM: _random,
        Check.RANDOM_BODY: _random_body,
        Check.URL_PASSWORD: _url_password,
        Check.CONFIGURED: _configured,
        Check.ASSIGNED_PASSWORD: judge_password,
        Check.ASSIGNED_SECRET: judge_secret,
    }
)
