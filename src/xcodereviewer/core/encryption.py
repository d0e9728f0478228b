"""Secrets that are kept: sealed with a key that is derived from the secret key, and bound to the place they stand at.

A sealed value is one byte of version, eight bytes that name the key, twelve of nonce, and AES-256-GCM (NIST SP 800-38D)
with the place as associated data: a value that somebody moves to another row or column does not open there. Nonces are
random, which holds for 2³² values of one key.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from xcodereviewer.core.errors import Conflict
from xcodereviewer.core.security import derived_key

__all__ = ["HEADER_BYTES", "DamagedSecret", "KeyRing", "Sealed", "WrongKey"]

_VERSION = b"\x01"
_ID_BYTES = 8
_NONCE_BYTES = 12
HEADER_BYTES = len(_VERSION) + _ID_BYTES  # what names the key


class WrongKey(Conflict):
    """A secret that none of the keys opens."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"A stored secret was encrypted with another secret key ({key_id}). Add that one to XCR_OLD_SECRET_KEYS, "
            "or replace the secret."
        )


class DamagedSecret(Conflict):
    """A secret that is not what was stored at this place."""

    def __init__(self) -> None:
        super().__init__("A stored secret was damaged or moved and cannot be read any more. Replace it.")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A secret as it is kept; it is no text, and nothing shows it."""

    data: bytes = field(repr=False)

    @property
    def header(self) -> bytes:
        """What names version and key."""
        return self.data[:HEADER_BYTES]

    @property
    def key_id(self) -> str:
        """The name of the key (hex)."""
        return self.data[len(_VERSION) : HEADER_BYTES].hex()


class KeyRing:
    """The keys of an installation: the one in use seals, it and its predecessors open."""

    def __init__(self, secret: str, old: Sequence[str] = ()) -> None:
        self.header = _header_of(secret)
        self._ciphers = {_header_of(one): AESGCM(derived_key(one, "encryption")) for one in (secret, *old)}

    @property
    def headers(self) -> frozenset[bytes]:
        """The beginnings of the values that can be opened."""
        return frozenset(self._ciphers)

    def seal(self, text: str, *, place: str) -> Sealed:
        """Return the text as it may be kept at this place."""
        nonce = os.urandom(_NONCE_BYTES)
        return Sealed(self.header + nonce + self._ciphers[self.header].encrypt(nonce, text.encode(), place.encode()))

    def open(self, sealed: Sealed, *, place: str) -> str:
        """Return the text that was sealed for this place.

        Raises:
            DamagedSecret: it was changed, or sealed for another place.
            WrongKey: it was sealed with a key that is not on the ring.
        """
        cipher = self._ciphers.get(sealed.header)
        if cipher is None:
            raise WrongKey(sealed.key_id)
        nonce, rest = sealed.data[HEADER_BYTES:][:_NONCE_BYTES], sealed.data[HEADER_BYTES + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, rest, place.encode()).decode()
        except (InvalidTag, ValueError):
            raise DamagedSecret from None

    def reseal(self, sealed: Sealed, *, place: str) -> Sealed:
        """Return the same secret under the key in use.

        Raises:
            DamagedSecret: it was changed, or sealed for another place.
            WrongKey: it was sealed with a key that is not on the ring.
        """
        return self.seal(self.open(sealed, place=place), place=place)


def _header_of(secret: str) -> bytes:
    return _VERSION + hmac.digest(derived_key(secret, "encryption-key-id"), b"", hashlib.sha256)[:_ID_BYTES]
