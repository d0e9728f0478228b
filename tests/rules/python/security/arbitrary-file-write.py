"""Where uploads and drafts are kept."""

import os
import shutil
import uuid
from pathlib import Path

from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
UPLOADS = "/srv/uploads"


@app.post("/files")
def files():
    sent = request.files["file"]
    sent.save(os.path.join(UPLOADS, sent.filename))  # finds: python.security.arbitrary-file-write
    return jsonify(saved=True)


@app.delete("/drafts/<path:name>")
def drafts(name):
    os.remove(f"/srv/drafts/{name}")  # finds: python.security.arbitrary-file-write
    return "", 204


class Note(View):
    def post(self, request):
        path = Path("/srv/notes") / request.POST["title"]
        path.write_text(request.POST["text"])  # finds: python.security.arbitrary-file-write
        with open("/srv/index/" + request.POST["title"], "w") as index:  # finds: python.security.arbitrary-file-write
            index.write("1")
        return JsonResponse({"saved": True})


@app.post("/projects/remove")
def remove_project():
    folder = os.path.join("/srv/projects", request.form["project"])
    shutil.rmtree(folder)  # finds: python.security.arbitrary-file-write
    return jsonify(removed=True)


@app.post("/files/named")
def named():
    sent = request.files["file"]
    sent.save(os.path.join(UPLOADS, secure_filename(sent.filename)))  # ok: python.security.arbitrary-file-write
    return jsonify(saved=True)


@app.post("/files/own-name")
def own_name():
    sent = request.files["file"]
    sent.save(os.path.join(UPLOADS, uuid.uuid4().hex))  # ok: python.security.arbitrary-file-write
    return jsonify(saved=True)


@app.post("/notes/last-part")
def last_part():
    path = Path("/srv/notes", os.path.basename(request.form["title"]))
    path.write_text(request.form["text"])  # ok: python.security.arbitrary-file-write
    return jsonify(saved=True)


@app.post("/notes/below")
def below():
    path = Path("/srv/notes", request.form["title"]).resolve()
    if path.is_relative_to("/srv/notes"):
        path.write_text(request.form["text"])  # ok: python.security.arbitrary-file-write
    return jsonify(saved=True)
