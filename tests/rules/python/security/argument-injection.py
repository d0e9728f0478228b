"""Conversion of pictures and texts by programs that are installed."""

import os
import subprocess

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
CONVERTERS = {"png": "pngcrush", "svg": "scour"}


@app.post("/convert")
def convert():
    tool = request.form["tool"]
    done = subprocess.run([tool, "--output", "/srv/out.png"], check=False)  # finds: python.security.argument-injection
    return jsonify(done.returncode)


@app.post("/render/<engine>")
def render(engine):
    program = "/opt/engines/" + engine
    child = subprocess.Popen([program, "page.html"], stdout=subprocess.PIPE)  # finds: python.security.argument-injection
    return jsonify(child.wait())


@app.post("/convert/known")
def convert_known():
    tool = CONVERTERS.get(request.form["kind"])
    if tool is None:
        abort(400)
    return jsonify(subprocess.run([tool, "/srv/in", "/srv/out"], check=False).returncode)  # ok: python.security.argument-injection


@app.post("/render/listed")
def render_listed():
    engine = request.form["engine"]
    if engine not in ("weasy", "prince"):
        abort(400)
    return jsonify(subprocess.call([f"/opt/engines/{engine}", "page.html"]))  # ok: python.security.argument-injection


@app.get("/disk")
def disk():
    return jsonify(os.spawnv(os.P_WAIT, "/usr/bin/df", ["df", "-h"]))  # ok: python.security.argument-injection
