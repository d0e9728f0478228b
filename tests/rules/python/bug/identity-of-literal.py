MISSING = object()


def ship(order):
    if order.status is "paid":  # finds: python.bug.identity-of-literal
        return order
    if order.count is not 0:  # finds: python.bug.identity-of-literal
        return order
    if order.items is ():  # finds: python.bug.identity-of-literal
        return None
    if order.status == "paid":  # ok: python.bug.identity-of-literal
        return order
    if order.note is None or order.gift is True:  # ok: python.bug.identity-of-literal
        return order
    return order.price is MISSING  # ok: python.bug.identity-of-literal
