import shlex

import paramiko
from fabric import Connection
from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    word = request.args["word"]
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # sets: tls-verification = paramiko.AutoAddPolicy
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy)  # sets: tls-verification = paramiko.AutoAddPolicy
    client.connect("example.org", username=word)  # ok
    client.connect(word)  # finds: request > url
    client.exec_command("ls " + word)  # finds: request > command
    client.exec_command("ls " + shlex.quote(word))  # ok
    client.exec_command("ls", timeout=word)  # ok
    Connection("example.org").run("ls " + word)  # finds: request > command
    return "done"


def elsewhere(client):
    client.exec_command(request.args["command"])  # finds: request > command
