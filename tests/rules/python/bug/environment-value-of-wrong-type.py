import os

PORT = os.getenv("PORT", 8080)  # finds: python.bug.environment-value-of-wrong-type
DEBUG = os.environ.get("DEBUG", False)  # finds: python.bug.environment-value-of-wrong-type
FIRST = os.getenv(1)  # finds: python.bug.environment-value-of-wrong-type
HOST = os.getenv("HOST", "localhost")  # ok: python.bug.environment-value-of-wrong-type
USER = os.getenv("USER", None)  # ok: python.bug.environment-value-of-wrong-type
LEVEL = int(os.environ.get("LEVEL", "3"))  # ok: python.bug.environment-value-of-wrong-type


def setting(name, default):
    return os.getenv(name, default)  # ok: python.bug.environment-value-of-wrong-type
