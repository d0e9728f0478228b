"""How Python is written in the IR."""

import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.ir import Assign, Function, unpack
from xcodereviewer.engines.dataflow.languages.python import lower_python

MODULE = '''\
import os.path
from .shop import Basket as B, price
from shop import *

@app.route("/<int:id>", methods=["GET"])
async def show(id: int, *rest, note="a" "b", **more) -> str:
    """What it does."""
    global last
    total = first = 0
    total += price(*rest, **more) * 2
    assert total, "nothing"
    name, *others = rest
    items = {**more, "id": id, -1: [1, 2.5, None]}
    async with lock, open(f"{name}.txt", mode="r") as file:
        for line in await file.read():
            if (found := line.strip()) and 0 < len(found) <= 9:
                continue
            elif line[1:-1] not in others[0][1:]:
                break
        else:
            raise ValueError(line) from None
    try:
        match items:
            case {"id": 1 | 2 as number} if number:
                yield number
            case [B(), _]:
                return
            case _:
                del items["id"], name
    except (KeyError, OSError) as error:
        return str(error)
    finally:
        last = lambda x, y=1: x if y else -x
    return [a for b in items if b for a in b], {c: d for c, d in more}

class Shop(Base, metaclass=Meta):
    tax: float = 0.19
    open: bool

    @property
    def name(self):
        return self._name
'''
IR = """\
import 'os.path' . as os
import 'shop' Basket as B
import 'shop' price as price
import 'shop' * as *
@app.route('/<int:id>', methods=['GET']) async generator show(id: int, *rest, =note = 'ab', **more | outer last):
    first = 0
    total = first
    total = (total + (price(*rest, **more) * 2))
    if total:
    else:
        raise 'nothing'
    [name, ...others] = rest
    items = {...more, 'id': id, -1: [1, 2.5, None]}
    with lock, file = open(text(name, '.txt'), mode='r'):
        for line of await file.read():
            if ((found := line.strip()) and ((0 < len(found)) and (len(found) <= 9))):
                continue
            else:
                if (line[1:-1] not in others[0][1:]):
                    break
        else:
            raise ValueError(line)
    try:
        switch items:
        case {'id': (number := (1 or 2))} when number:
            yield number
        case [B(), _]:
            return
        case _:
            delete items['id']
            delete name
    except error:
        return str(error)
    finally:
        last = <function <lambda>(x, y = 1): return (x if y else (- x))>
    return [<list a for b of items if b for a of b>, <dict c: d for [c, d] of more>]
class Shop(Base, Meta):
    tax: float = 0.19
    open: bool
    @property function name(self):
        return self._name
"""


def test_module_is_written_in_the_ir() -> None:
    assert show(lower_python(MODULE)) == IR.rstrip()


def test_function_knows_its_size_and_what_it_takes_from_around_it() -> None:
    module = lower_python(
        "def f(a):\n    b = a\n    def g(c):\n        nonlocal b\n        b = a + c + d\n    return g\n"
    )
    (outer,) = module.body
    assert isinstance(outer, Function)
    inner = next(one for one in outer.body if isinstance(one, Function))
    assert (outer.size, outer.free, outer.outer) == (5, (), ())
    assert (inner.size, inner.free, inner.outer) == (2, ("a", "b", "d"), ("b",))


def test_place_counts_characters() -> None:
    (node,) = lower_python("größe = 'ä'; x = 1\n").body[1:]
    assert isinstance(node, Assign)
    span = unpack(node.at)
    assert (span.start_line, span.start_column, span.end_column) == (1, 14, 19)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("a = 1\nb = = 2\nc = 3\n", (2, 2)),
        ("a = 1\nprint(b c)\nc = 3\n", (2, 2)),
        ("a = 1\ntype A[T = int] = 3\nc = 3\n", (2, 2)),
        ("a = 1\ndef f():\n    b = 2 +\n    d = 2\nc = 3\n", (3, 4)),
        ("a = 1\nmatch b:\n    case c d: pass\nc = 3\n", (2, 3)),
    ],
)
def test_statement_that_does_not_parse_is_told_and_nothing_else_is_lost(text: str, gap: tuple[int, int]) -> None:
    module = lower_python(text)
    first, *_, last = show(module).splitlines()
    assert (first, last, module.gaps) == ("a = 1", "c = 3", (gap,))
