"""The framework checks: each is a question about the application, answered by observations."""

from collections.abc import Callable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.engines.dataflow.framework.authentication_check import missing_authentication
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.route_map import told_routes
from xcodereviewer.engines.dataflow.framework.routes import Application

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["observations"]

_CHECKS: Mapping[CheckKind, Callable[[Application], Iterator[Observation]]] = MappingProxyType(
    {
        CheckKind.ROUTE: told_routes,
        CheckKind.MISSING_AUTHENTICATION: missing_authentication,
    }
)


def observations(analysis: "Analysis", kinds: Set[CheckKind]) -> Iterator[Observation]:
    """Yield what the checks of these kinds find; the map is made only when one of them is asked."""
    asked = [check for kind, check in _CHECKS.items() if kind in kinds]
    if not asked:
        return
    application = Application(analysis)
    for check in asked:
        yield from check(application)
