"""Small applications, mapped: each route as one line that tests can compare whole."""

from collections.abc import Mapping

from tests.engines.dataflow.program import analyse

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.engines.dataflow.framework.checks import observations
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.ir import unpack

__all__ = ["mapped", "observed"]


def mapped(program: str | Mapping[str, str]) -> list[str]:
    """Return each route as `METHODS path name protections`; a protection is `kind:how`, with `?` when not certain."""
    files = {"app.py": program} if isinstance(program, str) else program
    return [
        " ".join(
            [
                ",".join(route.methods) or "*",
                route.path,
                route.name,
                *(f"{one.kind}:{one.text}{'' if one.certain else '?'}" for one in route.protections),
            ]
        )
        for route in Application(analyse(files)).routes
    ]


def observed(program: str | Mapping[str, str], kind: CheckKind) -> list[str]:
    """Return what a check says, each as `path:line message`."""
    files = {"app.py": program} if isinstance(program, str) else program
    analysis = analyse(files)
    paths = {unit.number: unit.path for unit in analysis.units}
    return [
        f"{paths[one.unit]}:{unpack(one.at).start_line} {one.message}"
        for one in observations(analysis, frozenset((kind,)))
    ]
