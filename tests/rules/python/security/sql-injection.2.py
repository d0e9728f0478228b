"""Orders over FastAPI with SQLAlchemy, and over Django REST framework."""

import asyncpg
from django.db import connection
from fastapi import Depends, FastAPI, Query
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.views import APIView
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session, sessionmaker

from shop.models import Order

app = FastAPI()
engine = create_engine("postgresql://db.example.org/shop")
make_session = sessionmaker(bind=engine)


def session():
    with make_session() as opened:
        yield opened


@app.get("/orders")
async def orders(status: str = Query("open"), db: Session = Depends(session)):
    rows = db.execute(text(f"SELECT id FROM orders WHERE status = '{status}'"))  # finds: python.security.sql-injection
    return [row.id for row in rows]


@app.get("/orders/by-parameter")
async def orders_by_parameter(status: str = "open", db: Session = Depends(session)):
    rows = db.execute(text("SELECT id FROM orders WHERE status = :status"), {"status": status})  # ok: python.security.sql-injection
    return [row.id for row in rows]


@app.get("/orders/by-model")
async def orders_by_model(status: str = "open", db: Session = Depends(session)):
    return db.scalars(select(Order).where(Order.status == status)).all()  # ok: python.security.sql-injection


@app.get("/customers/{name}")
async def customers(name: str):
    pool = await asyncpg.connect("postgresql://db.example.org/shop")
    return await pool.fetch("SELECT * FROM customers WHERE name = '" + name + "'")  # finds: python.security.sql-injection


@app.get("/customers/safe/{name}")
async def customers_safe(name: str):
    pool = await asyncpg.connect("postgresql://db.example.org/shop")
    return await pool.fetch("SELECT * FROM customers WHERE name = $1", name)  # ok: python.security.sql-injection


@api_view(["GET"])
def revenue(request):
    year = request.query_params["year"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(total) FROM orders WHERE year = " + year)  # finds: python.security.sql-injection
        return Response(cursor.fetchone())


class Orders(APIView):
    def get(self, request, customer):
        found = Order.objects.raw("SELECT * FROM orders WHERE customer = %s", [customer])  # ok: python.security.sql-injection
        return Response([one.id for one in found])

    def post(self, request):
        name = request.data["name"]
        found = Order.objects.extra(where=[f"name = '{name}'"])  # finds: python.security.sql-injection
        return Response([one.id for one in found])
