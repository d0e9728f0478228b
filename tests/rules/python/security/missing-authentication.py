"""The orders of a shop: who may see and change them."""

from functools import wraps

from django.contrib.auth.decorators import login_required as django_login
from django.http import JsonResponse
from django.urls import path
from flask import Blueprint, Flask, abort, jsonify, request, session
from flask_login import login_required
from shop.models import Order, Parcel, db

app = Flask(__name__)
orders = Blueprint("orders", __name__, url_prefix="/orders")
staff = Blueprint("staff", __name__, url_prefix="/staff")
app.register_blueprint(orders)
app.register_blueprint(staff)


@orders.get("/")
@login_required
def every_order():
    return jsonify(orders=[order.as_dict() for order in Order.query.all()])


@orders.post("/")
@login_required
def new_order():
    db.session.add(Order(**request.json))
    db.session.commit()
    return jsonify(ok=True)


@orders.get("/<int:number>")
@login_required
def one_order(number):
    return jsonify(Order.query.get_or_404(number).as_dict())


@orders.post("/<int:number>/cancel")
def cancel(number):  # finds: python.security.missing-authentication
    Order.query.filter_by(id=number).delete()
    db.session.commit()
    return jsonify(ok=True)


@orders.post("/webhook")
def webhook():  # ok: python.security.missing-authentication
    Order.query.filter_by(id=request.json["order"]).update({"paid": True})
    db.session.commit()
    return jsonify(ok=True)


@orders.post("/<int:number>/note")
def note(number):  # ok: python.security.missing-authentication
    if "user_id" not in session:
        abort(401)
    Order.query.filter_by(id=number).update({"note": request.json["note"]})
    db.session.commit()
    return jsonify(ok=True)


def clerk(view):
    @wraps(view)
    def inside(*args, **kwargs):
        token = request.headers.get("Authorization")
        if token != app.config["CLERK"]:
            abort(403)
        return view(*args, **kwargs)

    return inside


@staff.post("/parcels")
@clerk
def new_parcel():  # ok: python.security.missing-authentication
    db.session.add(Parcel(**request.json))
    db.session.commit()
    return jsonify(ok=True)


@staff.get("/parcels")
@clerk
def parcels():
    return jsonify([parcel.as_dict() for parcel in Parcel.query.all()])


@staff.post("/parcels/<int:number>/send")
@clerk
def send(number):
    Parcel.query.filter_by(id=number).update({"sent": True})
    db.session.commit()
    return jsonify(ok=True)


@staff.delete("/parcels/<int:number>")
def drop_parcel(number):  # finds: python.security.missing-authentication
    Parcel.query.filter_by(id=number).delete()
    db.session.commit()
    return jsonify(ok=True)


@django_login
def profile(request):
    return JsonResponse(request.user.as_dict())


urlpatterns = [path("profile/", profile)]
