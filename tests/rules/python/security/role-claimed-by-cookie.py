"""What a site believes of a cookie."""

from django.core import signing
from django.http import HttpResponseForbidden, JsonResponse
from flask import Flask, abort, jsonify, request, session
from shop.models import User

app = Flask(__name__)


@app.get("/reports")
def reports():
    if request.cookies.get("is_admin") != "1":  # finds: python.security.role-claimed-by-cookie
        abort(403)
    return jsonify(ok=True)


def prices(request):
    role = request.COOKIES["role"]
    if role == "manager":  # finds: python.security.role-claimed-by-cookie
        return JsonResponse({"cost": 7})
    return HttpResponseForbidden()


@app.get("/theme")
def theme():
    dark = request.cookies.get("theme") == "dark"  # ok: python.security.role-claimed-by-cookie
    return jsonify(dark=dark)


@app.get("/office")
def office():
    if session.get("role") != "admin":  # ok: python.security.role-claimed-by-cookie
        abort(403)
    return jsonify(ok=True)


def signed(request):
    claims = signing.loads(request.COOKIES["claims"])
    if claims["role"] == "admin":  # ok: python.security.role-claimed-by-cookie
        return JsonResponse({"ok": True})
    return HttpResponseForbidden()
