"""Keys by which computed things are found again."""

import hashlib
import json
from collections.abc import Mapping, Sequence

__all__ = ["CacheKeyGenerator"]

Part = str | int | float | bool | bytes | None | Sequence["Part"] | Mapping[str, "Part"]


class CacheKeyGenerator:
    """Makes keys of a namespace and version: equal for equal parts, and for nothing else.

    The text of parts is taken as it is, white space included: indentation matters in code.
    """

    def __init__(self, namespace: str, *, version: int) -> None:
        self._prefix = f"xcr:{namespace}:{version}"

    def key(self, **parts: Part) -> str:
        """Return the key of these parts: `xcr:namespace:version:` and a SHA-256 (hex) of their canonical form."""
        canonical = json.dumps(_tagged(parts), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return f"{self._prefix}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def _tagged(part: Part) -> object:
    """Return the part so that no two that differ look alike: `1` and `"1"`, `True` and `1`, bytes and their hex."""
    match part:
        case Mapping():
            return {"m": {key: _tagged(value) for key, value in part.items()}}
        case bytes():
            return {"b": part.hex()}
        case str() | None | bool():
            return part
        case int() | float():
            return {"n": repr(part)}
        case _:
            return [_tagged(value) for value in part]
