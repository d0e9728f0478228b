import asyncio
import os
import shlex
import subprocess

import pexpect
from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    word = request.args["word"]
    os.system("ls " + word)  # finds: request > command
    os.system("ls " + shlex.quote(word))  # ok
    os.popen(f"ls {word}").read()  # finds: request > command
    subprocess.run("ls " + word, shell=True)  # finds: request > command, request > program
    subprocess.run(["ls", word])  # ok
    subprocess.run([word, "fixed"])  # finds: request > program
    subprocess.Popen(word)  # finds: request > program
    subprocess.check_output(["sh", "-c", "ls " + word])  # finds: request > command
    subprocess.check_output(["sh", "script.sh", word])  # ok
    subprocess.call("ls", shell=True, cwd=word)  # ok
    os.execv(word, ["ls"])  # finds: request > program
    os.execv("/bin/ls", ["ls", word])  # ok
    os.spawnl(os.P_WAIT, word, "ls")  # finds: request > program
    pexpect.spawn("ls " + word)  # finds: request > command
    return "done"


@app.route("/async")
async def asynchronous():
    word = request.args["word"]
    await asyncio.create_subprocess_shell("ls " + word)  # finds: request > command
    await asyncio.create_subprocess_exec("ls", word)  # ok
    return "done"
