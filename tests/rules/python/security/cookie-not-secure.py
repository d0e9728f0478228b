"""Cookies of a shop."""

from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify, make_response

app = Flask(__name__)
PROTECTED = False


@app.get("/begin")
def begin():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "empty", httponly=True)  # finds: python.security.cookie-not-secure
    return answer


@app.get("/change")
def change():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "full", httponly=True, secure=PROTECTED)  # finds: python.security.cookie-not-secure
    return answer


class Basket(View):
    def get(self, request):
        answer = JsonResponse({"ok": True})
        answer.set_cookie("basket", "empty", secure=True)  # ok: python.security.cookie-not-secure
        return answer


@app.get("/protected")
def protected():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "empty", httponly=True, secure=True)  # ok: python.security.cookie-not-secure
    answer.set_cookie("shelf", "empty", httponly=True, secure=not PROTECTED)  # ok: python.security.cookie-not-secure
    answer.set_cookie("rack", "empty", httponly=True, secure=app.config["PROTECTED"])  # ok: python.security.cookie-not-secure
    return answer
