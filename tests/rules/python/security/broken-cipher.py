"""Sealing of records, in an old way and in a newer one."""

import os

from Crypto.Cipher import AES, ARC4, DES3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305


def seal_old(key, text):
    return ARC4.new(key).encrypt(text)  # finds: python.security.broken-cipher


def seal_triple(key, text):
    cipher = DES3.new(key, DES3.MODE_EAX)  # finds: python.security.broken-cipher
    return cipher.nonce + cipher.encrypt(text)


def seal_blowfish(key, text):
    nonce = os.urandom(8)
    return Cipher(algorithms.Blowfish(key), modes.CTR(nonce)).encryptor().update(text)  # finds: python.security.broken-cipher


def seal(key, text):
    cipher = AES.new(key, AES.MODE_EAX)  # ok: python.security.broken-cipher
    return cipher.nonce + cipher.encrypt(text)


def seal_gcm(key, text):
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, text, None)  # ok: python.security.broken-cipher


def seal_chacha(key, text):
    nonce = os.urandom(12)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, text, None)  # ok: python.security.broken-cipher


def seal_aes(key, text):
    nonce = os.urandom(16)
    return nonce + Cipher(algorithms.AES(key), modes.CTR(nonce)).encryptor().update(text)  # ok: python.security.broken-cipher
