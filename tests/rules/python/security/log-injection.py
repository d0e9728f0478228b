"""What a shop writes into its log."""

import logging

from flask import Flask, jsonify, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/login")
def login():
    name = request.form["name"]
    log.warning("login of %s failed", name)  # finds: python.security.log-injection
    return jsonify(ok=False)


@app.get("/items/<path:sku>")
def item(sku):
    app.logger.info(f"asked for {sku}")  # finds: python.security.log-injection
    return jsonify(sku=sku)


@app.post("/login/clean")
def login_clean():
    name = request.form["name"].replace("\r", "").replace("\n", "")
    log.warning("login of %s failed", name)  # ok: python.security.log-injection
    return jsonify(ok=False)


@app.post("/login/numbered")
def login_numbered():
    log.warning("login of account %d failed", int(request.form["account"]))  # ok: python.security.log-injection
    return jsonify(ok=False)


@app.post("/orders")
def orders():
    count = int(request.form["count"])
    log.info("ordered %d items of %d", count, len(request.form))  # ok: python.security.log-injection
    return jsonify(count=count)
