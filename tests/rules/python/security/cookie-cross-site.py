"""Cookies of a widget that other sites embed."""

from flask import Flask, jsonify, make_response

app = Flask(__name__)
MODE = "None"


@app.get("/widget")
def widget():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("widget", "1", secure=True, httponly=True, samesite="None")  # finds: python.security.cookie-cross-site
    return answer


@app.get("/frame")
def frame():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("frame", "1", secure=True, httponly=True, samesite=MODE)  # finds: python.security.cookie-cross-site
    return answer


@app.get("/start")
def start():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("start", "1", secure=True, httponly=True, samesite="Lax")  # ok: python.security.cookie-cross-site
    answer.set_cookie("basket", "1", secure=True, httponly=True)  # ok: python.security.cookie-cross-site
    return answer
