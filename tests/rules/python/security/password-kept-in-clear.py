"""The passwords of a shop's customers."""

import bcrypt
from django.contrib.auth.models import User as DjangoUser
from flask import Flask, abort, jsonify, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import validates
from werkzeug.security import check_password_hash, generate_password_hash

app = Flask(__name__)
db = SQLAlchemy(app)


class Customer(db.Model):
    name = db.Column(db.String(80))
    password = db.Column(db.String(80))


class Clerk(db.Model):
    name = db.Column(db.String(80))
    password = db.Column(db.String(80))

    @validates("password")
    def hashed(self, key, value):
        return generate_password_hash(value)


@app.post("/register")
def register():
    name, password = request.form["name"], request.form["password"]
    db.session.add(Customer(name=name, password=password))  # finds: python.security.password-kept-in-clear
    db.session.commit()
    return jsonify(ok=True)


@app.post("/login")
def login():
    customer = Customer.query.filter_by(name=request.form["name"]).first_or_404()
    if customer.password != request.form["password"]:  # finds: python.security.password-kept-in-clear
        abort(401)
    return jsonify(ok=True)


@app.post("/v0/login")
def oldest_login():
    name, password = request.form["name"], request.form["password"]
    # finds: python.security.password-kept-in-clear
    return jsonify(ok=bool(Customer.query.filter_by(name=name, password=password).first()))


@app.post("/change")
def change():
    customer = Customer.query.filter_by(name=request.form["name"]).first_or_404()
    customer.password = request.form["password"]  # finds: python.security.password-kept-in-clear
    db.session.commit()
    return jsonify(ok=True)


@app.post("/v2/register")
def register_hashed():
    password = bcrypt.hashpw(request.form["password"].encode(), bcrypt.gensalt())
    db.session.add(Customer(name=request.form["name"], password=password))  # ok: python.security.password-kept-in-clear
    db.session.commit()
    return jsonify(ok=True)


@app.post("/clerks")
def new_clerk():
    name, password = request.form["name"], request.form["password"]
    db.session.add(Clerk(name=name, password=password))  # ok: python.security.password-kept-in-clear
    db.session.commit()
    return jsonify(ok=True)


@app.post("/v2/login")
def login_hashed():
    customer = Customer.query.filter_by(name=request.form["name"]).first_or_404()
    if not check_password_hash(customer.password, request.form["password"]):  # ok: python.security.password-kept-in-clear
        abort(401)
    return jsonify(ok=True)


@app.post("/repeat")
def typed_twice():
    if request.form["password"] != request.form["repeated"]:  # ok: python.security.password-kept-in-clear
        abort(400)
    return jsonify(ok=True)


@app.post("/django")
def django_user():
    name, password = request.form["name"], request.form["password"]
    DjangoUser.objects.create_user(name, password=password)  # ok: python.security.password-kept-in-clear
    return jsonify(ok=True)
