"""Unified diffs in all their shapes."""

import pytest

from xcodereviewer.sources.patch_format import BrokenPatch, hunk_lines, parse_patch

HUNK = b"@@ -1 +1 @@\n-a\n+b\n"


def names(patch: bytes) -> list[tuple[bytes | None, bytes | None]]:
    return [(file.old, file.new) for file in parse_patch(patch)]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"diff --git a/x.py b/x.py\n--- a/x.py\n+++ b/x.py\n", (b"x.py", b"x.py")),
        (b"diff --git i/x.py w/x.py\n--- i/x.py\n+++ w/x.py\n", (b"x.py", b"x.py")),
        (b"diff --git a/x.py a/x.py\n--- a/x.py\n+++ a/x.py\n", (b"a/x.py", b"a/x.py")),
        (b"diff --git a/a b/c.py b/a b/c.py\n--- a/a b/c.py\t\n+++ b/a b/c.py\t\n", (b"a b/c.py", b"a b/c.py")),
        (b'diff --git "a/\\303\\251\\t.py" "b/\\303\\251\\t.py"\n--- "a"\n+++ "b"\n', (b"\xc3\xa9\t.py",) * 2),
        (b"diff --git a/x b/y\nsimilarity index 90%\nrename from x\nrename to y\n--- a/x\n+++ b/y\n", (b"x", b"y")),
        (b"diff --git a/x.py b/x.py\nnew file mode 100644\n--- /dev/null\n+++ b/x.py\n", (None, b"x.py")),
        (b"diff --git a/x.py b/x.py\ndeleted file mode 100644\n--- a/x.py\n+++ /dev/null\n", (b"x.py", None)),
        (b"diff --git a/x.py b/x.py\r\n--- a/x.py\r\n+++ b/x.py\r\n", (b"x.py", b"x.py")),
        (b"--- a/x.py\n+++ b/x.py\n", (b"x.py", b"x.py")),
        (b"--- x.py.orig\t2026-01-01 00:00:00\n+++ x.py\t2026-01-01 00:00:01\n", (b"x.py", b"x.py")),
        (b"--- old/in/x.py\n+++ new/in/x.py\n", (b"in/x.py", b"in/x.py")),
        (b"--- /dev/null\n+++ b/x.py\n", (None, b"x.py")),
        (b"--- a/x.py\n+++ /dev/null\n", (b"x.py", None)),
    ],
)
def test_names_are_read_as_they_are_meant(header: bytes, expected: tuple[bytes | None, bytes | None]) -> None:
    assert names(header + HUNK) == [expected]


def test_a_hunk_may_hold_lines_that_look_like_headers() -> None:
    patch = b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-diff --git a/z b/z\n+++ b/y\n+@@ -1 +1 @@\n"
    assert names(patch) == [(b"x", b"x")]
    hunk = parse_patch(patch)[0].hunks[0]
    assert list(hunk_lines(patch, hunk)) == [
        (b"-", b"-- a/y\n"),
        (b"-", b"diff --git a/z b/z\n"),
        (b"+", b"++ b/y\n"),
        (b"+", b"@@ -1 +1 @@\n"),
    ]


def test_a_missing_newline_at_the_end_belongs_to_the_line_before() -> None:
    patch = b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    assert list(hunk_lines(patch, parse_patch(patch)[0].hunks[0])) == [(b"-", b"a"), (b"+", b"b")]


def test_modes_binaries_and_prose_are_told_apart() -> None:
    patch = (
        b"From 1234 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] --- a\n---\n x | 2 +-\n\n"
        b"diff --git a/m b/m\nold mode 100644\nnew mode 100755\n"
        b"diff --git a/b.png b/b.png\nindex 1..2 100644\nBinary files a/b.png and b/b.png differ\n"
        b"diff --git a/c.png b/c.png\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZ\n\nliteral 3\nKcmY\n\n"
        b"diff --git a/s b/s\nindex 1..2 160000\n--- a/s\n+++ b/s\n"
        b"@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n"
        b"-- \n2.39.5\n"
    )
    assert [(file.new, file.is_binary, sorted(file.modes), len(file.hunks)) for file in parse_patch(patch)] == [
        (b"m", False, ["100644", "100755"], 0),
        (b"b.png", True, ["100644"], 0),
        (b"c.png", True, ["100644"], 0),
        (b"s", False, ["160000"], 1),
    ]


@pytest.mark.parametrize(
    ("patch", "line", "problem"),
    [
        (b"--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n", 5, "it ends within a hunk"),
        (b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\ndiff\n", 5, "a hunk has fewer lines than it announces"),
        (b"--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-a\n-b\n", 5, "a hunk has more lines than it announces"),
        (b"--- a/x\n+++ b/x\n@@ -99999999999999999999 +1 @@\n-a\n", 3, "a hunk begins with numbers that make no sense"),
        (b"--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n--a\n", 3, "a hunk begins with numbers that make no sense"),
        (b"diff --cc x\n", 1, "it is a merge's diff"),
        (b"diff --git x\n", 1, "the names of the file are not clear"),
    ],
)
def test_a_damaged_patch_is_refused_with_its_line(patch: bytes, line: int, problem: str) -> None:
    with pytest.raises(BrokenPatch) as caught:
        parse_patch(patch)
    assert f"at its line {line}: {problem}" in str(caught.value)
