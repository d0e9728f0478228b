import paramiko
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa


def keys():
    rsa.generate_private_key(public_exponent=65537, key_size=1024)  # finds: python.security.short-asymmetric-key
    RSA.generate(1024)  # finds: python.security.short-asymmetric-key
    return paramiko.RSAKey.generate(bits=768)  # finds: python.security.short-asymmetric-key


def strong(session):
    rsa.generate_private_key(public_exponent=65537, key_size=3072)  # ok: python.security.short-asymmetric-key
    session.generate(1024)  # ok: python.security.short-asymmetric-key
    return RSA.generate(4096)  # ok: python.security.short-asymmetric-key


BITS = 1024


def named():
    return RSA.generate(BITS)  # missing: python.security.short-asymmetric-key
