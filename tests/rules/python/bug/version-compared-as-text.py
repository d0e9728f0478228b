import sys

SHORT = sys.version[:3]  # finds: python.bug.version-compared-as-text
OLD = sys.version < "3.8"  # finds: python.bug.version-compared-as-text
THREE = sys.version_info[0] == 3  # finds: python.bug.version-compared-as-text
NEW = sys.version_info >= (3, 12)  # ok: python.bug.version-compared-as-text
MAJOR = sys.version_info[0] >= 3  # ok: python.bug.version-compared-as-text
TEXT = f"Python {sys.version}"  # ok: python.bug.version-compared-as-text


def parts(package):
    return tuple(map(int, package.__version__.split(".")))  # finds: python.bug.version-compared-as-text
