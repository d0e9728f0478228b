def store(order, log):
    try:
        order.save()
    except ValueError:  # finds: python.maintainability.useless-handler
        raise
    try:
        order.send()
    except OSError as error:  # finds: python.maintainability.useless-handler
        raise error
    try:
        order.close()
    except ValueError:  # ok: python.maintainability.useless-handler
        raise
    except Exception:
        log("closing failed")
    try:
        order.lock()
    except OSError:  # ok: python.maintainability.useless-handler
        log("locking failed")
        raise
