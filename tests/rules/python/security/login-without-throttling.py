"""Who comes in, and how often he may try."""

from flask import Flask, abort, jsonify, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from shop.models import Attempt, User
from werkzeug.security import check_password_hash

app = Flask(__name__)
limiter = Limiter(get_remote_address, app=app)


@app.post("/login")
def login():  # finds: python.security.login-without-throttling
    user = User.query.filter_by(name=request.form["name"]).first_or_404()
    if not check_password_hash(user.password, request.form["password"]):
        abort(401)
    session["user_id"] = user.id
    return jsonify(ok=True)


@app.post("/otp")
def second_factor():  # finds: python.security.login-without-throttling
    user = User.query.get(session["half"])
    if user.otp != request.form["otp"]:
        abort(401)
    session["user_id"] = user.id
    return jsonify(ok=True)


@app.post("/v2/login")
@limiter.limit("5/minute")
def limited_login():  # ok: python.security.login-without-throttling
    user = User.query.filter_by(name=request.form["name"]).first_or_404()
    if not check_password_hash(user.password, request.form["password"]):
        abort(401)
    session["user_id"] = user.id
    return jsonify(ok=True)


@app.post("/v3/login")
def counted_login():  # ok: python.security.login-without-throttling
    if Attempt.too_many_attempts(request.form["name"]):
        abort(429)
    user = User.query.filter_by(name=request.form["name"]).first_or_404()
    if not check_password_hash(user.password, request.form["password"]):
        abort(401)
    session["user_id"] = user.id
    return jsonify(ok=True)
