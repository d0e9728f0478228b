"""Why a function is called from outside: a decorator, a registration, a class or the file says so."""

from collections.abc import Iterator

from xcodereviewer.domain.kinds import SourceKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.proof.naming import Naming
from xcodereviewer.engines.dataflow.proof.places import Reading
from xcodereviewer.library_models.members import EntryPoint

__all__ = ["entry_of"]


def entry_of(
    reading: Reading, naming: Naming, function: ir.Function, parameter: ir.Parameter, kinds: frozenset[SourceKind]
) -> str | None:
    """Return why what a parameter holds is of one of these kinds; None when nothing in the text says it."""
    for name, entry in _entries(reading, naming, function, parameter):
        if entry.parameters in kinds:
            return f"`{function.name}` is called from outside (`{name}`), so `{parameter.name}` is what somebody sends"
    return None


def _entries(
    reading: Reading, naming: Naming, function: ir.Function, parameter: ir.Parameter
) -> Iterator[tuple[str, EntryPoint]]:
    place = reading.places[id(function)]
    owner = place.scope.node
    decorators = [*function.decorators, *parameter.decorators]
    if isinstance(owner, ir.Class):
        decorators += owner.decorators
    for decorator in decorators:
        named = decorator.callee if isinstance(decorator, ir.Call) else decorator
        for name, member in naming.members(named):
            if member.entry is not None:
                yield name, member.entry
    models = naming.models(function)
    if isinstance(owner, ir.Class):
        for base in _bases(reading, owner):
            for name in naming.names(base):
                for method, entry in models.methods_called(name):
                    if method == function.name:
                        yield f"{name}.{method}", entry
    yield from _registered(reading, naming, function)
    for name, entry in models.exports_called(place.scope.unit.path):
        yield f"export {name}", entry


def _bases(reading: Reading, owner: ir.Class) -> Iterator[ir.Expression]:
    """Yield what a class inherits from, through classes of the same program."""
    pending, seen = [owner], {id(owner)}
    while pending:
        one = pending.pop()
        for argument in one.bases:
            yield argument.value
            if isinstance(argument.value, ir.Name):
                for definition in reading.definitions(argument.value):
                    if isinstance(definition.node, ir.Class) and id(definition.node) not in seen:
                        seen.add(id(definition.node))
                        pending.append(definition.node)


def _registered(reading: Reading, naming: Naming, function: ir.Function) -> Iterator[tuple[str, EntryPoint]]:
    """Yield how a function is handed to a library that calls it."""
    part = reading.parts.get(id(function))
    values = [part.above] if part is not None and isinstance(part.above, ir.Lambda) else []
    scope = reading.places[id(function)].scope
    uses = [*reading.uses[id(scope), function.name], *reading.reads[function.name], *values]
    for use in uses:
        above = reading.parts.get(id(use))
        while above is not None and not isinstance(above.above, ir.Call):
            above = reading.parts.get(id(above.above))
        if above is None or not isinstance(above.above, ir.Call):
            continue
        for name, member in naming.members(above.above.callee):
            yield from ((name, entered.entry) for entered in member.entered)
