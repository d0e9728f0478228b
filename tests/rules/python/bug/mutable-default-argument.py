import dataclasses
from collections import OrderedDict

DEFAULTS = {}


def enqueue(job, queue=[]):  # finds: python.bug.mutable-default-argument
    queue.append(job)
    return queue


class Registry:
    def register(self, name, *, options: dict = {}):  # finds: python.bug.mutable-default-argument
        options.setdefault("name", name)
        self.items = options

    def tags(self, extra=set()):  # finds: python.bug.mutable-default-argument
        extra.add("base")
        return extra


def shared(values=DEFAULTS):  # missing: python.bug.mutable-default-argument
    values["seen"] = True


def ordered(values=OrderedDict()):  # missing: python.bug.mutable-default-argument
    values["seen"] = True


def frozen(names=("a", "b"), flags=frozenset()):  # ok: python.bug.mutable-default-argument
    return [*names, *flags]


def late(items=None):  # ok: python.bug.mutable-default-argument
    items = [] if items is None else items
    return enqueue("x", queue=[])


@dataclasses.dataclass
class Basket:
    items: list = dataclasses.field(default_factory=list)  # ok: python.bug.mutable-default-argument
