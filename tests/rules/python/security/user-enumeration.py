"""What a login answers."""

from flask import Flask, flash, jsonify, request
from shop.models import User

app = Flask(__name__)


@app.post("/login")
def login():
    user = User.query.filter_by(name=request.json["name"]).first()
    if user is None:
        return jsonify(error="User does not exist"), 401  # finds: python.security.user-enumeration
    if not user.check_password(request.json["password"]):
        return jsonify(error="Wrong password"), 401
    return jsonify(token=user.new_token())


@app.post("/enter")
def enter():
    user = User.query.filter_by(mail=request.form["mail"]).first()
    if not user:
        flash("No account with this address, or e-mail not registered.")  # finds: python.security.user-enumeration
    elif not user.check_password(request.form["password"]):
        flash("The password is incorrect.")
    return "", 204


@app.post("/v2/login")
def same_answer():
    user = User.query.filter_by(name=request.json["name"]).first()
    if user is None:
        return jsonify(error="Invalid username or password"), 401  # ok: python.security.user-enumeration
    if not user.check_password(request.json["password"]):
        return jsonify(error="Invalid username or password"), 401
    return jsonify(token=user.new_token())


@app.post("/change")
def change():
    user = User.query.get(request.json["id"])
    if not user.check_password(request.json["old"]):
        return jsonify(error="Wrong password"), 401  # ok: python.security.user-enumeration
    return jsonify(ok=True)


@app.post("/v3/login")
def logged():
    user = User.query.filter_by(name=request.json["name"]).first()
    if user is None:
        app.logger.info("user does not exist")  # ok: python.security.user-enumeration
    elif not user.check_password(request.json["password"]):
        app.logger.info("wrong password")
    else:
        return jsonify(token=user.new_token())
    return jsonify(error="Wrong name or password"), 401
