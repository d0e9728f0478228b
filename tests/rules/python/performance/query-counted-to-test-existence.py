from shop.models import Order


def greet(customer):
    if Order.objects.filter(customer=customer).count() > 0:  # finds: python.performance.query-counted-to-test-existence
        return "welcome back"
    if Order.objects.exclude(state="new").count() == 0:  # finds: python.performance.query-counted-to-test-existence
        return "nothing sent"
    return f"{len(Order.objects.all())} orders"  # finds: python.performance.query-counted-to-test-existence


def careful(customer, orders):
    if Order.objects.filter(customer=customer).exists():  # ok: python.performance.query-counted-to-test-existence
        return "welcome back"
    if Order.objects.filter(customer=customer).count() > 10:  # ok: python.performance.query-counted-to-test-existence
        return "regular"
    if orders.count("new") > 0:  # ok: python.performance.query-counted-to-test-existence
        return "new"
    return f"{Order.objects.count()} orders"  # ok: python.performance.query-counted-to-test-existence


def named(customer):
    orders = Order.objects.filter(customer=customer)
    return len(orders) > 0  # missing: python.performance.query-counted-to-test-existence
