"""Which weaknesses are so closely related that two tools may name one problem by either."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.domain.finding import Finding

__all__ = ["family_of", "is_class_of", "is_related"]

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
# Classes of weaknesses by which tools call any of their kinds: pillars and classes of the CWE list and its categories.
_INJECTIONS = frozenset({22, 78, 79, 89, 90, 91, 94, 113, 117, 134, 502, 601, 611, 643, 917, 918, 1236, 1321})
_CLASSES: Mapping[int, frozenset[int]] = MappingProxyType(
    {
        16: frozenset({276, 489, 614, 942, 1004}),  # configuration
        20: _INJECTIONS | {190, 129, 400, 1333},  # improper input validation
        74: _INJECTIONS - {22, 502, 601, 611, 918},
        119: frozenset({120, 121, 122, 124, 125, 126, 127, 131, 242, 676, 787, 788, 805}),  # bounds of a buffer
        200: frozenset({209, 214, 215, 497, 532, 538, 548}),  # exposure of information
        254: frozenset({259, 276, 295, 311, 319, 327, 330, 347, 352}),  # security features
        284: frozenset({276, 285, 287, 306, 346, 352, 639, 862, 863, 942}),  # access control
        285: frozenset({276, 639, 862, 863}),
        287: frozenset({259, 290, 295, 306, 347, 384}),  # authentication
        310: frozenset({259, 295, 311, 319, 327, 330, 347}),  # cryptography
        311: frozenset({319, 614}),  # missing encryption
        345: frozenset({295, 346, 347, 352, 353, 494, 829}),  # verification of data authenticity
        664: frozenset({22, 73, 362, 377, 400, 415, 416, 502, 601, 611, 665, 668, 772, 829, 915, 918}),  # resources
        668: frozenset({22, 200, 276, 377, 605}),
        682: frozenset({190, 193, 369, 681}),  # calculation
        691: frozenset({94, 362, 670, 703, 705, 835}),  # control flow
        693: frozenset({276, 290, 295, 311, 319, 327, 330, 346, 347, 352, 601, 614}),  # protection mechanism
        703: frozenset({476, 617}),
        707: _INJECTIONS | {116, 170},  # neutralisation
        913: frozenset({94, 502, 1321}),  # dynamically managed code
        922: frozenset({259, 276, 532}),  # insecure storage
    }
)
_FAMILY_OF = {member: head for head, members in _FAMILIES.items() for member in members}


def family_of(finding: Finding) -> str:
    """Return the name under which a finding is compared with others: its weakness, or that of its nearest relation."""
    number = _number(finding)
    return finding.kind if number is None else f"cwe-{_FAMILY_OF.get(number, number)}"


def is_class_of(wide: Finding, narrow: Finding) -> bool:
    """Whether one finding names a class of weaknesses of which the other names a kind."""
    class_number, number = _number(wide), _number(narrow)
    return class_number is not None and number is not None and _is_kind_of(number, class_number)


def is_related(narrow: int, wide: int) -> bool:
    """Whether the first CWE is of the other's family, or of its kinds when the other names a class of weaknesses."""
    return _FAMILY_OF.get(narrow, narrow) == _FAMILY_OF.get(wide, wide) or _is_kind_of(narrow, wide)


def _is_kind_of(number: int, class_number: int) -> bool:
    kinds = _CLASSES.get(class_number, frozenset())
    return number in kinds or _FAMILY_OF.get(number, number) in kinds


def _number(finding: Finding) -> int | None:
    digits = finding.kind.removeprefix("cwe-")
    return int(digits) if digits != finding.kind and digits.isdecimal() else None
