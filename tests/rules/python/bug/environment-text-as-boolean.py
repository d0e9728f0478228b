import os

DEBUG = os.environ.get("DEBUG", False)  # finds: python.bug.environment-text-as-boolean
CACHE = os.getenv("CACHE", True)  # finds: python.bug.environment-text-as-boolean
VERBOSE = bool(os.environ.get("SHOP_VERBOSE"))  # finds: python.bug.environment-text-as-boolean
MAIL = os.environ.get("MAIL", "off") == "on"  # ok: python.bug.environment-text-as-boolean
TRACE = os.environ.get("TRACE", False) == "1"  # ok: python.bug.environment-text-as-boolean
SEARCH = parse_bool(os.environ.get("SEARCH", False))  # ok: python.bug.environment-text-as-boolean
HAS_KEY = bool(os.environ.get("API_KEY"))  # ok: python.bug.environment-text-as-boolean
LEVEL = os.environ.get("LEVEL", None)  # ok: python.bug.environment-text-as-boolean
PROFILE = os.environ.get("PROFILE", False)  # ok: python.bug.environment-text-as-boolean
PROFILE = PROFILE == "1"


def later():
    if os.environ.get("INSIDE_CHROOT", False):  # ok: python.bug.environment-text-as-boolean
        return True
    return os.environ.get("TRACING") or False  # missing: python.bug.environment-text-as-boolean
