import decimal
from decimal import Decimal

RATE = Decimal(0.19)  # finds: python.bug.decimal-from-float
FEE = decimal.Decimal(-2.45)  # finds: python.bug.decimal-from-float
TINY = Decimal(1e-7)  # finds: python.bug.decimal-from-float
LIMIT = Decimal("0.19")  # ok: python.bug.decimal-from-float
COUNT = Decimal(19)  # ok: python.bug.decimal-from-float
HALF_UNIT = decimal.Decimal(0.5)  # ok: python.bug.decimal-from-float
EIGHTHS = Decimal(0.375), Decimal(-0.250)  # ok: python.bug.decimal-from-float


def tax(amount):
    return Decimal(amount) * LIMIT, Decimal(11.00)  # ok: python.bug.decimal-from-float
