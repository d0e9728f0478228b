"""The back office of a shop."""

from functools import wraps

from flask import Blueprint, Flask, abort, jsonify
from flask_login import current_user, login_required
from shop.models import Price, Refund, User, db

app = Flask(__name__)
office = Blueprint("office", __name__, url_prefix="/admin")
app.register_blueprint(office)


def admins(view):
    @wraps(view)
    def inside(*args, **kwargs):
        if not current_user.is_admin:
            abort(403)
        return view(*args, **kwargs)

    return inside


@office.get("/users")
@admins
def users():
    return jsonify([user.as_dict() for user in User.query.all()])


@office.post("/prices")
@admins
def prices():
    db.session.add(Price())
    db.session.commit()
    return jsonify(ok=True)


@office.delete("/users/<int:number>")
@admins
def drop_user(number):  # ok: python.security.admin-route-without-role
    User.query.filter_by(id=number).delete()
    db.session.commit()
    return jsonify(ok=True)


@office.post("/stock")
@admins
def stock():
    db.session.commit()
    return jsonify(ok=True)


@office.get("/orders")
@login_required
@admins
def orders():
    return jsonify(ok=True)


@office.post("/refunds")
@login_required
def refunds():  # finds: python.security.admin-route-without-role
    db.session.add(Refund())
    db.session.commit()
    return jsonify(ok=True)


@office.get("/export")
@login_required
def export():  # finds: python.security.admin-route-without-role
    return jsonify([user.as_dict() for user in User.query.all()])


@office.get("/audit")
@login_required
def audit():  # ok: python.security.admin-route-without-role
    if current_user.role != "auditor":
        abort(403)
    return jsonify(ok=True)


@app.get("/profile")
@login_required
def profile():  # ok: python.security.admin-route-without-role
    return jsonify(current_user.as_dict())
