"""Keys for licences and devices."""

from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa

BITS = {"old": 1024, "new": 3072}


def licence_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=BITS["old"])  # finds: python.security.small-key


def device_key():
    return RSA.generate(1024)  # finds: python.security.small-key


def tool_key():
    return dsa.generate_private_key(key_size=1024)  # finds: python.security.small-key


def new_licence_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=BITS["new"])  # ok: python.security.small-key


def new_device_key():
    return RSA.generate(2048)  # ok: python.security.small-key


def curve_key():
    return ec.generate_private_key(ec.SECP256R1())  # ok: python.security.small-key
