import copy
import os


def sandbox(extra):
    environment = copy.copy(os.environ)  # finds: python.bug.environment-replaced
    environment.update(extra)
    os.environ = environment  # finds: python.bug.environment-replaced
    own = os.environ.copy()  # ok: python.bug.environment-replaced
    os.environ["HOME"] = "/"  # ok: python.bug.environment-replaced
    return own, dict(os.environ)  # ok: python.bug.environment-replaced
