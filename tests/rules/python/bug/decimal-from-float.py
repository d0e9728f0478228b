import decimal
from decimal import Decimal

RATE = Decimal(0.19)  # finds: python.bug.decimal-from-float
FEE = decimal.Decimal(-2.5)  # finds: python.bug.decimal-from-float
LIMIT = Decimal("0.19")  # ok: python.bug.decimal-from-float
COUNT = Decimal(19)  # ok: python.bug.decimal-from-float


def tax(amount):
    return Decimal(amount) * LIMIT, Decimal(0.0)  # finds: python.bug.decimal-from-float
