"""Marked code that uses a library: what its marks say of each line, and what the analysis says without any rule.

A comment at the end of a line tells what stands there:

- `# finds: request > sql` a value of this kind arrives in a sink of that kind
- `# sets: hash = md5` a call makes this setting
- `# ok` looks alike, and nothing may be said of it
- `# missing: …` ought to be found and is not: known, and no part of the comparison
- `# spurious: …` is found and ought not to be
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import Module, unpack
from xcodereviewer.engines.dataflow.languages.go import lower_go
from xcodereviewer.engines.dataflow.languages.java import lower_java
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import SourceLabel
from xcodereviewer.library_models.loader import load_models

__all__ = ["Marks", "analysed", "marks_of", "told"]

_MARK = re.compile(r"(?:#|//) (finds|sets|ok|missing|spurious)(?:: ([^#]*))?")

_LOWER: dict[str, Callable[[str], Module]] = {
    ".go": lower_go,
    ".java": lower_java,
    ".py": lower_python,
    ".js": partial(lower_javascript, language="javascript"),
    ".ts": partial(lower_javascript, language="typescript"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the marks of a file say: `expected` as `analysed` tells it, and how many lines of each sort there are."""

    expected: frozenset[str]
    finds: int
    look_alikes: int


def marks_of(text: str) -> Marks:
    """Return what the marks in `text` say."""
    expected: set[str] = set()
    counts = {"finds": 0, "sets": 0, "ok": 0, "missing": 0, "spurious": 0}
    for number, line in enumerate(text.splitlines(), 1):
        for sort, facts in _MARK.findall(line):
            counts[sort] += 1
            if sort in ("finds", "sets", "spurious"):
                expected |= {f"{number}: {fact.strip()}" for fact in facts.split(",")}
    return Marks(expected=frozenset(expected), finds=counts["finds"] + counts["sets"], look_alikes=counts["ok"])


def analysed(path: Path) -> frozenset[str]:
    """Return what the analysis says of a file: `12: request > sql` and `13: hash = md5`."""
    return told(_LOWER[path.suffix](path.read_text(encoding="utf-8")), f"marked{path.suffix}")


def told(module: Module, path: str, *folders: Path) -> frozenset[str]:
    """Return what the analysis says of a module by our models and those in more folders."""
    analysis = Analysis([Unit(0, path, module)], {module.language: load_models(module.language, *folders)})
    analysis.run()
    found = set()
    for hit in analysis.hits.values():
        assert isinstance(hit.label, SourceLabel)
        found.add(f"{unpack(hit.at).start_line}: {hit.label.kind} > {hit.kind}")
    for use in analysis.properties.values():
        values = " | ".join(sorted(map(str, use.constants)))
        found.add(f"{unpack(use.at).start_line}: {use.kind} = {values}")
    return frozenset(found)
