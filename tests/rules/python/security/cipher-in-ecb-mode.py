from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, data):
    return AES.new(key, AES.MODE_ECB).encrypt(data)  # finds: python.security.cipher-in-ecb-mode


def cipher(key):
    return Cipher(algorithms.AES(key), modes.ECB())  # finds: python.security.cipher-in-ecb-mode


def strong(key, iv, data):
    AES.new(key, AES.MODE_GCM).encrypt_and_digest(data)  # ok: python.security.cipher-in-ecb-mode
    return Cipher(algorithms.AES(key), modes.GCM(iv))  # ok: python.security.cipher-in-ecb-mode


def is_weak(mode):
    return mode == AES.MODE_ECB  # ok: python.security.cipher-in-ecb-mode


def imported():
    from cryptography.hazmat.primitives.ciphers.modes import ECB

    return ECB()  # finds: python.security.cipher-in-ecb-mode


def by_number(key):
    return AES.new(key, 1)  # missing: python.security.cipher-in-ecb-mode
