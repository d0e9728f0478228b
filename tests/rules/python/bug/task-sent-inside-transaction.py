from django.db import transaction

from shop.tasks import index, notify


def place(order):
    with transaction.atomic():
        order.save()
        notify.delay(order.id)  # finds: python.bug.task-sent-inside-transaction


@transaction.atomic
def cancel(order):
    order.delete()
    index.apply_async(args=[order.id], countdown=5)  # finds: python.bug.task-sent-inside-transaction


def careful(order):
    with transaction.atomic():
        order.save()
        transaction.on_commit(lambda: notify.delay(order.id))  # ok: python.bug.task-sent-inside-transaction
    notify.delay(order.id)  # ok: python.bug.task-sent-inside-transaction


def by_helper(order):
    with transaction.atomic():
        order.save()
        tell(order)  # missing: python.bug.task-sent-inside-transaction
