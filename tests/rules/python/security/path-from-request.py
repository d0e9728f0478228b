import os
from pathlib import Path

from flask import Flask, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
REPORTS = "/srv/reports"


@app.get("/report")
def report():
    return send_file(os.path.join(REPORTS, request.args["name"]))  # finds: python.security.path-from-request


@app.get("/log")
def log():
    name = request.args.get("name")
    with open(f"/var/log/app/{name}") as file:  # finds: python.security.path-from-request
        return file.read()


@app.post("/remove")
def remove():
    path = os.path.join(REPORTS, request.form["name"])
    os.remove(path)  # finds: python.security.path-from-request
    return "", 204


@app.get("/safe")
def safe():
    return send_from_directory(REPORTS, request.args["name"])  # ok: python.security.path-from-request


@app.post("/upload")
def upload():
    name = secure_filename(request.form["name"])
    path = os.path.join(REPORTS, name)  # ok: python.security.path-from-request
    other = safe_join(REPORTS, request.form["other"])
    return {"size": open(other).tell(), "path": path}  # ok: python.security.path-from-request


@app.get("/page")
def page():
    return Path(REPORTS, str(int(request.args["page"]))).read_text()  # ok: python.security.path-from-request


@app.get("/checked")
def checked():
    name = request.args["name"]
    if name not in os.listdir(REPORTS):
        return "", 404
    return send_file(os.path.join(REPORTS, name))  # ok: python.security.path-from-request


@app.get("/segment/<name>")
def segment(name):
    return send_file("/srv/" + name)  # missing: python.security.path-from-request
