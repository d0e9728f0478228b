import json
import marshal as fast  # finds: python.maintainability.unpickling-outside-its-place
import pickle  # finds: python.maintainability.unpickling-outside-its-place
from shelve import open as shelf  # finds: python.maintainability.unpickling-outside-its-place

import msgspec  # ok: python.maintainability.unpickling-outside-its-place
from xcodereviewer.engines.pickles import known  # ok: python.maintainability.unpickling-outside-its-place


def load(path: str) -> object:
    return importlib.import_module("pickle").load(path)  # missing: python.maintainability.unpickling-outside-its-place
