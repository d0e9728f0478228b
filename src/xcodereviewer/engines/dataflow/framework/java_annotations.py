"""Annotations of Java, as they are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import last_name

__all__ = ["Annotation", "annotations", "first_annotation"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: its name without the package, and where it stands."""

    name: str
    node: ir.Expression

    @property
    def at(self) -> int:
        """Where it stands."""
        return self.node.at

    def given(self, *names: str) -> ir.Expression | None:
        """Return the first of these elements that is given; what has no name is called `value`."""
        arguments = self.node.arguments if isinstance(self.node, ir.Call) else ()
        by_name = {argument.keyword or "value": argument.value for argument in arguments}
        return next((by_name[name] for name in names if name in by_name), None)


def annotations(decorators: Iterable[ir.Expression]) -> Iterator[Annotation]:
    """Yield the annotations of a declaration."""
    for one in decorators:
        yield Annotation(last_name(one), one)


def first_annotation(decorators: Iterable[ir.Expression], *names: str) -> Annotation | None:
    """Return the first annotation of one of these names."""
    return next((one for one in annotations(decorators) if one.name in names), None)
