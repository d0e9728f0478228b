"""Middleware of Nest: `consumer.apply(AuthMiddleware).exclude("auth").forRoutes(OrdersController)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name, text_of
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["Applied", "applied_middleware"]


@dataclass(frozen=True, slots=True)
class _Target:
    """A controller or a path that middleware stands before; `method` is empty for all."""

    name: str = ""
    path: str = ""
    method: str = ""

    def means(self, controller: str, path: str, method: str) -> bool:
        if self.name:
            return self.name == controller
        if self.method and self.method != method:
            return False
        return _pattern(self.path).fullmatch(path.strip("/")) is not None


@dataclass(frozen=True, slots=True)
class Applied:
    """Middleware and what it stands before."""

    middleware: tuple[tuple[Unit, ir.Expression], ...]
    targets: tuple[_Target, ...]
    without: tuple[_Target, ...]
    protections: tuple[Protection, ...] = ()

    def stands_before(self, controller: str, path: str, method: str) -> bool:
        """Whether it stands before a route of a controller; the path counts without the prefix of the application."""
        if any(one.means(controller, path, method) for one in self.without):
            return False
        return any(one.means(controller, path, method) for one in self.targets)


def applied_middleware(unit: Unit) -> Iterator[Applied]:
    """Yield what modules apply."""
    for call in calls(unit.module.body):
        if last_name(call.callee) != "forRoutes":
            continue
        chain = list(_chain(call))
        given = [argument.value for one in chain if last_name(one.callee) == "apply" for argument in one.arguments]
        without = [argument.value for one in chain if last_name(one.callee) == "exclude" for argument in one.arguments]
        yield Applied(
            middleware=tuple((unit, one) for one in given),
            targets=tuple(_target(argument.value) for argument in call.arguments),
            without=tuple(map(_target, without)),
        )


def _chain(call: ir.Call) -> Iterator[ir.Call]:
    node: object = call
    while isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute):
        yield node
        node = node.callee.of


def _target(node: ir.Expression) -> _Target:
    if isinstance(node, ir.Record):
        row = {text_of(key): value for key, value in node.entries}
        method = last_name(row.get("method")).upper()
        return _Target(path=text_of(row.get("path")) or "*", method="" if method == "ALL" else method)
    text = text_of(node)
    return _Target(path=text) if text is not None else _Target(name=last_name(node))


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(_TOKEN.sub(_meaning, path.strip("/")))


_TOKEN = re.compile(r"(:\w+)|(\{?\*\w*\}?|\(\.\*\))|([^:*({]+|.)")


def _meaning(found: re.Match[str]) -> str:
    return ("[^/]*", ".*", re.escape(found[0]))[(found.lastindex or 1) - 1]
