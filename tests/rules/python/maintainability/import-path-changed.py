import os
import sys

sys.path.append(os.path.dirname(__file__))  # finds: python.maintainability.import-path-changed
sys.path.insert(0, "/srv/shop")  # finds: python.maintainability.import-path-changed


def paths():
    for folder in sys.path:  # ok: python.maintainability.import-path-changed
        print(folder)
    os.environ["PATH"] += ":/srv/bin"  # ok: python.maintainability.import-path-changed
    return list(sys.path)


def load_plugins(folder):
    sys.path.insert(0, folder)  # ok: python.maintainability.import-path-changed


def by_name():
    from sys import path

    path.append("/srv/shop")  # missing: python.maintainability.import-path-changed
