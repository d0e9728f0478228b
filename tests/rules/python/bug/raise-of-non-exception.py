class Codec:
    def encode(self, value):
        raise NotImplemented  # finds: python.bug.raise-of-non-exception

    def decode(self, text):
        if not text:
            raise "nothing to decode"  # finds: python.bug.raise-of-non-exception
        if text == "?":
            raise NotImplemented("later")  # finds: python.bug.raise-of-non-exception
        raise NotImplementedError  # ok: python.bug.raise-of-non-exception

    def __eq__(self, other):
        return NotImplemented  # ok: python.bug.raise-of-non-exception

    def close(self):
        raise ValueError("closed")  # ok: python.bug.raise-of-non-exception
