def save(store, rows):
    try:
        store.write(rows)
    finally:
        store.close()
        return True  # finds: python.bug.jump-in-finally


def drain(queue):
    while queue:
        try:
            queue.take()
        finally:
            break  # finds: python.bug.jump-in-finally


def flush(stores):
    try:
        for store in stores:
            store.flush()
    finally:
        for store in stores:
            if store.is_open:
                break  # ok: python.bug.jump-in-finally
            store.open()


def load(store):
    try:
        value = store.read()
    finally:
        def reopen():
            return store.open()  # ok: python.bug.jump-in-finally

        reopen()
    return value
