"""Formulas and plug-ins of a dashboard."""

import ast
import importlib
import operator

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify, request

app = Flask(__name__)
OPERATIONS = {"add": operator.add, "mul": operator.mul}
WIDGETS = {"clock": "dashboard.widgets.clock", "chart": "dashboard.widgets.chart"}


def value_of(formula, names):
    return eval(formula, {"__builtins__": {}}, names)  # finds: python.security.code-injection


@app.get("/chart")
def chart():
    return jsonify(value_of(request.args["formula"], {"x": 2}))


@app.post("/widgets")
def widgets():
    module = importlib.import_module("dashboard.widgets." + request.form["kind"])  # finds: python.security.code-injection
    return jsonify(module.draw())


class Formula(View):
    def post(self, request):
        code = compile(request.POST["formula"], "<formula>", "eval")  # finds: python.security.code-injection
        return JsonResponse({"value": eval(code, {})})


@login_required
def total(request):
    numbers = ast.literal_eval(request.GET["numbers"])  # ok: python.security.code-injection
    return JsonResponse({"total": sum(numbers)})


@app.get("/apply")
def apply():
    function = OPERATIONS[request.args["name"]]
    return jsonify(function(int(request.args["a"]), int(request.args["b"])))  # ok: python.security.code-injection


@app.get("/widgets/<name>")
def widget(name):
    module = importlib.import_module(WIDGETS[name])  # ok: python.security.code-injection
    return jsonify(module.draw())
