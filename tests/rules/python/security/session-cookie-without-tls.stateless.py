"""A site without logins."""

from flask import Flask

app = Flask(__name__)  # ok: python.security.session-cookie-without-tls


@app.get("/")
def home():
    return "hello"
