from contextvars import ContextVar

EMPTY = ()
current = ContextVar("current", default={})  # finds: python.bug.value-shared-by-keys
user = ContextVar("user", default=None)  # ok: python.bug.value-shared-by-keys


def index(words, lines):
    places = dict.fromkeys(words, [])  # finds: python.bug.value-shared-by-keys
    counts = dict.fromkeys(words, 0)  # ok: python.bug.value-shared-by-keys
    seen = dict.fromkeys(words, EMPTY)  # ok: python.bug.value-shared-by-keys
    own = {word: [] for word in words}  # ok: python.bug.value-shared-by-keys
    for word, line in lines:
        places[word].append(line)
        own[word].append(line)
    return places, counts, seen, own
