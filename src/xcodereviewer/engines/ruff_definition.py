"""Which redefinitions of a name are mistakes: of functions, classes and imports that nothing else has got hold of."""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.domain.location import Span

__all__ = ["is_lost_definition"]

_DEFINES = re.compile(r"\s*+(?:(?:async\s+)?(?:def|class)\s+$|(?:from|import)\s)")
_IMPORTS = re.compile(r"\s*+from\s[^(]*\([^)]*$")
_FIRST = re.compile(r"\bfrom line (\d+)")
_DECORATOR = re.compile(r"\s*@\s*([\w.]+)")
_MOST_LINES = 50  # of the decorators of one function
# Decorators that change a function and keep it nowhere; any other may have registered it.
_CHANGING = re.compile(
    r"abstractmethod|cache|cached_property|classmethod|(?:async)?contextmanager|dataclass|final|lru_cache|override"
    r"|property|skip|skipIf|skipUnless|staticmethod|total_ordering|wraps"
)
_CHANGING_BY = ("mock.", "pytest.mark.", "patch")


def is_lost_definition(span: Span, lines: Sequence[str], *, said: str) -> bool:
    """Return whether a name is defined again at `span` and its first definition, whose line `said` names, is lost."""
    return _is_definition(span, lines) and not _is_registered(lines, said)


def _is_definition(span: Span, lines: Sequence[str]) -> bool:
    above = lines[: span.start_line - 1]
    if _DEFINES.match(lines[len(above)][: span.start_column - 1]):
        return True
    opening = next((number for number in range(len(above) - 1, -1, -1) if "(" in above[number]), 0)
    return _IMPORTS.match("\n".join(above[opening:])) is not None


def _is_registered(lines: Sequence[str], said: str) -> bool:
    """Return whether a decorator of the first definition may have put it where it is called from."""
    first = _FIRST.search(said)
    if first is None:
        return False
    return any(
        _CHANGING.fullmatch(name.rpartition(".")[2]) is None and not name.startswith(_CHANGING_BY)
        for name in _decorators(lines, int(first[1]) - 1)
    )


def _decorators(lines: Sequence[str], at: int) -> Iterator[str]:
    """Yield the names of the decorators above a definition, upwards; an argument's line belongs to one of them."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    for line in reversed(lines[max(0, at - _MOST_LINES) : at]):
        body = line.lstrip()
        decorator = _DECORATOR.match(line) if len(line) - len(body) == indent else None
        if decorator is not None:
            yield decorator[1]
        elif body and len(line) - len(body) <= indent and body[0] not in ")]}#":
            return
