"""A site whose configuration stands elsewhere."""

from flask import Flask, session

app = Flask(__name__)  # ok: python.security.session-cookie-without-tls
app.config.from_prefixed_env()


@app.get("/")
def home():
    return "welcome back" if "user_id" in session else "hello"
