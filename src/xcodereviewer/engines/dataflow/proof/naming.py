"""What a call or an attribute is called in a library, as imports and assignments of the text say it."""

from collections.abc import Iterator

import msgspec

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.proof.places import Reading
from xcodereviewer.library_models.members import Member, Models

__all__ = ["Naming"]

_DEEPEST = 12


class Naming:
    """The dotted names of expressions; where the text does not tell one, the last part of it."""

    def __init__(self, reading: Reading, models: dict[str, Models]) -> None:
        self._reading = reading
        self._models = models

    def models(self, node: msgspec.Struct) -> Models:
        """Return the models of the language that a node is written in."""
        return self._models[self._reading.unit_of(node).language]

    def members(self, node: ir.Expression) -> list[tuple[str, Member]]:
        """Return what the models say of what an expression names: by its dotted name, or else by the last part."""
        models = self.models(node)
        found = [(name, member) for name in self.names(node) if (member := models.get(name)) is not None]
        if found:
            return found
        if isinstance(node, ir.Name) and all(
            isinstance(one.node, ir.Import) for one in self._reading.definitions(node)
        ):
            return models.ending_in(node.name)
        return models.ending_in(node.name) if isinstance(node, ir.Attribute) else []

    def known(self, node: ir.Expression) -> list[tuple[str, Member]]:
        """Return what the models say of the dotted names of an expression, or of a method by its bare name."""
        models = self.models(node)
        found = [(name, member) for name in self.names(node) if (member := models.get(name)) is not None]
        if not found and isinstance(node, ir.Attribute) and (member := models.by_method(node.name)) is not None:
            found = [(f"*.{node.name}", member)]
        return found

    def names(self, node: ir.Expression, depth: int = 0) -> list[str]:
        """Return the dotted names that an expression may have, as the models spell them."""
        models = self.models(node)
        return list(dict.fromkeys(models.canonical(name) for name in self._names(node, depth)))

    def _names(self, node: ir.Expression, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            return
        match node:
            case ir.Name():
                yield from self._of_variable(node, depth)
            case ir.Attribute():
                yield from (f"{name}.{node.name}" for name in self._types(node.of, depth + 1))
            case ir.Index():
                yield from self._types(node.of, depth + 1)
            case ir.Call() | ir.Await() | ir.Logic() | ir.Walrus():
                yield from self._types(node, depth)

    def _types(self, node: ir.Expression, depth: int) -> Iterator[str]:
        """Yield the names under which members of an expression's value are described."""
        models = self.models(node)
        match node:
            case ir.Call():
                for name in self.names(node.callee, depth + 1):
                    member = models.get(name)
                    yield (member.returns if member is not None and member.returns else f"{name}()").removesuffix("()")
            case ir.Await():
                yield from self._types(node.value, depth + 1)
            case ir.Walrus():
                yield from self._types(node.value, depth + 1)
            case ir.Logic():
                yield from self._types(node.left, depth + 1)
            case _:
                for name in self.names(node, depth + 1):
                    member = models.get(name)
                    yield member.returns.removesuffix("()") if member is not None and member.returns else name

    def _of_variable(self, node: ir.Name, depth: int) -> Iterator[str]:
        definitions = self._reading.definitions(node)
        for one in definitions:
            match one.node:
                case ir.Import() if one.node.level == 0 and not one.node.module.startswith("."):
                    member = one.node.member
                    yield f"{one.node.module}.{member}" if member not in ("", ".") else _module(one.node)
                case ir.Parameter() if one.node.annotation is not None:
                    yield from self._types(one.node.annotation, depth + 1)
                case _ if one.value is not None and one.whole:
                    yield from self._types(one.value, depth + 1)
        if not definitions:
            language = self._reading.unit_of(node).language
            yield f"builtins.{node.name}" if language == "python" else node.name


def _module(node: ir.Import) -> str:
    """Return what `import a.b` binds: `a`, unless it says `as`."""
    first = node.module.partition(".")[0]
    return first if node.name == first else node.module
