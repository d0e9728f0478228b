"""A site with logins."""

from flask import Flask, session

app = Flask(__name__)  # finds: python.security.session-cookie-without-tls


@app.get("/")
def home():
    return "welcome back" if "user_id" in session else "hello"
