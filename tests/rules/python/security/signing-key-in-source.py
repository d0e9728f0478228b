import os

import jwt
from flask import Flask

SECRET_KEY = "django-insecure-8f2k1h"  # finds: python.security.signing-key-in-source
JWT_SECRET_KEY = os.environ.get("JWT_SECRET_KEY", "change me")  # finds: python.security.signing-key-in-source

app = Flask(__name__)
app.secret_key = "keep this quiet"  # finds: python.security.signing-key-in-source
app.config["SECRET_KEY"] = "k3y-0f-th3-5h0p"  # finds: python.security.signing-key-in-source
app.config.from_mapping(SECRET_KEY="dev", DATABASE="shop.db")  # finds: python.security.signing-key-in-source


def token(user):
    return jwt.encode({"sub": user.id}, "sign-with-this", algorithm="HS256")  # finds: python.security.signing-key-in-source


def create_app(settings):
    other = Flask(__name__)
    other.secret_key = os.environ["SECRET_KEY"]  # ok: python.security.signing-key-in-source
    other.config["SECRET_KEY"] = settings.secret_key  # ok: python.security.signing-key-in-source
    return jwt.encode({"sub": 1}, settings.secret_key, algorithm="HS256")  # ok: python.security.signing-key-in-source


SECRET_KEY_FILE = "/run/secrets/key"  # ok: python.security.signing-key-in-source
SECRET_KEY = ""  # ok: python.security.signing-key-in-source


class Settings:
    signing_key = "sign-with-this-one"  # missing: python.security.signing-key-in-source
