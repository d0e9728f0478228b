"""What a value must be, beyond its form, to be the secret that a rule looks for."""

import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.secret_assignment import judge_password, judge_secret
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_login import (
    is_printable,
    judge_authorization,
    judge_basic_login,
    judge_login,
    judge_manifest,
    judge_url,
)
from xcodereviewer.engines.secret_placeholders import is_placeholder
from xcodereviewer.engines.secret_private_key import decoded, judge_private_key
from xcodereviewer.engines.secret_randomness import looks_random
from xcodereviewer.engines.secret_words import STAND_INS

__all__ = ["Check", "judge"]

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECKSUM = 6  # characters at the end of a token
_SHOUTED = re.compile(r"[A-Z_-]+\d{0,2}")  # `MYTOKEN1`, as manuals write it


class Check(StrEnum):
    """A named test of a value; docs/rules.md describes each."""

    CRC32_BASE62 = "crc32-base62"
    GITHUB_TOKEN = "github-token"  # noqa: S105 - a name
    JSON_WEB_TOKEN = "json-web-token"  # noqa: S105 - a name
    PYPI_MACAROON = "pypi-macaroon"
    BASE64 = "base64"
    BASIC_LOGIN = "basic-login"
    LOGIN = "login"
    AUTHORIZATION = "authorization"
    MANIFEST = "manifest"
    CRC32_HEXADECIMAL = "crc32-hexadecimal"
    SNOWFLAKE = "snowflake"
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


def _crc32_hexadecimal(candidate: Candidate) -> Opinion | None:
    """Behind the last underscore stands the CRC-32 of all before it, lowest byte first (Grafana)."""
    body, _, checksum = candidate.value.rpartition("_")
    return _sure(zlib.crc32(body.encode()).to_bytes(4, "little").hex() == checksum)


def _snowflake(candidate: Candidate) -> Opinion | None:
    """The first part is the number of the bot's account in Base64 (Discord)."""
    raw = decoded(candidate.value.partition(".")[0], urlsafe=True)
    return _sure(raw is not None and raw.isdigit() and 17 <= len(raw) <= 20)


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
    raw = decoded(part, urlsafe=True)
    if raw is None:
        return None
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _pypi_macaroon(candidate: Candidate) -> Opinion | None:
    """The rest is a macaroon, version 2, whose place is PyPI."""
    raw = decoded(candidate.value.removeprefix("pypi-"), urlsafe=True)
    return _sure(raw is not None and raw.startswith(b"\x02\x01") and b"pypi." in raw[:24])


def _base64(candidate: Candidate) -> Opinion | None:
    """It decodes to bytes that are no text, as keys are."""
    raw = decoded(candidate.value)
    return _sure(raw is not None and len(set(raw)) > len(raw) // 2 and not is_printable(raw))


def _mixed(candidate: Candidate) -> Opinion | None:
    """It holds letters and digits, as every generated value of some length does."""
    return _sure(any(c.isalpha() for c in candidate.value) and any(c.isdigit() for c in candidate.value))


def _random(candidate: Candidate) -> Opinion | None:
    return _sure(looks_random(candidate.value))


def _random_body(candidate: Candidate) -> Opinion | None:
    """What stands behind the last underscore looks generated."""
    return _sure(looks_random(candidate.value.rpartition("_")[2]))


def _configured(candidate: Candidate) -> Opinion | None:
    """It stands in a configuration file as it is, is no stand-in, and its user somebody."""
    value = candidate.value
    if candidate.groups.get("user", "").lower() in ("anonymous", "ftp"):
        return None
    is_stand_in = value.lower() in STAND_INS or is_placeholder(value) or _SHOUTED.fullmatch(value)
    return _sure(not is_stand_in)


def _sure(holds: bool) -> Opinion | None:
    return Opinion() if holds else None


_CHECKS: Mapping[Check, Callable[[Candidate], Opinion | None]] = MappingProxyType(
    {
        Check.CRC32_BASE62: _crc32_base62,
        Check.GITHUB_TOKEN: _github_token,
        Check.JSON_WEB_TOKEN: _json_web_token,
        Check.PYPI_MACAROON: _pypi_macaroon,
        Check.BASE64: _base64,
        Check.BASIC_LOGIN: judge_basic_login,
        Check.LOGIN: judge_login,
        Check.AUTHORIZATION: judge_authorization,
        Check.MANIFEST: judge_manifest,
        Check.CRC32_HEXADECIMAL: _crc32_hexadecimal,
        Check.SNOWFLAKE: _snowflake,
        Check.PRIVATE_KEY: judge_private_key,
        Check.MIXED: _mixed,
        Check.RANDOM: _random,
        Check.RANDOM_BODY: _random_body,
        Check.URL_PASSWORD: judge_url,
        Check.CONFIGURED: _configured,
        Check.ASSIGNED_PASSWORD: judge_password,
        Check.ASSIGNED_SECRET: judge_secret,
    }
)
