import ast
import importlib
import os
import sys
import traceback

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/")
def index():
    word = request.args["word"]
    eval(word)  # finds: request > code
    eval(str(int(request.args["number"])))  # ok
    ast.literal_eval(word)  # ok
    exec("x = " + word)  # finds: request > code
    importlib.import_module("plugins." + word)  # finds: request > code
    importlib.import_module("plugins.one")  # ok
    globals().get(word)  # finds: request > attribute
    getattr(app, word)  # finds: request > attribute
    getattr(app, "name", word)  # ok
    word.format(app=app)  # finds: request > format
    "{}".format(word)  # ok
    os.system("head -n %d" % len(word))  # ok
    return "done"


@app.errorhandler(500)
def failed(error):
    return jsonify(trace=traceback.format_exc())  # finds: error > response


def main():
    os.system(sys.argv[1])  # finds: argument > command
    os.system(input("What? "))  # finds: argument > command
    os.system(os.environ["EDITOR"])  # finds: environment > command
    sys.exit(1)
    os.system(sys.argv[2])  # ok
