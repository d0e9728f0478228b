import hashlib
import hmac


def digest(data, name):
    hashlib.md5(data)  # sets: hash = md5
    hashlib.sha1(data).hexdigest()  # sets: hash = sha1
    hashlib.new("md5", data)  # sets: hash = md5
    hashlib.new(name, data)  # ok
    hashlib.sha256(data)  # ok
    hashlib.md5(data, usedforsecurity=False)  # ok
    hmac.new(data, data, "sha256")  # ok
    hashlib.pbkdf2_hmac("sha256", data, b"", 600_000)  # ok
