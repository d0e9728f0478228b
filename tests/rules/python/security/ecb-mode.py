"""Sealing of card numbers."""

import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def seal_block(key, block):
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(block)  # finds: python.security.ecb-mode


def seal_card(key, number):
    mode = AES.MODE_ECB
    return AES.new(key, mode).encrypt(number)  # finds: python.security.ecb-mode


def seal_gcm(key, text):
    nonce = os.urandom(12)
    return Cipher(algorithms.AES(key), modes.GCM(nonce)).encryptor().update(text)  # ok: python.security.ecb-mode


def seal_cbc(key, text):
    start = os.urandom(16)
    return start + AES.new(key, AES.MODE_CBC, start).encrypt(text)  # ok: python.security.ecb-mode
