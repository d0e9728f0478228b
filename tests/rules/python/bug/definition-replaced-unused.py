from functools import lru_cache, singledispatch, wraps
from typing import overload

try:
    import tomllib
except ImportError:
    tomllib = None  # ok: python.bug.definition-replaced-unused


class Orders:
    def total(self):
        return 0

    def total(self, tax):  # finds: python.bug.definition-replaced-unused
        return tax

    @property
    def size(self):
        return 1

    @size.setter
    def size(self, value):  # ok: python.bug.definition-replaced-unused
        self._size = value

    @overload
    def get(self, key: int) -> int: ...

    @overload
    def get(self, key: str) -> str: ...  # ok: python.bug.definition-replaced-unused

    def get(self, key):  # ok: python.bug.definition-replaced-unused
        return key


def parse(text):
    return text


def parse(text, strict):  # finds: python.bug.definition-replaced-unused
    return text if strict else None


@singledispatch
def show(value):
    return value


@show.register
def _(value: int):
    return str(value)


@show.register
def _(value: list):  # ok: python.bug.definition-replaced-unused
    return "list"


@app.route("/orders")
def page():
    return "orders"


@app.route("/baskets")
def page():  # ok: python.bug.definition-replaced-unused
    return "baskets"


@app.hook(
    "before_request",
)
@wraps(page)
def begin():
    return None


def begin():  # ok: python.bug.definition-replaced-unused
    return None


@lru_cache(maxsize=None)
def cached():
    return 1


def cached():  # finds: python.bug.definition-replaced-unused
    return 2


if tomllib:
    def load(path):
        return tomllib
else:
    def load(path):  # ok: python.bug.definition-replaced-unused
        return None
