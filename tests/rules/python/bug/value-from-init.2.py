class Session(Base):
    def __init__(self, app):
        return super().__init__(app, key="x")  # ok: python.bug.value-from-init


class Message(Structure):
    def __init__(self, flags):
        self.flags = flags
        return Structure.__init__(self, flags)  # ok: python.bug.value-from-init


class Total:
    def __init__(self, rows):
        return sum(rows)  # finds: python.bug.value-from-init


def __init__(module):
    return module  # ok: python.bug.value-from-init
