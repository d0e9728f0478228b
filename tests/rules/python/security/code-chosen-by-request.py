import ast
import importlib

from flask import Flask, request

app = Flask(__name__)
PARSERS = {"csv": "reports.csv", "json": "reports.json"}


@app.post("/calculate")
def calculate():
    return {"result": eval(request.form["expression"])}  # finds: python.security.code-chosen-by-request


@app.post("/run")
def run():
    payload = request.get_json()
    exec(payload)  # finds: python.security.code-chosen-by-request
    return "", 204


@app.get("/report")
def report():
    kind = request.args.get("kind", "csv")
    module = importlib.import_module(f"reports.{kind}")  # finds: python.security.code-chosen-by-request
    return module.render()


@app.get("/allowed")
def allowed():
    kind = request.args.get("kind", "csv")
    if kind not in PARSERS:
        return "", 404
    return importlib.import_module(kind).render()  # ok: python.security.code-chosen-by-request


@app.get("/looked-up")
def looked_up():
    module = importlib.import_module(PARSERS["csv"])  # ok: python.security.code-chosen-by-request
    return module.render(ast.literal_eval(request.args["limits"]))


@app.get("/number")
def number():
    return str(eval(int(request.args["n"])))  # ok: python.security.code-chosen-by-request


@app.get("/helper")
def helper():
    return evaluate(read_expression(request))


def evaluate(text):
    return eval(text)  # missing: python.security.code-chosen-by-request
