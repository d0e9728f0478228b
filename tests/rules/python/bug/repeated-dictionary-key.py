GET, PUT = "get", "put"

HANDLERS = {
    GET: "read",
    PUT: "write",
    GET: "list",  # finds: python.bug.repeated-dictionary-key
}

COLOURS = {
    "red": "#f00",
    "green": "#0f0",
    "red": "#00f",  # finds: python.bug.repeated-dictionary-key
}

NAMES = {
    "one": 1,
    "One": 1,  # ok: python.bug.repeated-dictionary-key
    1: "one",
    (1,): "one",  # ok: python.bug.repeated-dictionary-key
}


def merged(base):
    return {"a": 1, **base, "b": 2}  # ok: python.bug.repeated-dictionary-key
