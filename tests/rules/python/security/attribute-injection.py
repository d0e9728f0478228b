"""Reports and switches by name."""

from django.http import JsonResponse
from django.views import View
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
ACTIONS = ("start", "stop")


class Machine:
    def start(self):
        return "started"

    def stop(self):
        return "stopped"


@app.post("/machine/<action>")
def machine(action):
    return jsonify(getattr(Machine(), action)())  # finds: python.security.attribute-injection


class Settings(View):
    def post(self, request):
        owner = request.user
        for name in request.POST:
            setattr(owner, name, request.POST[name])  # finds: python.security.attribute-injection
        return JsonResponse({"ok": True})


@app.post("/machine/known/<action>")
def known(action):
    if action not in ACTIONS:
        abort(404)
    return jsonify(getattr(Machine(), action)())  # ok: python.security.attribute-injection


@app.get("/machine/state")
def state():
    return jsonify(getattr(Machine(), "state", request.args["default"]))  # ok: python.security.attribute-injection


@app.post("/machine/table")
def table():
    action = {"on": Machine.start, "off": Machine.stop}[request.form["to"]]
    return jsonify(action(Machine()))  # ok: python.security.attribute-injection
