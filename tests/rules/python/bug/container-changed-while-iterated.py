def drop_paid(orders):
    for order in orders:
        if order.paid:
            orders.remove(order)  # finds: python.bug.container-changed-while-iterated


def expire(sessions, now):
    for key, session in sessions.items():
        if session.end < now:
            del sessions[key]  # finds: python.bug.container-changed-while-iterated


class Pool:
    def prune(self):
        for name in self.idle:
            if self.idle[name].broken:
                self.idle.pop(name)  # finds: python.bug.container-changed-while-iterated

    def trim(self):
        for name in list(self.idle):
            self.idle.pop(name)  # ok: python.bug.container-changed-while-iterated


def remove_one(orders, number):
    for order in orders:
        if order.number == number:
            orders.remove(order)  # ok: python.bug.container-changed-while-iterated
            break


def remove_and_tell(orders, number):
    for order in orders:
        if order.number == number:
            orders.remove(order)  # ok: python.bug.container-changed-while-iterated
            return order
    return None


def copied(orders):
    for order in orders[:]:
        orders.remove(order)  # ok: python.bug.container-changed-while-iterated


def spread(queue):
    for task in queue:
        queue.append(task.next)  # ok: python.bug.container-changed-while-iterated


def other(orders, paid):
    for order in orders:
        paid.remove(order)  # ok: python.bug.container-changed-while-iterated
        del paid[order.number]  # ok: python.bug.container-changed-while-iterated


def inner(groups):
    for group in groups:
        group.members.pop()  # ok: python.bug.container-changed-while-iterated


def parsed(settings):
    for key in settings:
        value = parse(settings.pop(key))  # ok: python.bug.container-changed-while-iterated
        settings[key] = value
