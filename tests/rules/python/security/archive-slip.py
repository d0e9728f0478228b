"""Themes and courses that arrive as archives."""

import io
import os
import shutil
import tarfile
import zipfile

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
THEMES = "/srv/themes"


def install(stream):
    with tarfile.open(fileobj=stream) as archive:
        archive.extractall(THEMES)  # finds: python.security.archive-slip


@app.post("/themes")
def themes():
    install(request.files["theme"])
    return jsonify(installed=True)


@app.post("/course")
def course():
    archive = tarfile.open(fileobj=io.BytesIO(request.get_data()), mode="r:gz")
    archive.extractall(path="/srv/courses")  # finds: python.security.archive-slip
    return jsonify(installed=True)


@app.post("/themes/filtered")
def filtered():
    with tarfile.open(fileobj=request.files["theme"]) as archive:
        archive.extractall(THEMES, filter="data")  # ok: python.security.archive-slip
    return jsonify(installed=True)


@app.post("/themes/zip")
def zipped():
    with zipfile.ZipFile(request.files["theme"]) as archive:
        archive.extractall(THEMES)  # ok: python.security.archive-slip
    return jsonify(installed=True)


@app.post("/themes/built-in")
def built_in():
    if not os.path.isdir(THEMES):
        abort(500)
    shutil.unpack_archive("/usr/share/themes/plain.tar.gz", THEMES)  # ok: python.security.archive-slip
    return jsonify(installed=True)
