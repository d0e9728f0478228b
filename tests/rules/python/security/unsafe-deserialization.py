"""Baskets and settings that clients bring along."""

import base64
import json
import pickle

import jsonpickle
import yaml
from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify, request

app = Flask(__name__)


def unpack(text):
    return pickle.loads(base64.urlsafe_b64decode(text))  # finds: python.security.unsafe-deserialization


@app.get("/basket")
def basket():
    return jsonify(len(unpack(request.cookies.get("basket", ""))))


@app.post("/settings")
def settings():
    loaded = yaml.load(request.files["settings"].read(), Loader=yaml.UnsafeLoader)  # finds: python.security.unsafe-deserialization
    return jsonify(sorted(loaded))


class State(View):
    def post(self, request):
        state = jsonpickle.decode(request.body)  # finds: python.security.unsafe-deserialization
        return JsonResponse({"kind": type(state).__name__})


@app.get("/basket/json")
def basket_json():
    return jsonify(len(json.loads(request.cookies["basket"])))  # ok: python.security.unsafe-deserialization


@app.post("/settings/safe")
def settings_safe():
    return jsonify(sorted(yaml.safe_load(request.files["settings"])))  # ok: python.security.unsafe-deserialization


@app.post("/settings/loader")
def settings_loader():
    return jsonify(sorted(yaml.load(request.data, Loader=yaml.SafeLoader)))  # ok: python.security.unsafe-deserialization


@app.get("/model")
def model():
    with open("/srv/model.bin", "rb") as file:
        return jsonify(pickle.load(file).name)  # ok: python.security.unsafe-deserialization
