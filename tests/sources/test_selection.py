import pytest

from xcodereviewer.sources.selection import DEFAULT_MAX_FILE_BYTES, BadGlob, Selection


@pytest.mark.parametrize(
    ("glob", "taken", "not_taken"),
    [
        ("*.py", ["a.py", "x/a.py"], ["a.pyc", "x/a.js", "py"]),
        ("src", ["src/", "src/a.py", "x/src/a.py"], ["srcs/a.py", "a/src.py"]),
        ("src/", ["src/a.py", "x/src/a.py"], ["x/src"]),
        ("/src", ["src/a.py"], ["x/src/a.py"]),
        ("src/*.py", ["src/a.py"], ["x/src/a.py", "src/x/a.py"]),
        ("src/**", ["src/a", "src/x/y"], ["src2/a"]),
        ("**/test_*.py", ["test_a.py", "x/y/test_a.py"], ["a_test.py"]),
        ("*.{js,ts{,x}}", ["a.js", "a.ts", "a.tsx"], ["a.jsx", "a.{js"]),
        ("a\\{b", ["a{b"], ["a"]),
        ("[{,}]", ["{", ",", "}"], ["a"]),
    ],
)
def test_glob_excludes_what_it_takes(glob: str, taken: list[str], not_taken: list[str]) -> None:
    selection = Selection(exclude=(glob,))
    assert [selection.left_out(path) for path in taken] == [f"excluded by --exclude {glob}"] * len(taken)
    assert [selection.left_out(path) for path in not_taken] == [None] * len(not_taken)


def test_include_takes_only_what_matches_and_enters_folders_on_the_way() -> None:
    selection = Selection(include=("src/**/*.py", "docs/api"))
    asked = [
        "src/",
        "src/x/",
        "docs/",
        "docs/api/",
        "tests/",
        "src/a.py",
        "src/x/a.py",
        "src/a.js",
        "docs/api/x.md",
        "a.py",
    ]
    left = "not matched by --include"
    assert [selection.left_out(path) for path in asked] == [None, None, None, None, left, None, None, left, None, left]


def test_include_by_name_enters_every_folder() -> None:
    selection = Selection(include=("*.py",))
    assert (selection.left_out("x/y/"), selection.left_out("x/y/a.py"), selection.left_out("x/b.js")) == (
        None,
        None,
        "not matched by --include",
    )


def test_exclude_beats_include() -> None:
    selection = Selection(include=("*.py",), exclude=("tests/",))
    assert selection.left_out("tests/a.py") == "excluded by --exclude tests/"


@pytest.mark.parametrize("glob", ["", "/", "!a", "[a", "a\\", "{a", "{a,b}" * 20])
def test_glob_that_can_never_match_is_refused(glob: str) -> None:
    with pytest.raises(BadGlob, match="is not a glob"):
        Selection(include=(glob,))


def test_size_limit_is_named() -> None:
    selection = Selection()
    assert selection.too_large(DEFAULT_MAX_FILE_BYTES) is None
    assert selection.too_large(200_000_000) == "too large: 200,000,000 bytes, the limit is 2,000,000"
