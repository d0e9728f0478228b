import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/ping")
def ping():
    return os.popen("ping -c 1 " + request.args["host"]).read()  # finds: python.security.command-from-request


@app.post("/convert")
def convert():
    name = request.form.get("name")
    subprocess.run(f"convert {name} out.png", shell=True, check=True)  # finds: python.security.command-from-request
    return "", 204


@app.post("/run")
def run():
    command = request.get_json()
    return subprocess.check_output(command, shell=True)  # finds: python.security.command-from-request


@app.get("/quoted")
def quoted():
    os.system("ls " + shlex.quote(request.args["folder"]))  # ok: python.security.command-from-request
    return ""


@app.get("/list")
def as_list():
    subprocess.run(["ls", "--", request.args["folder"]], check=True)  # ok: python.security.command-from-request
    return ""


@app.get("/checked")
def checked():
    host = request.args["host"]
    if not HOST.fullmatch(host):
        return "", 400
    return os.popen("ping " + host).read()  # ok: python.security.command-from-request


@app.get("/parts")
def parts():
    host, count = request.args["host"], 3
    return os.popen("ping " + host).read()  # missing: python.security.command-from-request
