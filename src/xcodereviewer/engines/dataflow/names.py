"""Which names a piece of code assigns."""

from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir

__all__ = ["assigned_names"]


def assigned_names(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the names that a function's body assigns, those of nested functions not counted."""
    return frozenset(_assigned(body))


def _assigned(body: tuple[ir.Statement, ...]) -> Iterator[str]:
    for statement in body:
        match statement:
            case ir.Assign():
                yield from _targets(statement.target)
            case ir.If():
                yield from _assigned((*statement.then, *statement.other))
            case ir.For():
                yield from _targets(statement.target)
                yield from _assigned((*statement.body, *statement.other))
            case ir.Loop():
                yield from _assigned((*statement.body, *statement.update, *statement.other))
            case ir.With():
                yield from _assigned(statement.body)
            case ir.Try():
                yield from _assigned((*statement.body, *statement.other, *statement.final))
                for handler in statement.handlers:
                    yield from _assigned(handler.body)
            case ir.Switch():
                for case in statement.cases:
                    yield from _assigned(case.body)


def _targets(target: ir.Expression) -> Iterator[str]:
    match target:
        case ir.Name():
            yield target.name
        case ir.Collection():
            for item in target.items:
                yield from _targets(item)
        case ir.Spread():
            yield from _targets(target.value)
