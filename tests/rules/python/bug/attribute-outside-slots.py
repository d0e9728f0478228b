class Node:
    __slots__ = ("name", "parent")

    def __init__(self, name, parent):
        self.name = name  # ok: python.bug.attribute-outside-slots
        self.parent = parent  # ok: python.bug.attribute-outside-slots
        self.children = []  # finds: python.bug.attribute-outside-slots

    def reset(self):
        self.nmae = ""  # missing: python.bug.attribute-outside-slots


class Edge:
    __slots__ = ["source", "target"]

    def __init__(self, source, target):
        self.source, self.target = source, target  # ok: python.bug.attribute-outside-slots
        self.weight = 1  # finds: python.bug.attribute-outside-slots


class Open:
    __slots__ = ("name", "__dict__")

    def __init__(self, name):
        self.extra = name  # ok: python.bug.attribute-outside-slots
