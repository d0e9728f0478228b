from sqlalchemy import select

from shop.models import Customer, Product


def totals(lines):
    total = 0
    for line in lines:
        product = Product.objects.get(id=line.product_id)  # finds: python.performance.query-in-loop
        total += product.price
    return total


def names(session, ids):
    found = []
    for key in ids:
        found.append(session.get(Customer, key))  # finds: python.performance.query-in-loop
    return found


def mails(cursor, ids):
    for number, key in enumerate(ids):
        cursor.execute("SELECT mail FROM customer WHERE id = %s", (key,))  # finds: python.performance.query-in-loop
        yield number, cursor.fetchone()


def one_query(session, lines, ids):
    products = Product.objects.in_bulk([line.product_id for line in lines])
    for line in lines:
        print(products[line.product_id])  # ok: python.performance.query-in-loop
    for product in Product.objects.filter(id__in=ids):  # ok: python.performance.query-in-loop
        print(product)
    return session.scalars(select(Customer).where(Customer.id.in_(ids)))  # ok: python.performance.query-in-loop


def first_match(candidates):
    for slug in candidates:
        found = Product.objects.filter(slug=slug).first()  # ok: python.performance.query-in-loop
        if found:
            print(found)
        return found


def not_a_model(urls, client):
    for url in urls:
        client.get(url)  # ok: python.performance.query-in-loop


def related(lines):
    return [line.product.price for line in lines]  # missing: python.performance.query-in-loop
