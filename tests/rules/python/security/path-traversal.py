"""Documents that a server hands out."""

import os
from pathlib import Path

from django.http import FileResponse, HttpResponse
from django.views import View
from flask import Flask, abort, jsonify, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
ROOT = Path("/srv/documents")
HELP = {"start": "/srv/help/start.txt", "faq": "/srv/help/faq.txt"}


def read(folder, name):
    with open(os.path.join(folder, name)) as file:  # finds: python.security.path-traversal
        return file.read()


@app.get("/documents")
def documents():
    return jsonify(read("/srv/documents", request.args["name"]))


@app.get("/pictures/<path:name>")
def picture(name):
    return send_file("/srv/pictures/" + name)  # finds: python.security.path-traversal


@app.get("/notes")
def notes():
    note = ROOT / request.args["note"]
    if not note.exists():  # finds: python.security.path-traversal
        abort(404)
    return jsonify(note.read_text())  # finds: python.security.path-traversal


class Attachment(View):
    def get(self, request, folder):
        names = os.listdir("/srv/attachments/" + folder)  # finds: python.security.path-traversal
        return HttpResponse("\n".join(names), content_type="text/plain")


@app.get("/documents/below")
def below():
    path = (ROOT / request.args["name"]).resolve()
    if not path.is_relative_to(ROOT):
        abort(404)
    return jsonify(path.read_text())  # ok: python.security.path-traversal


@app.get("/documents/begins")
def begins():
    path = os.path.realpath(os.path.join("/srv/documents", request.args["name"]))
    if not path.startswith("/srv/documents/"):
        abort(404)
    return send_file(path)  # ok: python.security.path-traversal


@app.get("/documents/served")
def served():
    return send_from_directory(ROOT, request.args["name"])  # ok: python.security.path-traversal


@app.get("/documents/joined")
def joined():
    path = safe_join("/srv/documents", request.args["name"])
    return send_file(path)  # ok: python.security.path-traversal


@app.get("/documents/last-part")
def last_part():
    name = secure_filename(request.args["name"])
    return jsonify(ROOT.joinpath(name).read_text())  # ok: python.security.path-traversal


@app.get("/help")
def help_page():
    with open(HELP[request.args["page"]]) as file:  # ok: python.security.path-traversal
        return jsonify(file.read())


class Page(View):
    def get(self, request):
        number = int(request.GET["page"])
        return FileResponse(open(f"/srv/pages/{number}.pdf", "rb"))  # ok: python.security.path-traversal
