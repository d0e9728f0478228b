import os

PORT = os.getenv("PORT", 8080)  # finds: python.bug.environment-value-of-wrong-type
RATE = os.environ.get("RATE", 0.5)  # finds: python.bug.environment-value-of-wrong-type
KEEP = os.environ.get("KEEP_SECONDS", 60 * 60 * 24)  # finds: python.bug.environment-value-of-wrong-type
HOST = os.getenv("HOST", "localhost")  # ok: python.bug.environment-value-of-wrong-type
USER = os.getenv("USER", None)  # ok: python.bug.environment-value-of-wrong-type
LEVEL = int(os.environ.get("LEVEL", "3"))  # ok: python.bug.environment-value-of-wrong-type
WORKERS = int(os.environ.get("WORKERS", 4))  # ok: python.bug.environment-value-of-wrong-type
EXPIRY = float(os.getenv("EXPIRY", 60 * 60) or 0)  # ok: python.bug.environment-value-of-wrong-type
CACHE = int_or_none(os.environ.get("CACHE", -1))  # ok: python.bug.environment-value-of-wrong-type

SETTINGS = {
    "timeout": os.getenv("TIMEOUT", 30),  # finds: python.bug.environment-value-of-wrong-type
    "retries": int(os.getenv("RETRIES", 3)),  # ok: python.bug.environment-value-of-wrong-type
}

if os.environ.get("TRACE", 0):  # ok: python.bug.environment-value-of-wrong-type
    trace()


def batch_size():
    size = os.environ.get("BATCH", 100)  # ok: python.bug.environment-value-of-wrong-type
    return int(size)


def limit():
    return os.environ.get("LIMIT", 100)  # finds: python.bug.environment-value-of-wrong-type


def setting(name, default):
    return os.getenv(name, default)  # ok: python.bug.environment-value-of-wrong-type
