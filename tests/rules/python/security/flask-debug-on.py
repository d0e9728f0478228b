import asyncio
import os

from flask import Flask
from werkzeug.serving import run_simple

app = Flask(__name__)
app.config["DEBUG"] = True  # finds: python.security.flask-debug-on


def main():
    app.run(host="127.0.0.1", debug=True)  # finds: python.security.flask-debug-on


def plain():
    run_simple("127.0.0.1", 5000, app, use_debugger=True)  # finds: python.security.flask-debug-on


def quiet():
    app.run(port=8000)  # ok: python.security.flask-debug-on
    app.run(debug=False)  # ok: python.security.flask-debug-on
    app.run(debug=bool(os.environ.get("SHOP_DEBUG")))  # ok: python.security.flask-debug-on


def loop(work):
    asyncio.run(work(), debug=True)  # ok: python.security.flask-debug-on


def options():
    settings = {"debug": True}
    app.run(**settings)  # missing: python.security.flask-debug-on
