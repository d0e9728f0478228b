"""Passwords, tokens and the key that signs them."""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from xcodereviewer.core.errors import Denied, InputError

__all__ = [
    "AccessClaims",
    "InvalidToken",
    "PasswordPolicy",
    "TokenSigner",
    "WeakPassword",
    "WeakSecretKey",
    "check_secret_key",
    "derived_key",
    "hash_password",
    "hash_token",
    "is_outdated",
    "new_token",
    "verify_password",
]

_HASHER = PasswordHasher()  # argon2id with the library's parameters: RFC 9106's second recommendation
_ALGORITHM = "HS256"
_ISSUER = "xcodereviewer"
_WORDS = re.compile(r"[^\w]+|_")
_MEASURED = 100  # characters: zxcvbn's time grows with the square
_KNOWN_KEYS = ("changeme", "secret", "your-secret-key", "development", "password", "test")


class WeakSecretKey(InputError):
    """A secret key that could be guessed."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"XCR_SECRET_KEY {problem}. Make one with `openssl rand -base64 48`.")


class InvalidToken(Denied):
    """A token that is not ours, not whole, or whose time is over."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The access token is not valid: {reason}. Log in again or refresh it.")


def check_secret_key(key: str) -> str:
    """Return the key.

    Raises:
        WeakSecretKey: it is short, a known default, or has few different characters.
    """
    if len(key) < 32:
        raise WeakSecretKey(f"has {len(key)} characters; it needs at least 32")
    if len(set(key)) < 12:
        raise WeakSecretKey("has too few different characters")
    if any(key.lower().startswith(known) for known in _KNOWN_KEYS):
        raise WeakSecretKey("is a value that others know")
    return key


def derived_key(secret: str, purpose: str) -> bytes:
    """Return 32 bytes for one purpose, made from the secret key: a key is used for one thing only."""
    return hmac.digest(secret.encode(), f"xcr/{purpose}".encode(), hashlib.sha256)


class WeakPassword(InputError):
    """A password that does not pass the policy."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"This password is not taken: {problem}. Use a longer one; several unrelated words do well.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordPolicy:
    """Which passwords are taken: long enough, hard to guess by zxcvbn's measure (0 to 4), nothing of the account.

    `is_breached` asks a list of known passwords, where one is configured.
    """

    shortest: int = 12
    longest: int = 256  # hashing must not take long because a password does
    strength: int = 3
    is_breached: Callable[[str], bool] = lambda _: False

    def check(self, password: str, *, account: Sequence[str] = ()) -> None:
        """Return when the password is taken.

        Raises:
            WeakPassword: it is not.
        """
        if len(password) < self.shortest:
            raise WeakPassword(f"it has {len(password)} characters, fewer than {self.shortest}")
        if len(password) > self.longest:
            raise WeakPassword(f"it has more than {self.longest} characters")
        words = [part for text in account for part in _WORDS.split(text.lower()) if len(part) > 2]
        if any(len(word) > 3 and word in password.lower() for word in words):
            raise WeakPassword("it holds a part of the account's name or address")
        if zxcvbn(password[:_MEASURED], user_inputs=words)["score"] < self.strength:
            raise WeakPassword("it can be guessed")
        if self.is_breached(password):
            raise WeakPassword("it is on a list of stolen passwords")


def hash_password(password: str) -> str:
    """Return what is kept of a password: argon2id with its parameters and salt."""
    return _HASHER.hash(password)


def verify_password(hashed: str, password: str) -> bool:
    """Whether it is the password; takes the same long time when it is not."""
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(hashed: str) -> bool:
    """Whether the password should be hashed again, because the parameters are stronger now."""
    return _HASHER.check_needs_rehash(hashed)


def new_token(prefix: str) -> str:
    """Return a new random token of 256 bits, such as `xcr_pat_…`: secret scanners know it by its prefix."""
    return f"{prefix}_{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip('=')}"


def hash_token(token: str) -> str:
    """Return what is kept of a random token (hex); it needs no salt, since it cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessClaims:
    """What a valid access token says."""

    user_id: UUID
    session_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSigner:
    """Makes and reads access tokens (JWT, RFC 7519, HS256)."""

    key: bytes
    lifetime_s: int

    def sign(self, claims: AccessClaims, *, now: datetime) -> str:
        """Return a token that is valid from now on for its lifetime."""
        payload = {
            "iss": _ISSUER,
            "sub": str(claims.user_id),
            "sid": str(claims.session_id),
            "iat": now,
            "exp": now + timedelta(seconds=self.lifetime_s),
        }
        return jwt.encode(payload, self.key, algorithm=_ALGORITHM, headers={"typ": "at+jwt"})

    def read(self, token: str) -> AccessClaims:
        """Return what the token says.

        Raises:
            InvalidToken: it was not signed by us with this key, or its time is over.
        """
        required = ["exp", "iat", "iss", "sub", "sid"]
        try:
            payload = jwt.decode(
                token, self.key, algorithms=[_ALGORITHM], issuer=_ISSUER, options={"require": required}
            )
            return AccessClaims(user_id=UUID(payload["sub"]), session_id=UUID(payload["sid"]))
        except jwt.ExpiredSignatureError:
            raise InvalidToken("its time is over") from None
        except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError):
            raise InvalidToken("it is not one of this service") from None
