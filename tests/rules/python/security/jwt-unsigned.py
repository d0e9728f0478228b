"""Tokens for guests and members."""

import jwt

ALGORITHMS = {"guest": "none", "member": "HS256"}


def guest_token(name):
    return jwt.encode({"sub": name}, None, algorithm=ALGORITHMS["guest"])  # finds: python.security.jwt-unsigned


def test_token(name):
    return jwt.encode({"sub": name}, "", algorithm="none")  # finds: python.security.jwt-unsigned


def member_token(name, key):
    return jwt.encode({"sub": name}, key, algorithm=ALGORITHMS["member"])  # ok: python.security.jwt-unsigned


def plain_token(name, key):
    return jwt.encode({"sub": name}, key)  # ok: python.security.jwt-unsigned
