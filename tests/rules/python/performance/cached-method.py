import functools
from functools import cache, cached_property


class Repository:
    @functools.lru_cache(maxsize=None)  # finds: python.performance.cached-method
    def find(self, key):
        return self.store[key]

    @cache  # finds: python.performance.cached-method
    def size(self):
        return len(self.store)

    @staticmethod
    @functools.lru_cache(maxsize=32)  # ok: python.performance.cached-method
    def parse(text):
        return text.split()

    @cached_property
    def names(self):  # ok: python.performance.cached-method
        return sorted(self.store)


@cache  # ok: python.performance.cached-method
def settings():
    return {}
