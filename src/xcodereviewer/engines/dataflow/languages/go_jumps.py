"""Go's `goto`, lowered: control flow of the intermediate language is structured, so a jump becomes one out of a loop.

What stands in front of a label that is jumped to from there is a loop that runs once, and the jump leaves it; what
stands behind a label that is jumped back to is a loop that is left at its end, and the jump begins its next round. Of
two that cross, the one back reaches only from its own label to the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from xcodereviewer.engines.dataflow.ir import Break, Continue, Loop, Statement

__all__ = ["Jumps", "Labelled", "structured"]

_GOTO = re.compile(r"\bgoto[ \t]+(\w+)")


@dataclass(slots=True)
class Jumps:
    """The labels of a file that are jumped to, and of the function that is being lowered those that were met."""

    labels: frozenset[str] = frozenset()
    passed: set[str] = field(default_factory=set)
    forward: set[str] = field(default_factory=set)
    back: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> "Jumps":
        """Return the labels that a text jumps to."""
        return cls(frozenset(_GOTO.findall(text)) if "goto" in text else frozenset())

    def begin_function(self) -> None:
        """Forget the labels of the function before."""
        self.passed.clear()
        self.forward.clear()
        self.back.clear()

    def jump(self, at: int, label: str) -> Statement:
        """Return what a `goto` is."""
        if label in self.passed:
            self.back.add(label)
            return Continue(at, _again(label))
        self.forward.add(label)
        return Break(at, _towards(label))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that is jumped to: where it stands, and how many statements of its block stand before it."""

    label: str
    at: int
    start: int


def _again(label: str) -> str:
    return f"goto {label} again"


def _towards(label: str) -> str:
    return f"goto {label}"


def structured(lowered: Sequence[Statement], labels: Sequence[Labelled], jumps: Jumps) -> tuple[Statement, ...]:
    """Return the statements of a block with loops where its labels are jumped to."""
    ends = [*(one.start for one in labels[1:]), len(lowered)]
    code = list(lowered[: labels[0].start])
    for number, (one, end) in enumerate(zip(labels, ends, strict=True)):
        if one.label in jumps.forward:
            code = [Loop(one.at, None, (*code, Break(one.at, _towards(one.label))), label=_towards(one.label))]
        if one.label not in jumps.back:
            code += lowered[one.start : end]
            continue
        later = labels[number + 1 :]
        is_crossed = any(other.label in jumps.forward for other in later)
        rest = tuple(lowered[one.start : end if is_crossed else len(lowered)])
        if later and not is_crossed:
            inner = [Labelled(other.label, other.at, other.start - one.start) for other in later]
            rest = structured(rest, inner, jumps)
        code.append(Loop(one.at, None, (*rest, Break(one.at, _again(one.label))), label=_again(one.label)))
        if not is_crossed:
            break
    return tuple(code)
