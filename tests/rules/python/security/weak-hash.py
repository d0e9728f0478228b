import hashlib
import hmac

from cryptography.hazmat.primitives import hashes


def reset_token(user):
    return hashlib.md5(f"{user.pk}{user.email}".encode()).hexdigest()  # finds: python.security.weak-hash


def store_password(password):
    digest = hashlib.sha1()  # finds: python.security.weak-hash
    digest.update(password.encode())
    return digest.hexdigest()


def digest_of(body):
    return hashlib.new("md5", body).hexdigest()  # finds: python.security.weak-hash


def sign(body):
    digest = hashes.Hash(hashes.SHA1())  # finds: python.security.weak-hash
    digest.update(body)
    return digest.finalize()


def etag(body):
    return hashlib.md5(body).hexdigest()  # ok: python.security.weak-hash


def page(body):
    cache_key = hashlib.md5(body).hexdigest()  # ok: python.security.weak-hash
    return cache_key, hashlib.md5(body, usedforsecurity=False).hexdigest()  # ok: python.security.weak-hash


def checksum(body):
    return hashlib.sha256(body).hexdigest()  # ok: python.security.weak-hash


def signature(key, body):
    return hmac.new(key, body, "sha256").hexdigest()


def chosen(body, algorithm="md5"):
    return getattr(hashlib, algorithm)(body).hexdigest()  # missing: python.security.weak-hash


def index_name(table, field):
    return hashlib.sha1(f"{table}.{field}".encode()).hexdigest()  # ok: python.security.weak-hash


def shorten(title):
    return f"{title[:40]}-{hashlib.md5(title.encode()).hexdigest()[:8]}"  # ok: python.security.weak-hash


def handshake(key):
    return hashlib.sha1(key.encode() + WS_KEY).digest()  # ok: python.security.weak-hash


def whole(title):
    return hashlib.md5(title.encode()).hexdigest().upper()  # finds: python.security.weak-hash
