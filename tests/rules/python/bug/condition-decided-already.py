DEBUG = False


def check(order, force):
    assert (order.total > 0, "no total")  # finds: python.bug.condition-decided-already
    assert "order is paid"  # finds: python.bug.condition-decided-already
    if (order.paid, order.sent):  # finds: python.bug.condition-decided-already
        return 1
    if order.paid or True:  # finds: python.bug.condition-decided-already
        return 2
    if order.sent and False:  # finds: python.bug.condition-decided-already
        return 3
    assert order.total > 0, "no total"  # ok: python.bug.condition-decided-already
    assert (order.total > 0), "no total"  # ok: python.bug.condition-decided-already
    if (order.paid and order.sent):  # ok: python.bug.condition-decided-already
        return 4
    if order.paid or DEBUG:  # ok: python.bug.condition-decided-already
        return 5
    name = order.name or "unknown"  # ok: python.bug.condition-decided-already
    return name if force and not order.paid else None  # ok: python.bug.condition-decided-already
