from Crypto.Cipher import AES, ARC4, DES, DES3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, iv, data):
    DES.new(key, DES.MODE_CBC, iv).encrypt(data)  # finds: python.security.weak-cipher
    DES3.new(key, DES3.MODE_CBC, iv).encrypt(data)  # finds: python.security.weak-cipher
    ARC4.new(key).encrypt(data)  # finds: python.security.weak-cipher
    return Cipher(algorithms.TripleDES(key), modes.CBC(iv))  # finds: python.security.weak-cipher


def strong(key, iv):
    AES.new(key, AES.MODE_GCM)  # ok: python.security.weak-cipher
    Cipher(algorithms.AES(key), modes.CTR(iv))  # ok: python.security.weak-cipher
    return Cipher(algorithms.ChaCha20(key, iv), mode=None)  # ok: python.security.weak-cipher


def chosen(name, key, mode, iv):
    return Cipher(getattr(algorithms, name)(key), mode(iv))


def imported(key, iv):
    from Crypto.Cipher.DES import MODE_CBC, new

    return new(key, MODE_CBC, iv)  # missing: python.security.weak-cipher
