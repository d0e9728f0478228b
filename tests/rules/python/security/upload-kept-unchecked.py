"""What visitors send."""

from pathlib import Path
from uuid import uuid4

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
KINDS = {"png", "jpg"}


@app.post("/photos")
def photo():
    file = request.files["photo"]
    file.save("/srv/photos/" + secure_filename(file.filename))  # finds: python.security.upload-kept-unchecked
    return "", 204


@app.post("/letters")
def letter():
    content = request.files["letter"].read()
    with Path("/srv/letters", uuid4().hex).open("wb") as kept:
        kept.write(content)  # finds: python.security.upload-kept-unchecked
    return "", 204


@app.post("/v2/photos")
def picture():
    file = request.files["photo"]
    if file.filename.rsplit(".", 1)[-1].lower() not in KINDS:
        abort(415)
    file.save("/srv/photos/" + secure_filename(file.filename))  # ok: python.security.upload-kept-unchecked
    return "", 204


@app.post("/sums")
def sums():
    total = sum(int(line) for line in request.files["numbers"])  # ok: python.security.upload-kept-unchecked
    return str(total)
