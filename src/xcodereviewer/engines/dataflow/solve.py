"""The modules of a program, analysed, and the hits turned into matches."""

import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from xcodereviewer.domain.engine import FileFacts, Found, Gap
from xcodereviewer.engines.dataflow.analysis import Analysis, gaps_by_unit
from xcodereviewer.engines.dataflow.harmless import harmless_places
from xcodereviewer.engines.dataflow.ir import Module
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.verdicts import Verdicts
from xcodereviewer.engines.dataflow.why_not import Questioned
from xcodereviewer.library_models.loader import load_models

__all__ = ["solve"]

_STACK = 256 * 1024 * 1024  # bytes; of address space, of which only what is used becomes memory
_DEEPEST = 40_000


def solve(files: Sequence[FileFacts], verdicts: Verdicts) -> Iterator[tuple[int, Found]]:
    """Yield what rules say of the program that the files make, what is harmless, and what was given up, by file."""
    decoder = msgspec.msgpack.Decoder(Module)
    units = [
        Unit(number=file.id, path=file.path, module=decoder.decode(file.facts))
        for file in sorted(files, key=lambda file: file.path)
        if file.facts
    ]
    languages = sorted({unit.language for unit in units})
    models = {language: load_models(language, own=verdicts.models) for language in languages}
    if verdicts.claim is not None:
        yield from verdicts.proofs(units, models)
        return
    if verdicts.asked is not None:
        questioned = Questioned(units, models, verdicts.asked)
        _run_deep(questioned)
        yield from verdicts.answers(questioned)
        yield from ((unit, one) for unit, one in harmless_places(questioned) if questioned.asks_about(unit, one.span))
        return
    analysis = Analysis(units, models)
    _run_deep(analysis)
    yield from verdicts.matches(analysis)
    yield from harmless_places(analysis)
    for number, reason in gaps_by_unit(analysis.gaps).items():
        yield number, Gap(reason=reason)


def _run_deep(analysis: Analysis) -> None:
    """Run the analysis on a stack that its recursion fits into."""
    stack, deepest = threading.stack_size(_STACK), sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        with ThreadPoolExecutor(max_workers=1) as executor:
            executor.submit(analysis.run).result()
    finally:
        threading.stack_size(stack)
        sys.setrecursionlimit(deepest)
