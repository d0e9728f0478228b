import base64
import json
import pickle

import numpy
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/", methods=["POST"])
def index():
    body = request.data
    pickle.loads(body)  # finds: request > deserialise
    pickle.loads(base64.b64decode(request.cookies["cart"]))  # finds: request > deserialise
    pickle.dumps(body)  # ok
    yaml.load(body)  # finds: request > deserialise
    yaml.load(body, Loader=yaml.Loader)  # finds: request > deserialise
    yaml.load(body, Loader=yaml.SafeLoader)  # ok
    yaml.load(body, yaml.CSafeLoader)  # ok
    yaml.safe_load(body)  # ok
    yaml.unsafe_load(body)  # finds: request > deserialise
    json.loads(body)  # ok
    numpy.load(request.files["array"], allow_pickle=True)  # finds: request > deserialise
    numpy.load(request.files["array"])  # ok
    return json.loads(body)["name"]  # finds: request > html
