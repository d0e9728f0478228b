"""The plugins of Fastify in a module, and the calls on the instance that each gets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["Plugin", "find_plugins", "mounted_folder", "within"]

_MAKERS = frozenset(("fastify", "Fastify", 'require("fastify")'))
_NAMES = frozenset(("fastify", "app", "server", "instance", "f", "api"))
_TYPES = frozenset(("FastifyInstance", "FastifyTypebox", "FastifyZod"))
_SHARING = frozenset(("fp", "fastifyPlugin", "plugin"))
_USED = frozenset(("register", "addHook", "decorate", "route", "get", "post", "put", "patch", "delete", "all"))
_FOR_FOLDER = re.compile(r"(?:^|[./_-])auto-?hooks?\.\w+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plugin:
    """A function that gets an instance, or a module that makes one (`at` is 0), and the instance's name there."""

    unit: Unit
    at: int
    name: str
    is_shared: bool = False

    @property
    def folder(self) -> str:
        """The folder of its module, with a slash; empty at the top."""
        return self.unit.path[: self.unit.path.rfind("/") + 1]

    @property
    def is_of_folder(self) -> bool:
        """Whether its hooks are for all that is loaded from its folder."""
        return bool(_FOR_FOLDER.search(self.unit.path))


def find_plugins(unit: Unit) -> Iterator[Plugin]:
    """Yield the plugins of a module."""
    wrapping = [call for call in calls(unit.module.body) if last_name(call.callee) in _SHARING]
    wrapped = [argument.value for call in wrapping for argument in call.arguments]
    shared = {one.function.at for one in wrapped if isinstance(one, ir.Lambda)}
    named = {one.name for one in wrapped if isinstance(one, ir.Name)}
    for node in nodes(unit.module.body):
        match node:
            case ir.Assign(target=ir.Name(name=name), value=value) if _makes(value):
                yield Plugin(unit, 0, name)
            case ir.Function():
                first = next((one for one in node.parameters if one.name != "this"), None)
                if first is not None and _is_instance(first, node):
                    yield Plugin(unit, node.at, first.name, node.at in shared or node.name in named)


def within(plugin: Plugin, plugins: Sequence[Plugin]) -> Iterator[tuple[ir.Call, str]]:
    """Yield the calls on a plugin's instance, each with the name of what is called; not those of plugins inside it."""
    others = {one.at for one in plugins if one.unit is plugin.unit and one.at and one.at != plugin.at}
    body = next(_bodies(plugin)) if plugin.at else plugin.unit.module.body
    pending: list[object] = [body]
    while pending:
        for node in nodes(pending.pop(), nested=False):
            if isinstance(node, ir.Lambda):
                if node.function.at not in others:
                    pending.append(node.function.body)
            elif isinstance(node, ir.Function) and node.at not in others:
                pending.append(node.body)
            elif isinstance(node, ir.Call) and _is_on(node, plugin.name):
                yield node, last_name(node.callee)


def mounted_folder(unit: Unit, node: ir.Expression | None) -> str | None:
    """Return the folder of the tree that `path.join(__dirname, "routes")` means; None when it is no text."""
    texts = [text for one in nodes(node) if (text := text_of(one))] if node is not None else []
    if not texts:
        return None
    found = PurePosixPath(unit.path).parent
    for part in "/".join(texts).split("/"):
        found = found.parent if part == ".." else found / part if part not in ("", ".") else found
    return found.as_posix()


def _bodies(plugin: Plugin) -> Iterator[tuple[ir.Statement, ...]]:
    for node in nodes(plugin.unit.module.body):
        if isinstance(node, ir.Function) and node.at == plugin.at:
            yield node.body


def _makes(value: object) -> bool:
    return any(last_name(call.callee) in _MAKERS for call in calls(value, nested=False))


def _is_on(call: ir.Call, name: str) -> bool:
    return isinstance(call.callee, ir.Attribute) and _root(call.callee.of) == name


def _is_instance(parameter: ir.Parameter, node: ir.Function) -> bool:
    if last_name(parameter.annotation) in _TYPES:
        return True
    used = (last_name(call.callee) for call in calls(node.body) if _is_on(call, parameter.name))
    return parameter.name in _NAMES and not _USED.isdisjoint(used)


def _root(node: object) -> str:
    """Return the name that a chain of calls begins with: `fastify.withTypeProvider()` is that of `fastify`."""
    while isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute):
        node = node.callee.of
    return node.name if isinstance(node, ir.Name) else ""
