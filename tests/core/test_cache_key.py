"""Keys that are equal for equal parts, and for nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.core.cache_key import CacheKeyGenerator

KEYS = CacheKeyGenerator("verdict", version=1)
PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def kinds(part: object) -> object:
    """Return the part with its types, since 1 == True."""
    match part:
        case list():
            return [kinds(one) for one in part]
        case dict():
            return {key: kinds(value) for key, value in part.items()}
        case _:
            return type(part), part


@given(PARTS, PARTS)
def test_keys_are_equal_just_when_parts_are(one: object, other: object) -> None:
    are_equal = KEYS.key(part=one) == KEYS.key(part=other)  # type: ignore[arg-type]
    assert are_equal == (kinds(one) == kinds(other))


def test_indentation_namespace_and_version_matter() -> None:
    keys = {
        KEYS.key(code="if a:\n    b()\nc()"),
        KEYS.key(code="if a:\n    b()\n    c()"),
        CacheKeyGenerator("verdict", version=2).key(code="if a:\n    b()\nc()"),
        CacheKeyGenerator("summary", version=1).key(code="if a:\n    b()\nc()"),
    }
    assert len(keys) == 4
    assert all(key.startswith(("xcr:verdict:", "xcr:summary:")) for key in keys)
