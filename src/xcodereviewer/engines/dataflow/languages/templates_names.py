"""Which file the name of a template means."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Generic, TypeVar

__all__ = ["TemplateNames"]

_File = TypeVar("_File")
_ROOTS = frozenset(("templates", "template", "jinja2", "views"))


class TemplateNames(Generic[_File]):
    """The templates of a program by every ending of their paths.

    A name means the file whose path ends so: rather one directly below a folder that is called as folders of
    templates are, then the one that shares most of its path with the file that names it, as each application of a
    Django project has its own folder. Express lets a name go without its ending.
    """

    def __init__(self, files: Iterable[tuple[str, _File]]) -> None:
        self._by_name: dict[str, list[tuple[tuple[str, ...], _File]]] = {}
        for path, file in files:
            parts = PurePosixPath(path).parts
            bare = (*parts[:-1], parts[-1].partition(".")[0])
            self._by_name.setdefault(parts[-1], []).append((parts, file))
            self._by_name.setdefault(bare[-1], []).append((bare, file))

    def find(self, name: str, named_in: str) -> _File | None:
        """Return the template that `name` means in the file `named_in`; None when it is none of the program's."""
        name = name.rpartition(":")[2]  # `package:templates/page.html`
        if name.startswith(("./", "../")):
            name = normpath(str(PurePosixPath(named_in).parent / name))
        wanted = PurePosixPath(name.lstrip("/")).parts
        own = PurePosixPath(named_in).parts
        best, best_score = None, (False, -1, 0)
        for parts, file in self._by_name.get(wanted[-1] if wanted else "", ()):
            if parts[-len(wanted) :] != wanted:
                continue
            above = parts[: -len(wanted)]
            score = (not above or above[-1] in _ROOTS, _shared(parts, own), -len(parts))
            if score > best_score:
                best, best_score = file, score
        return best


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
