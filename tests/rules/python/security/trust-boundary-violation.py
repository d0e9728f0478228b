"""What a site remembers of its visitors."""

from django.http import JsonResponse
from django.views import View
from flask import Flask, abort, jsonify, request, session

app = Flask(__name__)
THEMES = ("light", "dark")


@app.post("/role")
def role():
    session["role"] = request.form["role"]  # finds: python.security.trust-boundary-violation
    return jsonify(ok=True)


@app.post("/flags")
def flags():
    session[request.form["flag"]] = True  # finds: python.security.trust-boundary-violation
    return jsonify(ok=True)


class Owner(View):
    def post(self, request):
        request.session["owner"] = request.POST["owner"]  # finds: python.security.trust-boundary-violation
        return JsonResponse({"ok": True})


@app.post("/theme")
def theme():
    name = request.form["theme"]
    if name not in THEMES:
        abort(400)
    session["theme"] = name  # ok: python.security.trust-boundary-violation
    return jsonify(ok=True)


@app.post("/page-size")
def page_size():
    session["page-size"] = int(request.form["size"])  # ok: python.security.trust-boundary-violation
    return jsonify(ok=True)


@app.post("/visit")
def visit():
    session["visits"] = session.get("visits", 0) + 1  # ok: python.security.trust-boundary-violation
    return jsonify(ok=True)
