import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def encrypt(key, data):
    AES.new(key, AES.MODE_CBC, b"0123456789abcdef").encrypt(data)  # finds: python.security.constant-iv
    AES.new(key, AES.MODE_CTR, nonce=b"\x00" * 8)  # finds: python.security.constant-iv
    Cipher(algorithms.AES(key), modes.CBC(bytes(16)))  # finds: python.security.constant-iv
    aesgcm = AESGCM(key)
    return aesgcm.encrypt(b"fixed nonce!", data, None)  # finds: python.security.constant-iv


def fresh(key, data):
    AES.new(key, AES.MODE_CBC, os.urandom(16)).encrypt(data)  # ok: python.security.constant-iv
    Cipher(algorithms.AES(key), modes.CTR(os.urandom(16)))  # ok: python.security.constant-iv
    aesgcm = AESGCM(key)
    return aesgcm.encrypt(os.urandom(12), data, b"header")  # ok: python.security.constant-iv


IV = b"0123456789abcdef"


def named(key):
    return AES.new(key, AES.MODE_CBC, IV)  # missing: python.security.constant-iv
