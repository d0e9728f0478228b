import os
import shutil
import tempfile
from pathlib import Path

from flask import Flask, request, send_file

app = Flask(__name__)
FOLDER = Path("files")


@app.route("/read")
def read():
    name = request.args["name"]
    open("files/" + name)  # finds: request > path
    open("files/" + name, "rb")  # finds: request > path
    open("files/" + os.path.basename(name))  # ok
    open("files/fixed.txt").write(name)  # ok
    (FOLDER / name).read_text()  # finds: request > path
    (FOLDER / Path(name).name).read_text()  # ok
    os.listdir(os.path.join("files", name))  # finds: request > path
    os.path.exists("files/" + name)  # finds: request > path
    os.path.join("files", name)  # ok
    return "done"


@app.route("/write")
def write():
    name = request.args["name"]
    open("files/" + name, "w")  # finds: request > path-write
    open("files/" + name, mode="ab")  # finds: request > path-write
    FOLDER.joinpath(name).write_text("done")  # finds: request > path-write
    FOLDER.joinpath("done").write_text(name)  # ok
    (FOLDER / name).open("w")  # finds: request > path-write
    os.remove(f"files/{name}")  # finds: request > path-write
    os.makedirs("files/" + str(int(request.args["id"])))  # ok
    shutil.copy("fixed.txt", "files/" + name)  # finds: request > path-write
    shutil.copy("files/" + name, "fixed.txt")  # finds: request > path
    tempfile.NamedTemporaryFile(dir="files/" + name)  # finds: request > path-write
    tempfile.NamedTemporaryFile(dir="files")  # ok
    return "done"


@app.route("/checked")
def checked():
    path = os.path.realpath(os.path.join("/srv/files", request.args["name"]))
    if not path.startswith("/srv/files/"):
        return "no"
    return send_file(path)  # ok


@app.route("/resolved")
def resolved():
    path = (FOLDER / request.args["name"]).resolve()
    if path.is_relative_to(FOLDER):
        path.unlink()  # ok
    return open("fixed.txt").read()  # finds: file > html
