"""What a framework check has to say."""

from dataclasses import dataclass

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow.framework.behaviour import Place

__all__ = ["Observation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing that is odd at a place of a module, with the places that show why; None means: as the rule says."""

    kind: CheckKind
    unit: int
    at: int
    message: str
    related: tuple[Place, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
