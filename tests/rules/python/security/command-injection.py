"""A page with tools for a network's administrators."""

import ipaddress
import os
import re
import shlex
import subprocess

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
HOST = re.compile(r"[a-z0-9.-]+")


def run(command):
    """Return what a command prints."""
    return subprocess.check_output(command, shell=True, text=True)  # finds: python.security.command-injection


@app.get("/trace")
def trace():
    return jsonify(run("traceroute -m 8 " + request.args["host"]))


@app.post("/lookup")
def lookup():
    host = request.form.get("host", "localhost")
    kind = "A" if request.form.get("short") else "ANY"
    with os.popen(f"dig {host} {kind}") as output:  # finds: python.security.command-injection
        return jsonify(output.read().splitlines())


@app.post("/logs/<service>")
def logs(service):
    subprocess.Popen(["sh", "-c", f"journalctl -u {service} > /tmp/log.txt"])  # finds: python.security.command-injection
    return "", 202


@app.get("/ping/address")
def ping_address():
    try:
        address = ipaddress.ip_address(request.args["host"])
    except ValueError:
        abort(400)
    return jsonify(os.system(f"ping -c 1 {address}"))  # ok: python.security.command-injection


@app.get("/ping/name")
def ping_name():
    host = request.args["host"]
    if not HOST.fullmatch(host):
        abort(400)
    return jsonify(os.system(f"ping -c 1 {host}"))  # spurious: python.security.command-injection


@app.get("/ping/quoted")
def ping_quoted():
    return jsonify(os.system("ping -c 1 " + shlex.quote(request.args["host"])))  # ok: python.security.command-injection


@app.get("/ping/list")
def ping_list():
    done = subprocess.run(["ping", "-c", "1", "--", request.args["host"]], check=False)  # ok: python.security.command-injection
    return jsonify(done.returncode)
