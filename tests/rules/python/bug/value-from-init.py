class Cache:
    def __init__(self, size):
        if size == 0:
            return False  # finds: python.bug.value-from-init
        self.size = size


class Rows:
    def __init__(self, rows):
        for row in rows:
            yield row  # finds: python.bug.value-from-init


class Pool:
    def __init__(self, size):
        if size is None:
            return  # ok: python.bug.value-from-init
        if size < 0:
            return None  # ok: python.bug.value-from-init

        def make():
            return size  # ok: python.bug.value-from-init

        self.make = make
