"""Avatars, music and papers that members send."""

import os
import uuid

from flask import Flask, jsonify, request

app = Flask(__name__)
ALLOWED = {".png", ".jpg"}


@app.post("/avatar")
def avatar():
    picture = request.files["avatar"]
    picture.save(os.path.join("/srv/static/avatars", uuid.uuid4().hex))  # finds: python.security.unrestricted-upload
    return jsonify(saved=True)


@app.post("/song")
def song():
    request.files["song"].save("/srv/songs/latest")  # finds: python.security.unrestricted-upload
    return jsonify(saved=True)


@app.post("/checked")
def checked():
    picture = request.files["avatar"]
    if os.path.splitext(picture.filename)[1] in ALLOWED:
        picture.save(f"/srv/static/avatars/{uuid.uuid4().hex}")  # spurious: python.security.unrestricted-upload
    return jsonify(saved=True)


@app.post("/size")
def size():
    picture = request.files["paper"]
    return jsonify(size=len(picture.read()))  # ok: python.security.unrestricted-upload


@app.post("/report")
def report():
    figure = app.config["FIGURES"].draw(int(request.form["year"]))
    figure.save("/srv/static/figure.png")  # ok: python.security.unrestricted-upload
    return jsonify(saved=True)
