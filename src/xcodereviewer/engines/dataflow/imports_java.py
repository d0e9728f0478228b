"""What a name of a Java file means that nothing in the file binds (languages/java.py says how imports are encoded).

Nothing is imported before it is asked for: classes refer to each other in circles, and are all there when functions
are looked at.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit
from xcodereviewer.engines.dataflow.values import Library, Value, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["find_java_name", "is_java_number"]

# Whoever gives one of these gives no text.
_NUMBERS = frozenset(
    """
    int long short byte char float double boolean Integer Long Short Byte Character Float Double Boolean BigInteger
    BigDecimal UUID LocalDate LocalDateTime LocalTime Instant Date Duration Year
    """.split()  # noqa: SIM905 - a list of words
)


def is_java_number(annotation: ir.Expression | None) -> bool:
    """Whether a declared type is that of numbers, truth values or dates."""
    return isinstance(annotation, ir.Name) and annotation.name.rpartition(".")[2] in _NUMBERS


def find_java_name(analysis: "Analysis", unit: Unit, name: str) -> Value:
    """Return the class, member of a class or library type that a name means."""
    if "." in name:
        return _found(analysis, unit, name) or thing(Library(name))
    imports = _imports(unit)
    for one in imports:
        if one.name == name:
            dotted = f"{one.module}.{name}"
            return _found(analysis, unit, dotted) or thing(Library(dotted))
    whole = [one.module for one in imports if one.member == "*"]
    for module in whole:
        found = _found(analysis, unit, f"{module}.{name}" if module else name)
        if found is not None:
            return found
    return thing(Library(_library_type(analysis, unit, whole, name)))


def _imports(unit: Unit) -> list[ir.Import]:
    return [one for one in unit.module.body if isinstance(one, ir.Import)]


def _library_type(analysis: "Analysis", unit: Unit, packages: Sequence[str], name: str) -> str:
    """Return the type that models describe, else one of the own package; a name that is none is a package."""
    models = analysis.models(unit)
    for package in packages:
        dotted = models.canonical(f"{package}.{name}")
        if models.get(dotted) is not None or models.is_type(dotted):
            return dotted
    own = next((one for one in _imports(unit) if one.level), None)
    return f"{own.module}.{name}" if own is not None and name[:1].isupper() else name


def _found(analysis: "Analysis", unit: Unit, dotted: str) -> Value | None:
    """Return the class of the program that the longest part of a dotted name means, or its member."""
    for name, members in _splits(dotted):
        found = analysis.modules.find(name, unit)
        if found is None or found.language != unit.language:
            continue
        analysis.load(found)
        value = found.names.get(name.rpartition(".")[2])
        for member in members:
            owner = next((one for one in value.things if isinstance(one, ClassInfo)), None) if value else None
            value = owner.find(member) if owner is not None else None
        return value
    return None


def _splits(dotted: str) -> Iterator[tuple[str, list[str]]]:
    words = dotted.split(".")
    for end in range(len(words), max(len(words) - 3, 0), -1):
        yield ".".join(words[:end]), words[end:]
