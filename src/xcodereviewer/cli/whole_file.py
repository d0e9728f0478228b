"""Files that are written whole or not at all, and errors that name them."""
# xcr: ignore-file[write-outside-its-place] writes what the user names: reports, a baseline, a configuration, a rule

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

__all__ = ["new_file", "whole_file"]


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Write beside the place of a file, under a name that tells whose it is, and move it there when it is whole.

    What a process that is no more left of an earlier attempt (`kill -9`, a power cut) is removed.

    Raises:
        OSError: it cannot be written; `filename` is its path.
    """
    partial = path.with_name(f".{path.name}.xcr-{os.getpid()}.partial")
    with _told(path):
        _remove_stale(path)
        try:
            with partial.open("w", encoding="utf-8", newline="") as out:
                yield out
            partial.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                partial.unlink()
            raise


def new_file(path: Path, content: str) -> None:
    """Write a file where there is none, with the folders that lead to it; what fails leaves none of them.

    Raises:
        FileExistsError: there is one.
        OSError: it cannot be written; `filename` is its path.
    """
    made = [folder for folder in path.parents if not folder.exists()]
    with _told(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as out:
                out.write(content)
        except FileExistsError:
            raise
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            with contextlib.suppress(OSError):
                for folder in made:
                    folder.rmdir()
            raise


def _remove_stale(path: Path) -> None:
    name = re.compile(rf"\.{re.escape(path.name)}\.xcr-(\d{{1,9}})\.partial")
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            found = name.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and not _is_alive(int(found[1])):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is another user's
        return True
    return True


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:  # a write that fails names no file
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
