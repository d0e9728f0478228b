import os


def configure(app):
    app.config["SECRET_KEY_HMAC"] = "Va9nLwWeq4T7"  # finds: python.security.signing-key-in-source
    app.config["SECRET_KEY_FALLBACKS"] = os.environ["OLD_KEYS"].split(",")  # ok: python.security.signing-key-in-source


SECRET_KEY_2 = "Jb83mmWq01dE"  # finds: python.security.signing-key-in-source
SECRET_KEY_FILE = "key"  # ok: python.security.signing-key-in-source
SECRET_KEYS_SEEN = "none"  # ok: python.security.signing-key-in-source
