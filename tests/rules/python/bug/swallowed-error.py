import contextlib
import logging

logger = logging.getLogger(__name__)


def notify(customer, mailer):
    try:
        mailer.send(customer.address, render(customer))
    # finds: python.bug.swallowed-error
    except Exception:
        pass


def charge(order, gateway):
    try:
        gateway.charge(order.card, order.total)
        order.paid = True
    # finds: python.bug.swallowed-error
    except:
        pass


def profile(name, store):
    try:
        return store.load(name)
    # finds: python.bug.swallowed-error
    except Exception as error:
        return None


def imported(rows):
    for row in rows:
        try:
            yield parse(row)
        # finds: python.bug.swallowed-error
        except Exception:
            continue


def logged(order, gateway):
    try:
        gateway.charge(order.card, order.total)
    # ok: python.bug.swallowed-error
    except Exception:
        logger.exception("order %s was not charged", order.id)


def expected(name, store):
    try:
        return store.load(name)
    # ok: python.bug.swallowed-error
    except KeyError:
        return None


def explained(connection):
    try:
        connection.announce()
    # ok: python.bug.swallowed-error
    except Exception:
        # Announcing is a courtesy; the peer asks again by itself.
        pass


def explained_behind(connection):
    try:
        connection.announce()
    # ok: python.bug.swallowed-error
    except Exception:
        pass  # the peer asks again by itself


def put_away(connection):
    try:
        connection.close()
    # ok: python.bug.swallowed-error
    except Exception:
        pass


def quiet(mailer):
    with contextlib.suppress(Exception):  # missing: python.bug.swallowed-error
        mailer.send("hello")
