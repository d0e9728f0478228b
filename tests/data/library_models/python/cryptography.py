from Crypto.Cipher import AES, ARC4, DES
from Crypto.Hash import SHA256, MD5
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, nonce, text):
    AES.new(key, AES.MODE_ECB)  # sets: cipher = aes, cipher-mode = ecb
    AES.new(key, AES.MODE_GCM, nonce=nonce)  # sets: cipher = aes, cipher-mode = gcm
    DES.new(key, DES.MODE_CBC, nonce)  # sets: cipher = des, cipher-mode = cbc
    ARC4.new(key)  # sets: cipher = rc4
    Cipher(algorithms.AES(key), modes.ECB())  # sets: cipher = aes, cipher-mode = ecb
    Cipher(algorithms.TripleDES(key), modes.CBC(nonce))  # sets: cipher = 3des, cipher-mode = cbc
    hashes.Hash(hashes.MD5())  # sets: hash = md5
    MD5.new(text)  # sets: hash = md5
    SHA256.new(text)  # ok
    rsa.generate_private_key(public_exponent=65537, key_size=1024)  # sets: key-size = 1024
    RSA.generate(2048)  # sets: key-size = 2048
    AES.block_size  # ok
    modes.initialise(text)  # ok
