import ipaddress
import os
import uuid

from flask import Flask, request

app = Flask(__name__)


@app.route("/checked")
def checked():
    number, host, key = request.args["number"], request.args["host"], request.args["key"]
    int(number)
    os.system("head -n " + number)  # ok
    ipaddress.ip_address(host)
    os.system("ping " + host)  # ok
    uuid.UUID(key)
    os.system("show " + key)  # ok
    return "done"


@app.route("/unchecked")
def unchecked():
    number, host, key = request.args["number"], request.args["host"], request.args["key"]
    len(number)
    os.system("head -n " + number)  # finds: request > command
    try:
        ipaddress.ip_address(host)
    except ValueError:
        os.system("ping " + host)  # finds: request > command
    os.system("show " + key)  # finds: request > command
    uuid.UUID(key)
    return "done"
