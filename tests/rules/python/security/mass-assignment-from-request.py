from flask import Flask, request

from shop.models import Order, User
from shop.schemas import UserSchema

app = Flask(__name__)
FIELDS = {"name", "mail"}


@app.post("/users")
def create():
    user = User(**request.json)  # finds: python.security.mass-assignment-from-request
    Order.objects.create(**request.get_json())  # finds: python.security.mass-assignment-from-request
    return {"id": user.id}


@app.patch("/me")
def update(me):
    for field, value in request.json.items():
        setattr(me, field, value)  # finds: python.security.mass-assignment-from-request
    return {}


@app.post("/safe")
def safe(me):
    for field, value in request.json.items():
        if field in FIELDS:
            setattr(me, field, value)  # ok: python.security.mass-assignment-from-request
    UserSchema(**request.json)  # ok: python.security.mass-assignment-from-request
    return {"id": User(name=request.json["name"]).id}  # ok: python.security.mass-assignment-from-request


@app.post("/named")
def named():
    body = request.get_json()
    return {"id": User(**body).id}  # missing: python.security.mass-assignment-from-request
