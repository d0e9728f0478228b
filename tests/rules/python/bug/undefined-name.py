from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.models import Basket

log = logging.getLogger(__name__)


def total(basket: Basket) -> int:  # ok: python.bug.undefined-name
    try:
        return sum(item.price for item in basket.items)
    except TypeError:
        logger.warning("a price is missing")  # finds: python.bug.undefined-name
        raise


def checkout(basket: "Basket", gateway: "Gateway") -> None:  # ok: python.bug.undefined-name
    amount = total(basket)
    gateway.charge(ammount)  # finds: python.bug.undefined-name


try:
    text_type = unicode  # ok: python.bug.undefined-name
except NameError:
    text_type = str

if globals().get("DEBUG"):
    print(__file__, __name__, __doc__)  # ok: python.bug.undefined-name


def names(rows):
    return [row.name for row in rows if row], row_count  # finds: python.bug.undefined-name
