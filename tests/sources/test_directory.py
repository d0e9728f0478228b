import os
import shutil
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.held_folder import stamp_of
from xcodereviewer.sources.part import MissingPath, NotReviewable, UnreadablePath
from xcodereviewer.sources.selection import Selection

ALL = Selection()


def write(root: Path, *names: str, content: str = "x") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)


def files(path: Path, selection: Selection = ALL) -> list[str]:
    with open_directory(path, selection=selection) as tree:
        return [file.path for file in tree.files]


def skipped(path: Path, selection: Selection = ALL) -> dict[str, str]:
    with open_directory(path, selection=selection) as tree:
        assert list(tree.skipped) == sorted(tree.skipped, key=lambda skip: skip.path)
        return {skip.path: skip.reason for skip in tree.skipped}


def test_files_come_sorted_with_size_and_stamp(tmp_path: Path) -> None:
    write(tmp_path, "b.py", "a/z.py", "a.py", "a-b/c.py")
    with open_directory(tmp_path, selection=ALL) as tree:
        assert list(tree.files) == [
            SourceFile(path=name, size=1, stamp=stamp_of((tmp_path / name).lstat()))
            for name in ("a-b/c.py", "a.py", "a/z.py", "b.py")
        ]
        assert (tree.changes, list(tree.skipped)) == (None, [])


def test_contents_are_read_while_the_tree_is_open(tmp_path: Path) -> None:
    write(tmp_path, "a/b.py", content="one")
    write(tmp_path, "c.py", content="two")
    with open_directory(tmp_path, selection=ALL) as tree:
        assert [(file.path, data) for file, data in tree.texts()] == [("a/b.py", b"one"), ("c.py", b"two")]
        assert tree.read("a/b.py") == b"one"
    with pytest.raises(OSError, match="closed"):
        tree.read("a/b.py")


def test_only_files_of_the_tree_can_be_read(tmp_path: Path) -> None:
    write(tmp_path, "root/a.py", "root/.git/config", "root/secret.env", "outside")
    write(tmp_path, "root/.xcrignore", content="*.env")
    with open_directory(tmp_path / "root", selection=ALL) as tree:
        for path in ("../outside", ".git/config", "secret.env", "a.py/", "", "none"):
            with pytest.raises(FileNotFoundError):
                tree.read(path)


def test_file_that_grew_over_the_limit_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    with open_directory(tmp_path, selection=Selection(max_file_bytes=10)) as tree:
        write(tmp_path, "a.py", content="x" * 11)
        with pytest.raises(OSError, match="too large"):
            tree.read("a.py")


def test_what_is_left_out_is_listed_with_its_reason(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.py",
        "logo.png",
        "node_modules/x/y.js",
        "big.py",
        "gen/x.py",
        "not.js",
        "env/pyvenv.cfg",
        "env/a.py",
    )
    write(tmp_path, "big.py", content="x" * 30)
    write(tmp_path, ".gitignore", content="gen/\n")
    selection = Selection(exclude=("*.js",), max_file_bytes=20)
    assert skipped(tmp_path, selection) == {
        "big.py": "too large: 30 bytes, the limit is 20",
        "env/": "a virtual environment",
        "gen/": "ignored by .gitignore",
        "logo.png": "an image",
        "node_modules/": "installed packages",
        "not.js": "excluded by --exclude *.js",
    }
    assert files(tmp_path, selection) == [".gitignore", "a.py"]


def test_links_pipes_and_sockets_are_listed_and_never_followed(tmp_path: Path) -> None:
    write(tmp_path, "root/a.py", "outside/b.py")
    root = tmp_path / "root"
    (root / "file").symlink_to(tmp_path / "outside" / "b.py")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to(root)
    (root / "nowhere").symlink_to("none")
    (root / ".gitignore").symlink_to(tmp_path / "outside" / "b.py")
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(root / "socket"))
        link = "a symbolic link, never followed or opened"
        assert skipped(root) == {
            ".gitignore": link,
            "file": link,
            "folder": link,
            "loop": link,
            "nowhere": link,
            "pipe": "a FIFO, never followed or opened",
            "socket": "a socket, never followed or opened",
        }
    assert files(root) == ["a.py"]


def test_names_of_any_bytes_survive(tmp_path: Path) -> None:
    names = [b"new\nline.py", b"tab\t.py", b"\x1b[31m.py", b"caf\xe9.py", "é.py".encode(), b"back\\slash.py", b" .py"]
    (tmp_path / os.fsdecode(b"d\xff")).mkdir()
    for name in [*names, b"d\xff/x.py"]:
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    with open_directory(tmp_path, selection=ALL) as tree:
        assert {file.path: data for file, data in tree.texts()} == {
            "new\nline.py": names[0],
            "tab\t.py": names[1],
            "\x1b[31m.py": names[2],
            "caf\\xe9.py": names[3],
            "é.py": names[4],
            "back\\slash.py": names[5],
            " .py": names[6],
            "d\\xff/x.py": b"d\xff/x.py",
        }


