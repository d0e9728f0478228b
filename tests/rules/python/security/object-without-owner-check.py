"""The orders and letters of a shop's customers."""

from flask import Flask, abort, jsonify
from flask_login import current_user, login_required
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.Integer)
    total = db.Column(db.Integer)


class Product(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80))


@app.get("/orders/<int:number>")
@login_required
def order(number):
    return jsonify(Order.query.get_or_404(number).total)  # finds: python.security.object-without-owner-check


@app.delete("/orders/<int:number>")
@login_required
def cancel(number):
    Order.query.filter_by(id=number).delete()  # finds: python.security.object-without-owner-check
    db.session.commit()
    return jsonify(ok=True)


@app.get("/orders/<int:number>/total")
@login_required
def total(number):
    # ok: python.security.object-without-owner-check
    found = Order.query.filter_by(id=number, user_id=current_user.id).first_or_404()
    return jsonify(found.total)


@app.get("/orders/<int:number>/bill")
@login_required
def bill(number):
    found = Order.query.get_or_404(number)  # ok: python.security.object-without-owner-check
    if found.user_id != current_user.id:
        abort(404)
    return jsonify(found.total)


@app.get("/products/<int:number>")
@login_required
def product(number):
    return jsonify(Product.query.get_or_404(number).name)  # ok: python.security.object-without-owner-check


@app.get("/mine/<int:number>")
@login_required
def mine(number):
    return jsonify(current_user.orders.filter_by(id=number).one().total)  # ok: python.security.object-without-owner-check
