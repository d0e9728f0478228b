import jwt
from jose import jwt as jose_jwt


def user_of(token):
    claims = jwt.decode(token, options={"verify_signature": False})  # finds: python.security.jwt-not-verified
    return claims["sub"]


def old(token):
    return jwt.decode(token, verify=False)  # finds: python.security.jwt-not-verified


def any_algorithm(token, key):
    return jwt.decode(token, key, algorithms=["HS256", "none"])  # finds: python.security.jwt-not-verified


def unsigned(claims):
    return jwt.encode(claims, "", algorithm="none")  # finds: python.security.jwt-not-verified


def checked(token, key):
    kid = jwt.get_unverified_header(token)["kid"]  # ok: python.security.jwt-not-verified
    return jwt.decode(token, key[kid], algorithms=["RS256"], options={"verify_aud": False})  # ok: python.security.jwt-not-verified


def issuer_first(token, keys):
    unverified_claims = jwt.decode(token, options={"verify_signature": False})  # ok: python.security.jwt-not-verified
    return jwt.decode(token, keys[unverified_claims["iss"]], algorithms=["RS256"])


def signed(claims, key):
    return jwt.encode(claims, key, algorithm="RS256")  # ok: python.security.jwt-not-verified


def text(data):
    return data.decode("utf-8", errors="none")  # ok: python.security.jwt-not-verified


def imported(token):
    from jwt import decode

    return decode(token, options={"verify_signature": False})  # finds: python.security.jwt-not-verified


def renamed(token):
    return jose_jwt.get_unverified_claims(token)  # missing: python.security.jwt-not-verified
