NETWORK = (OSError, TimeoutError)


def fetch(client, log):
    try:
        return client.get()
    except KeyError or IndexError:  # finds: python.bug.handler-that-never-matches
        log("missing")
    except ():  # finds: python.bug.handler-that-never-matches
        log("never")
    except "timeout":  # finds: python.bug.handler-that-never-matches
        log("text")
    except NETWORK:  # ok: python.bug.handler-that-never-matches
        log("network")
    except (ValueError, TypeError):  # ok: python.bug.handler-that-never-matches
        log("value")
    except (RuntimeError, *NETWORK):  # ok: python.bug.handler-that-never-matches
        log("more")


def close(client, log):
    try:
        client.close()
    except OSError:
        log("first")
    except OSError:  # finds: python.bug.handler-that-never-matches
        log("second")
