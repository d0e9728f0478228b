"""Interfaces that pages of other sites may use."""

from flask import Flask
from flask_cors import CORS, cross_origin

ANYWHERE = "*"
OWN = ["https://shop.example.org"]


def create():
    app = Flask(__name__)
    CORS(app)  # finds: python.security.cors-any-origin
    return app


def create_named():
    app = Flask(__name__)
    CORS(app, origins=ANYWHERE)  # finds: python.security.cors-any-origin
    return app


def create_own():
    app = Flask(__name__)
    CORS(app, origins=OWN)  # ok: python.security.cors-any-origin
    return app


def create_from_settings(settings):
    app = Flask(__name__)
    CORS(app, origins=settings["origins"])  # ok: python.security.cors-any-origin
    return app


@cross_origin(origins="https://shop.example.org")  # ok: python.security.cors-any-origin
def rates():
    return {}
