"""Digests of files and links."""

import hashlib
import hmac

ALGORITHMS = {"short": "md5", "long": "sha256"}


def link_code(address, key):
    return hashlib.md5(key + address.encode()).hexdigest()  # finds: python.security.broken-hash


def digest_of(content, algorithm="sha1"):
    return hashlib.new(algorithm, content).hexdigest()


def short_digest(content):
    return hashlib.new(ALGORITHMS["short"], content).hexdigest()  # finds: python.security.broken-hash


def long_digest(content):
    return hashlib.new(ALGORITHMS["long"], content).hexdigest()  # ok: python.security.broken-hash


def cache_key(address):
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()  # ok: python.security.broken-hash


def signature(text, key):
    return hmac.new(key, text, hashlib.sha1).hexdigest()  # ok: python.security.broken-hash


def file_digest(content):
    digest = hashlib.sha256()
    digest.update(content)
    return digest.hexdigest()  # ok: python.security.broken-hash
