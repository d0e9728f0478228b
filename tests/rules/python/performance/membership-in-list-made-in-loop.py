def kept(orders, lines):
    result = []
    for order in orders:
        if order.id in [line.order_id for line in lines]:  # finds: python.performance.membership-in-list-made-in-loop
            result.append(order)
    return result


def known(names, index):
    return [name for name in names if name in list(index.keys())]  # finds: python.performance.membership-in-list-made-in-loop


def careful(orders, lines, index):
    ids = {line.order_id for line in lines}
    for order in orders:
        if order.id in ids:  # ok: python.performance.membership-in-list-made-in-loop
            print(order)
        if order.tag in [tag.name for tag in order.tags]:  # ok: python.performance.membership-in-list-made-in-loop
            print(order.tag)
    if "x" in [line.kind for line in lines]:  # ok: python.performance.membership-in-list-made-in-loop
        return index
    return [name for name in index if name in ("a", "b")]


def by_name(orders, lines):
    ids = [line.order_id for line in lines]
    return [order for order in orders if order.id in ids]  # missing: python.performance.membership-in-list-made-in-loop
