import base64
import json
import struct
from random import Random

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.secret_candidate import Candidate, Opinion
from xcodereviewer.engines.secret_checks import Check, judge

NOISE = Random(5).randbytes(300)


def candidate(value: str, **groups: str) -> Candidate:
    return Candidate(value=value, form="secret", groups=groups, before="", after="", language=Language.TEXT)


def part(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def block(kind: str, raw: bytes, headers: str = "") -> str:
    return f"-----BEGIN {kind}-----\n{headers}{base64.encodebytes(raw).decode()}-----END {kind}-----"


def ssh_key(cipher: bytes) -> bytes:
    return b"openssh-key-v1\0" + struct.pack(">I", len(cipher)) + cipher + NOISE


@pytest.mark.parametrize(
    ("value", "opinion"),
    [
        (block("PRIVATE KEY", NOISE), Opinion()),
        (block("PRIVATE KEY", NOISE).replace("\n", "\\n"), Opinion()),
        (block("PRIVATE KEY", NOISE).replace("\n", '\\n" +\n    "'), Opinion()),
        (block("OPENSSH PRIVATE KEY", ssh_key(b"none")), Opinion()),
        (block("OPENSSH PRIVATE KEY", ssh_key(b"aes256-ctr")), Opinion(severity=Severity.LOW)),
        (block("ENCRYPTED PRIVATE KEY", NOISE), Opinion(severity=Severity.LOW)),
        (
            block("RSA PRIVATE KEY", NOISE, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
            Opinion(severity=Severity.LOW),
        ),
        (block("PRIVATE KEY", b"\0" * 200), None),
        (block("PRIVATE KEY", b"short"), None),
        ("-----BEGIN PRIVATE KEY-----\npaste your key here\n-----END PRIVATE KEY-----", None),
    ],
)
def test_private_key_is_one_only_with_a_key_in_it(value: str, opinion: Opinion | None) -> None:
    assert judge(candidate(value), [Check.PRIVATE_KEY]) == opinion


@pytest.mark.parametrize(
    ("value", "is_token"),
    [
        (f"{part({'alg': 'HS256'})}.{part({'sub': 'orders'})}.c2lnbmF0dXJl", True),
        (f"{part({'alg': 'none'})}.{part({'sub': 'orders'})}.c2lnbmF0dXJl", False),
        (f"{part({'typ': 'JWT'})}.{part({'sub': 'orders'})}.c2lnbmF0dXJl", False),
        (f"{part({'alg': 'HS256'})}.{part(['orders'])}.c2lnbmF0dXJl", False),
        (f"{part({'alg': 'HS256'})}.{part({'sub': 'orders'})}.", False),
        (f"{part({'alg': 'HS256'})}.{part({'sub': '1234567890'})}.c2lnbmF0dXJl", False),
        ("eyJhbGciOi.eyJ.x", False),
    ],
)
def test_web_token_decodes_to_a_header_and_claims(value: str, is_token: bool) -> None:
    assert (judge(candidate(value), [Check.JSON_WEB_TOKEN]) is not None) == is_token


@pytest.mark.parametrize(
    ("password", "user", "host", "opinion"),
    [
        ("quarry7Lantern", "orders", "db.orders.dev", Opinion()),
        ("q9XkT2vLm7RbW4zNc8Hd", "orders", "db.orders.dev", Opinion(confidence=Confidence.HIGH)),
        ("quarry7Lantern", "orders", "127.0.0.1:5432", Opinion(severity=Severity.LOW, confidence=Confidence.LOW)),
        ("quarry7Lantern", "orders", "postgres", Opinion(severity=Severity.LOW, confidence=Confidence.LOW)),
        ("orders", "orders", "db.orders.dev", None),
        ("password", "orders", "db.orders.dev", None),
        ("pguserpassword", "orders", "db.orders.dev", None),
        ("${PASSWORD}", "orders", "db.orders.dev", None),
        ("quarry7Lantern", "orders", "example.com", None),
        ("quarry7Lantern", "orders", "db.example.org:5432", None),
        ("quarry7Lantern", "orders", "{host}", None),
    ],
)
def test_password_of_a_url_is_judged_with_its_user_and_host(
    password: str, user: str, host: str, opinion: Opinion | None
) -> None:
    assert judge(candidate(password, user=user, host=host), [Check.URL_PASSWORD]) == opinion


@pytest.mark.parametrize(
    ("login", "is_login"),
    [
        (b"builder:q9XkT2vLm7", True),
        (b"user:user", False),
        (b"builder:${TOKEN}", False),
        (b"nothing", False),
        (NOISE, False),
    ],
)
def test_basic_login_decodes_to_a_user_and_a_password(login: bytes, is_login: bool) -> None:
    value = base64.b64encode(login).decode()
    assert (judge(candidate(value), [Check.BASIC_LOGIN]) is not None) == is_login


def test_all_checks_must_agree() -> None:
    assert judge(candidate("abc123"), [Check.MIXED]) == Opinion()
    assert judge(candidate("abc123"), [Check.MIXED, Check.RANDOM]) is None
    assert judge(candidate("anything"), []) == Opinion()


def test_key_in_base64_is_no_text() -> None:
    assert judge(candidate(base64.b64encode(NOISE[:64]).decode()), [Check.BASE64]) == Opinion()
    assert judge(candidate(base64.b64encode(b"a sentence that says nothing at all").decode()), [Check.BASE64]) is None


def test_deeply_nested_claims_are_no_token() -> None:
    nested = base64.urlsafe_b64encode(b"[" * 100_000).decode()
    assert judge(candidate(f"{part({'alg': 'HS256'})}.{nested}.sig"), [Check.JSON_WEB_TOKEN]) is None
