"""Who a token speaks of."""

import jwt
from jose import jwt as jose_jwt

STRICT = False


def user_of(token, key):
    return jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": STRICT})["sub"]  # finds: python.security.jwt-unverified


def issuer_of(token):
    claims = jwt.decode(token, options={"verify_signature": False})  # finds: python.security.jwt-unverified
    return claims["iss"]


def tenant_of(token):
    return jose_jwt.get_unverified_claims(token)["tenant"]  # finds: python.security.jwt-unverified


def old_user_of(token, key):
    return jwt.decode(token, key, verify=STRICT)["sub"]  # finds: python.security.jwt-unverified


def user_checked(token, key):
    return jwt.decode(token, key, algorithms=["HS256"])["sub"]  # ok: python.security.jwt-unverified


def user_expired(token, key):
    claims = jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": False})  # ok: python.security.jwt-unverified
    return claims["sub"]


def key_id(token):
    return jwt.get_unverified_header(token)["kid"]  # ok: python.security.jwt-unverified
