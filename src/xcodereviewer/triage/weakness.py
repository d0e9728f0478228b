"""Which weaknesses are so closely related that two tools may name one problem by either."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.domain.finding import Finding

__all__ = ["family_of"]

# CWE entries that tools use for one another, by the entry that stands for them all (parents and children, and
# neighbours under one parent, of the CWE list 4.x).
_FAMILIES: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {
        22: (23, 24, 25, 26, 27, 28, 29, 35, 36, 73, 99),  # path traversal
        78: (77, 88),  # command injection
        79: (80, 81, 83, 84, 85, 86, 87, 116),  # cross-site scripting
        89: (564, 943),  # injection into queries
        94: (95, 96, 1336),  # code and template injection
        113: (93, 644),  # header injection
        259: (321, 798, 1391, 312, 522),  # credentials in code
        276: (732, 281),  # permissions
        295: (297, 298, 299, 599, 350),  # certificates not checked
        327: (326, 328, 916, 759, 760, 329, 1204, 780),  # weak cryptography
        330: (331, 332, 335, 336, 337, 338, 340),  # weak randomness
        400: (770, 1333, 834, 409),  # unbounded use
        502: (915,),  # deserialisation
        601: (698,),
        611: (776, 827),  # XML entities
        614: (1004, 1275, 315),  # cookie flags
        703: (390, 391, 392, 396, 397, 754, 755),  # errors swallowed
        772: (404, 459, 775, 401),  # resources not released
    }
)
_FAMILY_OF = {member: head for head, members in _FAMILIES.items() for member in members}


def family_of(finding: Finding) -> str:
    """Return the name under which a finding is compared with others: its weakness, or that of its nearest relation."""
    if finding.kind.startswith("cwe-") and finding.kind[4:].isdigit():
        number = int(finding.kind[4:])
        return f"cwe-{_FAMILY_OF.get(number, number)}"
    return finding.kind
