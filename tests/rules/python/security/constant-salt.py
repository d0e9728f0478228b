import hashlib
import os

import bcrypt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def derive(password):
    hashlib.pbkdf2_hmac("sha256", password, b"static salt", 600_000)  # finds: python.security.constant-salt
    hashlib.scrypt(password, salt=b"pepper", n=16384, r=8, p=1)  # finds: python.security.constant-salt
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt="my-app".encode(), iterations=600_000)  # finds: python.security.constant-salt
    return bcrypt.hashpw(password, b"$2b$12$abcdefghijklmnopqrstuv")  # finds: python.security.constant-salt


def fresh(password, row):
    hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 600_000)  # ok: python.security.constant-salt
    hashlib.scrypt(password, salt=row.salt, n=16384, r=8, p=1)  # ok: python.security.constant-salt
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=row.salt, iterations=600_000)  # ok: python.security.constant-salt
    return bcrypt.hashpw(password, bcrypt.gensalt())  # ok: python.security.constant-salt


SALT = b"static salt"


def named(password):
    return hashlib.pbkdf2_hmac("sha256", password, SALT, 600_000)  # missing: python.security.constant-salt
