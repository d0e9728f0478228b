from collections import defaultdict
from dataclasses import dataclass, field
from typing import ClassVar


class Basket:
    items = []  # finds: python.bug.shared-attribute-changed-through-self

    def add(self, item):
        self.items.append(item)


class Index:
    names: dict = {}  # finds: python.bug.shared-attribute-changed-through-self
    groups = defaultdict(list)  # finds: python.bug.shared-attribute-changed-through-self

    def put(self, name, value):
        self.names[name] = value
        self.groups.update(value)


class Own:
    items = []  # ok: python.bug.shared-attribute-changed-through-self

    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)


class Counter:
    totals: ClassVar[dict] = {}  # ok: python.bug.shared-attribute-changed-through-self

    def count(self, name):
        self.totals[name] = self.totals.get(name, 0) + 1


class Constant:
    headers = {"accept": "text/html"}  # ok: python.bug.shared-attribute-changed-through-self

    def get(self, name):
        return self.headers.get(name)


class Plugin:
    registry = {}  # ok: python.bug.shared-attribute-changed-through-self

    def __init__(self, name):
        self.registry[name] = self


@dataclass
class Order:
    lines: list = field(default_factory=list)  # ok: python.bug.shared-attribute-changed-through-self

    def add(self, line):
        self.lines.append(line)


class ByFunction:
    seen = set()  # missing: python.bug.shared-attribute-changed-through-self

    def mark(self, value):
        remember(self.seen, value)