def test_two_names_that_are_written_alike_are_not_mixed_up(tmp_path: Path) -> None:
    for name in (b"a\xff.py", b"a\\xff.py"):
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    with open_directory(tmp_path, selection=ALL) as tree:
        assert [(file.path, data) for file, data in tree.texts()] == [("a\\xff.py", b"a\\xff.py")]
        reason = "two names on disk are written like this"
        assert list(tree.skipped) == [Skipped(path="a\\xff.py", reason=reason, is_failure=True)]


def test_too_deep_nesting_is_a_gap(tmp_path: Path) -> None:
    fd = os.open(tmp_path, os.O_RDONLY)
    for _ in range(3_000):  # a path of it is longer than the system takes
        os.mkdir("d", dir_fd=fd)
        below = os.open("d", os.O_RDONLY, dir_fd=fd)
        os.close(fd)
        fd = below
    os.close(fd)
    with open_directory(tmp_path, selection=ALL) as tree:
        reason = "nested more than 256 folders deep"
        assert list(tree.skipped) == [Skipped(path="d/" * 257, reason=reason, is_failure=True)]
    remove_deep(tmp_path / "d")


def remove_deep(folder: Path) -> None:
    """Remove a chain of folders that is too deep for `shutil.rmtree`."""
    while True:
        inner = folder / "d"
        if not inner.exists():
            folder.rmdir()
            return
        inner.rename(folder.parent / "e")
        folder.rmdir()
        (folder.parent / "e").rename(folder)


@pytest.fixture
def as_nobody(tmp_path: Path) -> Iterator[Path]:
    """A folder of a user who may not read everything; tests often run as one who may."""
    folder = Path("/tmp") / f"xcr-{os.getpid()}-{tmp_path.name}"  # pytest's own are closed to others
    folder.mkdir(mode=0o755)
    write(folder, "closed/a.py", "closed.py", "open.py")
    (folder / "closed").chmod(0)
    (folder / "closed.py").chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    yield folder
    os.seteuid(user)
    (folder / "closed").chmod(0o755)
    shutil.rmtree(folder)


def test_what_may_not_be_read_is_a_gap(as_nobody: Path) -> None:
    with open_directory(as_nobody, selection=ALL) as tree:
        assert list(tree.skipped) == [
            Skipped(path="closed/", reason="cannot be read: Permission denied", is_failure=True)
        ]
        assert tree.read("open.py") == b"x"
        with pytest.raises(PermissionError):
            tree.read("closed.py")
    with pytest.raises(UnreadablePath, match=r"closed' cannot be opened \(Permission denied\)"):
        files(as_nobody / "closed")


def test_named_file_is_alone_and_reviewed_even_when_ignored(tmp_path: Path) -> None:
    write(tmp_path, "a.min.js", "b.js", content="text")
    write(tmp_path, ".gitignore", content="*\n")
    with open_directory(tmp_path / "a.min.js", selection=Selection(exclude=("*.js",))) as tree:
        assert [(file.path, file.size, data) for file, data in tree.texts()] == [("a.min.js", 4, b"text")]
        assert (tree.target, list(tree.skipped)) == (Target(kind="directory", name="a.min.js"), [])


def test_named_file_over_the_limit_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.py", content="x" * 11)
    with open_directory(tmp_path / "a.py", selection=Selection(max_file_bytes=10)) as tree:
        reason = "too large: 11 bytes, the limit is 10"
        assert (list(tree.files), list(tree.skipped)) == ([], [Skipped(path="a.py", reason=reason, is_limit=True)])


def test_link_that_is_named_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "real/a.py")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "link.py").symlink_to("real/a.py")
    assert (files(tmp_path / "link"), files(tmp_path / "link.py")) == (["a.py"], ["a.py"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (".", "home"),
        ("src", "src"),
        ("./src/x/", "src/x"),
        ("../home", "home"),
        ("src/..", "home"),
        ("src/x/a.py", "src/x/a.py"),
    ],
)
def test_target_is_named_without_a_path_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, name: str
) -> None:
    write(tmp_path, "home/src/x/a.py")
    monkeypatch.chdir(tmp_path / "home")
    for path in (Path(written), Path(written).absolute()):
        with open_directory(path, selection=ALL) as tree:
            assert str(tmp_path) not in tree.target.name
            if not path.is_absolute():
                assert tree.target == Target(kind="directory", name=name)


def test_missing_path_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    for path in (tmp_path / "none", tmp_path / "a.py" / "b", Path("nul\0")):
        with pytest.raises(MissingPath, match=r"There is no file or folder .* Check the spelling"):
            files(path)


def test_pipe_device_or_loop_is_not_reviewed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(NotReviewable, match="is a FIFO, not a file or folder"):
        files(tmp_path / "pipe")
    with pytest.raises(NotReviewable, match="is a device"):
        files(Path("/dev/null"))
    with pytest.raises(UnreadablePath, match="symbolic links"):
        files(tmp_path / "loop")


def test_empty_folder_gives_an_empty_tree(tmp_path: Path) -> None:
    with open_directory(tmp_path, selection=ALL) as tree:
        assert (list(tree.files), list(tree.skipped), list(tree.texts())) == ([], [], [])


def test_reviewing_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a/b.py")
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert files(tmp_path) == ["a/b.py"]
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert stat.S_ISDIR((tmp_path / "a").lstat().st_mode)
