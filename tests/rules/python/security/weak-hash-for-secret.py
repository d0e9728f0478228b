import hashlib
import hmac
import secrets
import time


def invite(user):
    token = hashlib.md5(f"{user.email}{time.time()}".encode()).hexdigest()  # finds: python.security.weak-hash-for-secret
    user.save(reset_code=hashlib.sha1(user.email.encode()).hexdigest())  # finds: python.security.weak-hash-for-secret
    return token


def make_signature(secret, body):
    return hashlib.sha1(secret + body).hexdigest()  # finds: python.security.weak-hash-for-secret


def strong(key, body):
    signature = hmac.new(key, body, "sha256").hexdigest()  # ok: python.security.weak-hash-for-secret
    token = secrets.token_urlsafe(32)  # ok: python.security.weak-hash-for-secret
    return signature, token


def page(body):
    etag = hashlib.md5(body).hexdigest()  # ok: python.security.weak-hash-for-secret
    key = cache_key_from_token(body)
    token_digest = hashlib.sha256(body).hexdigest()  # ok: python.security.weak-hash-for-secret
    return etag, key, token_digest


def cache_key_from_token(token):
    return hashlib.md5(token).hexdigest()  # ok: python.security.weak-hash-for-secret


def through_a_variable(email):
    digest = hashlib.md5(email.encode())
    token = digest.hexdigest()  # missing: python.security.weak-hash-for-secret
    return token
