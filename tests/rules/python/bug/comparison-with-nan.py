import math
from decimal import Decimal

import numpy as np


def clean(rows):
    for row in rows:
        if row.price == float("nan"):  # finds: python.bug.comparison-with-nan
            continue
        if row.weight != np.nan:  # finds: python.bug.comparison-with-nan
            yield row
        if Decimal("NaN") == row.total:  # finds: python.bug.comparison-with-nan
            continue
        if math.isnan(row.price) or np.isnan(row.weight):  # ok: python.bug.comparison-with-nan
            continue
        if row.price is math.nan:  # ok: python.bug.comparison-with-nan
            continue
        if row.price != row.price:  # ok: python.bug.comparison-with-nan
            continue


def test_nan_is_not_itself():
    assert float("nan") != float("nan")  # ok: python.bug.comparison-with-nan


def fill(frame, missing=float("nan")):
    frame[frame.price == missing] = 0  # missing: python.bug.comparison-with-nan
    return frame.replace(np.nan, 0)  # ok: python.bug.comparison-with-nan
