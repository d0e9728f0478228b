"""How a shop is started."""

import os

from flask import Flask

DEBUG = True
OPTIONS = {"host": "127.0.0.1"}


def create():
    app = Flask(__name__)
    app.debug = True  # finds: python.security.debug-mode
    return app


def serve():
    create().run(debug=DEBUG)  # finds: python.security.debug-mode


def serve_here():
    app = Flask(__name__)
    app.run("127.0.0.1", 8000, debug=DEBUG)  # finds: python.security.debug-mode


def serve_from_environment():
    app = Flask(__name__)
    app.run(debug=os.environ.get("SHOP_DEBUG") == "1")  # ok: python.security.debug-mode


def serve_plain():
    app = Flask(__name__)
    app.run(**OPTIONS)  # ok: python.security.debug-mode


def serve_quietly():
    app = Flask(__name__)
    app.debug = not DEBUG  # ok: python.security.debug-mode
    app.run(debug=False)  # ok: python.security.debug-mode
