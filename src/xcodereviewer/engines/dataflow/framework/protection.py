"""What stands between a request and a route."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Protection", "ProtectionKind"]


class ProtectionKind(StrEnum):
    """What is asked before a route answers; what is permitted to somebody presupposes that he is known."""

    AUTHENTICATION = "authentication"
    PERMISSION = "permission"
    CSRF = "csrf"
    CSRF_EXEMPT = "csrf-exempt"
    RATE_LIMIT = "rate-limit"
    OPEN = "open"  # the program says that everybody may come in


@dataclass(frozen=True, slots=True, order=True)
class Protection:
    """One protection, how the program declares it and where; not `certain` when only a name speaks for it."""

    kind: ProtectionKind
    text: str
    unit: int
    at: int
    certain: bool = True
