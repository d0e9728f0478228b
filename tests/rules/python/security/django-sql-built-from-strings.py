from django.db.models.expressions import RawSQL

from shop.models import Order, Person

SELECT_ALL = "SELECT * FROM person"


def by_name(request):
    name = request.GET["name"]
    people = Person.objects.raw("SELECT * FROM person WHERE name = '%s'" % name)  # finds: python.security.django-sql-built-from-strings
    query = "SELECT * FROM person WHERE name = '" + name + "'"
    more = Person.objects.raw(query)  # finds: python.security.django-sql-built-from-strings
    return [*people, *more]


def orders(request, year):
    late = Order.objects.extra(where=[f"EXTRACT(year FROM placed) = {year}"])  # finds: python.security.django-sql-built-from-strings
    return late.annotate(total=RawSQL("SELECT sum(price) FROM line WHERE kind = '%s'" % request.GET["kind"], ()))  # finds: python.security.django-sql-built-from-strings


def safe(name, year):
    Person.objects.raw("SELECT * FROM person WHERE name = %s", [name])  # ok: python.security.django-sql-built-from-strings
    Person.objects.raw(SELECT_ALL)  # ok: python.security.django-sql-built-from-strings
    Order.objects.extra(where=["EXTRACT(year FROM placed) = %s"], params=[year])  # ok: python.security.django-sql-built-from-strings
    Order.objects.annotate(total=RawSQL("SELECT sum(price) FROM line WHERE kind = %s", ("new",)))  # ok: python.security.django-sql-built-from-strings
    logger.info("raw %s" % name, extra={"where": [f"{name}"]})  # ok: python.security.django-sql-built-from-strings


def through_a_function(name):
    return Person.objects.raw(statement_for(name))  # missing: python.security.django-sql-built-from-strings
