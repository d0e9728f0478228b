from django.db import models
from sqlalchemy import Column, Float, Numeric


class Line(models.Model):
    price = models.FloatField()  # finds: python.bug.money-in-float
    unit_cost = models.FloatField(null=True)  # finds: python.bug.money-in-float
    weight = models.FloatField()  # ok: python.bug.money-in-float
    tax = models.DecimalField(max_digits=12, decimal_places=2)  # ok: python.bug.money-in-float


class Row(Base):
    balance = Column(Float, nullable=False)  # finds: python.bug.money-in-float
    fee = Column(Numeric(12, 2))  # ok: python.bug.money-in-float
    score = Column(Float)  # ok: python.bug.money-in-float


class Offer(models.Model):
    worth = models.FloatField()  # missing: python.bug.money-in-float
