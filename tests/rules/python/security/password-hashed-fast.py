import hashlib

import argon2
from werkzeug.security import generate_password_hash


def register(user, form):
    user.password = hashlib.sha256(form["password"].encode()).hexdigest()  # finds: python.security.password-hashed-fast


def check(user, password):
    return hashlib.sha512((user.salt + password).encode()).hexdigest() == user.digest  # finds: python.security.password-hashed-fast


def login(user, raw_password):
    return user.digest == hashlib.md5(raw_password.encode()).hexdigest()  # finds: python.security.password-hashed-fast


def strong(password, salt):
    argon2.PasswordHasher().hash(password)  # ok: python.security.password-hashed-fast
    hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)  # ok: python.security.password-hashed-fast
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)  # ok: python.security.password-hashed-fast
    return generate_password_hash(password)


def pwned(password):
    return hashlib.sha1(password.encode()).hexdigest()[:5]  # ok: python.security.password-hashed-fast


def fingerprint(body):
    return hashlib.sha256(body).hexdigest()  # ok: python.security.password-hashed-fast


def imported(user, password):
    from hashlib import md5

    user.password = md5(password.encode()).hexdigest()  # finds: python.security.password-hashed-fast


def renamed(secret):
    return hashlib.sha256(secret.encode()).hexdigest()  # missing: python.security.password-hashed-fast
