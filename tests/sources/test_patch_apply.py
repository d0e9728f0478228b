"""Patches done and undone in memory."""

import contextlib
import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.sources.patch_apply import Mismatch, TooMuchPatched, apply_patches, revert_patches
from xcodereviewer.sources.patch_format import BrokenPatch, parse_patch

LINES = st.lists(
    st.sampled_from([b"a\n", b"b\n", b"\n", b"--- a\n", b"+++ b\n", b"\\\r\n", b"@@ -1 +1 @@\n"]), max_size=12
)


def unified(old: list[bytes], new: list[bytes], context: int) -> bytes:
    lines = difflib.diff_bytes(difflib.unified_diff, old, new, b"a/f", b"b/f", n=context)
    return b"".join(lines)


@given(old=LINES, new=LINES, context=st.integers(min_value=0, max_value=3))
def test_what_is_done_can_be_undone(old: list[bytes], new: list[bytes], context: int) -> None:
    before, after = b"".join(old), b"".join(new)
    patch = unified(old, new, context)
    patches = parse_patch(patch)
    if not patches:
        return
    there, back = (b"f" if data else None for data in (before, after))
    file = patches[0]
    file.old, file.new = (there or file.old), (back or file.new)
    done = apply_patches(patches, patch, lambda _: before if file.old else None)
    result = done[b"f"]
    assert (b"".join(result.lines) if result else b"") == after
    undone = revert_patches(patches, patch, lambda _: after if file.new else None)
    original = undone[b"f"]
    assert (b"".join(original.lines) if original else b"") == before


@given(patch=st.binary(max_size=200) | st.text(alphabet="-+ @\n1,ab/\\", max_size=200).map(str.encode))
def test_any_text_is_read_or_refused(patch: bytes) -> None:
    whole = b"--- a/f\n+++ b/f\n" + patch
    with contextlib.suppress(BrokenPatch, Mismatch):
        after = apply_patches(parse_patch(whole), whole, lambda _: b"a\nb\n")
        assert all(len(file.lines) == len(file.is_changed) for file in after.values() if file)


@pytest.mark.parametrize(
    ("hunk", "problem"),
    [
        (b"@@ -2,2 +2,2 @@\n two\n-four\n+4\n", "hunk 1): line 3 is not what the patch expects"),
        (b"@@ -9,1 +9,1 @@\n-nine\n+9\n", "hunk 1): there is no line 9 for it"),
        (b"@@ -3,1 +3,1 @@\n-three\n+3\n@@ -1,1 +1,1 @@\n-one\n+1\n", "hunk 2): there is no line 1 for it"),
        (b"@@ -3,2 +3,2 @@\n three\n-four\n+4\n", "hunk 1): line 4 is not what the patch expects"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(hunk: bytes, problem: str) -> None:
    patch = b"--- a/f\n+++ b/f\n" + hunk
    with pytest.raises(Mismatch) as caught:
        apply_patches(parse_patch(patch), patch, lambda _: b"one\ntwo\nthree\n")
    assert problem in str(caught.value)


def test_a_patch_that_takes_for_ever_is_refused() -> None:
    patch = b"--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+a\n" * 1_000
    with pytest.raises(TooMuchPatched, match="10,000,000 lines"):
        apply_patches(parse_patch(patch), patch, lambda _: b"a\n" * 20_000)
