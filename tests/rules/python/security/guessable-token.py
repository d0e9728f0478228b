"""Cookies that keep people signed in."""

import random
import secrets
import string
import uuid

from flask import Flask, jsonify, make_response, session

app = Flask(__name__)
LETTERS = string.ascii_letters + string.digits


def token(length):
    return "".join(random.choice(LETTERS) for _ in range(length))


@app.post("/remember")
def remember():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("remember", token(32), secure=True, httponly=True)  # finds: python.security.guessable-token
    return answer


@app.post("/device")
def device():
    answer = make_response(jsonify(ok=True))
    number = random.randint(0, 2**32)
    answer.set_cookie("device", f"d-{number:08x}", secure=True)  # finds: python.security.guessable-token
    return answer


@app.post("/remember/safe")
def remember_safe():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("remember", secrets.token_urlsafe(32), secure=True)  # ok: python.security.guessable-token
    answer.set_cookie("device", str(uuid.uuid4()), secure=True)  # ok: python.security.guessable-token
    return answer


@app.post("/remember/system")
def remember_system():
    source = random.SystemRandom()
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("remember", str(source.getrandbits(128)), secure=True)  # ok: python.security.guessable-token
    return answer


@app.get("/dice")
def dice():
    return jsonify(random.randint(1, 6))  # ok: python.security.guessable-token
