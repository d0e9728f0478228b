import random
import secrets
import string
import uuid

LETTERS = string.ascii_letters


def invite(user):
    token = "".join(random.choice(LETTERS) for _ in range(32))  # finds: python.security.random-for-secret
    user.otp = random.randint(100000, 999999)  # finds: python.security.random-for-secret
    return token


def generate_password(length=12):
    letters = [random.choice(LETTERS) for _ in range(length)]  # finds: python.security.random-for-secret
    return "".join(letters)


def session(store):
    session_id = uuid.uuid1().hex  # finds: python.security.random-for-secret
    store.create(api_key=str(random.getrandbits(128)))  # finds: python.security.random-for-secret
    return session_id


def safe(user):
    token = secrets.token_urlsafe(32)  # ok: python.security.random-for-secret
    user.otp = secrets.randbelow(900000) + 100000  # ok: python.security.random-for-secret
    user.password = "".join(random.SystemRandom().choice(LETTERS) for _ in range(12))  # ok: python.security.random-for-secret
    return token


def jitter(tokens):
    delay = random.uniform(0, 1)  # ok: python.security.random-for-secret
    tokens_per_batch = random.randint(1, 8)  # ok: python.security.random-for-secret
    token_index = random.randrange(len(tokens))  # ok: python.security.random-for-secret
    return delay, tokens_per_batch, token_index


def through_a_variable(user):
    number = random.randint(0, 999999)
    user.reset_code = f"{number:06}"  # missing: python.security.random-for-secret


def get_access_token(country):
    nonce_free_id = "".join(random.choices("0123456789", k=10))  # ok: python.security.random-for-secret
    return download(f"/token?v={nonce_free_id}", country)


def get_reset_token():
    return "".join(random.choices(LETTERS, k=32))  # finds: python.security.random-for-secret
