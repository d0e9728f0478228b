import os
import shutil
import tarfile
import zipfile

from flask import Flask, request

app = Flask(__name__)


@app.route("/unpack", methods=["POST"])
def unpack():
    sent = request.files["archive"]
    with tarfile.open(fileobj=sent) as archive:
        archive.extractall("files")  # finds: request > archive
        archive.extractall("files", filter="data")  # ok
        archive.extractall("files/" + request.form["folder"], filter="data")  # finds: request > path-write
        for member in archive.getnames():
            open(os.path.join("files", member), "wb")  # finds: request > path-write
            open(os.path.join("files", os.path.basename(member)), "wb")  # ok
    with zipfile.ZipFile(request.files["zip"]) as archive:
        archive.extractall("files")  # ok
        for member in archive.namelist():
            open("files/" + member, "wb")  # finds: request > path-write
    shutil.unpack_archive("files/" + request.form["name"])  # finds: request > archive
    tarfile.open("fixed.tar").extractall("files")  # ok
    return "done"
