"""Cookies of a shop."""

from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify, make_response

app = Flask(__name__)
PROTECTED = False


@app.get("/begin")
def begin():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "empty", secure=True)  # finds: python.security.cookie-readable-by-script
    return answer


@app.get("/change")
def change():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "full", secure=True, httponly=PROTECTED)  # finds: python.security.cookie-readable-by-script
    return answer


class Basket(View):
    def get(self, request):
        answer = JsonResponse({"ok": True})
        answer.set_cookie("basket", "empty", httponly=True)  # ok: python.security.cookie-readable-by-script
        return answer


@app.get("/protected")
def protected():
    answer = make_response(jsonify(ok=True))
    answer.set_cookie("basket", "empty", secure=True, httponly=True)  # ok: python.security.cookie-readable-by-script
    answer.set_cookie("shelf", "empty", secure=True, httponly=not PROTECTED)  # ok: python.security.cookie-readable-by-script
    answer.set_cookie("rack", "empty", secure=True, httponly=app.config["PROTECTED"])  # ok: python.security.cookie-readable-by-script
    return answer
