"""Whether a block holds a private key, and whether a passphrase protects it."""

import base64
import binascii
import re

from xcodereviewer.domain.levels import Severity
from xcodereviewer.engines.secret_candidate import Candidate, Opinion

__all__ = ["decoded", "judge_private_key"]

_PEM = "-----BEGIN"
_BODY = re.compile(r"-----BEGIN[^-]{1,40}-----(.{0,20000}?)(?:-----END|$)", re.DOTALL)
_NOT_BASE64 = re.compile(r"\\[nrt]|[^A-Za-z0-9+/=]")
_HEADER_LINE = re.compile(r"(?:Proc-Type|DEK-Info|Version|Comment|Hash): ?[^\n\\]{0,200}(?:\n|\\n)")
_SHORTEST_KEY = 32  # bytes: an Ed25519 key in PKCS#8 has 48, an EC key 118, the shortest OpenSSH key over 300


def judge_private_key(candidate: Candidate) -> Opinion | None:
    """There is a key between the lines; one that is encrypted needs its passphrase and is less bad."""
    match candidate.form:
        case "secret_age":  # Bech32, which has a checksum of its own; a form that nothing else has
            return Opinion() if len(set(candidate.value)) > _SHORTEST_KEY // 2 else None
        case "secret_putty":
            cipher = candidate.groups.get("cipher", "none")
            return _judge_body(candidate.value, is_encrypted=cipher.strip() != "none")
        case "secret_encoded":
            text = decoded(candidate.value)
            block = text.decode("latin-1") if text is not None else ""
            return _judge_block(block) if block.startswith(_PEM) and "PRIVATE KEY" in block[:60] else None
        case _:
            return _judge_block(candidate.value)


def decoded(text: str, *, urlsafe: bool = False) -> bytes | None:
    """Return what Base64 encodes, its padding restored; None when it is none."""
    padded = text + "=" * (-len(text) % 4)
    try:
        return base64.b64decode(padded, altchars=b"-_" if urlsafe else None, validate=True)
    except (binascii.Error, ValueError):
        return None


def _judge_block(block: str) -> Opinion | None:
    found = _BODY.search(block)
    body = _HEADER_LINE.sub("", found[1]) if found and "..." not in block else ""
    return _judge_body(body, is_encrypted="ENCRYPTED" in block[:400])


def _judge_body(text: str, *, is_encrypted: bool) -> Opinion | None:
    body = _NOT_BASE64.sub("", text)
    head = body[: len(body) - len(body) % 4][:4000].partition("=")[0]
    key = decoded(head)
    if key is None or "EXAMPLE" in head or len(key) < _SHORTEST_KEY or len(set(key)) < _SHORTEST_KEY // 2:
        return None
    # An OpenSSH key names its cipher in the first bytes; PGP hides it, so its keys count as protected only by header.
    is_encrypted |= key.startswith(b"openssh-key-v1\0") and key[19:23] != b"none"
    return Opinion(severity=Severity.LOW) if is_encrypted else Opinion()
