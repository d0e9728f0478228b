"""What somebody says is in a corpus: the weaknesses that are there, and the traps that only look like one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath

from xcodereviewer.core.errors import InputError

__all__ = ["Complete", "Label", "Labels", "UnreadableLabels", "find_files"]


class UnreadableLabels(InputError):
    """Labels that are not in the form that they must have."""

    def __init__(self, name: str, reason: str, *, line: int = 0) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(f"The labels {place} cannot be read: {reason}. docs/evaluation.md says how labels look.")


class Complete(StrEnum):
    """What of a corpus is labelled wholly, so that a finding without a label is a false alarm there."""

    NOTHING = "nothing"
    FILES = "files"  # a file that labels a weakness labels each place of it
    TREE = "tree"  # no weakness is in the corpus but those that are labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One case of a corpus: a weakness that is there (`is_real`), or code that must not be reported as one.

    A finding is about it in one of its `paths`, on its lines (the whole file when `lines` is None; the last line is
    included), by an accepted CWE or rule. Without paths the corpus under review does not have the case.
    """

    case: str
    category: str
    is_real: bool
    paths: frozenset[str]
    lines: tuple[int, int] | None = None
    cwes: frozenset[int] = frozenset()
    rules: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """All labels of a corpus, as far as its files are under review, in the order they are written in.

    `absent` are the names of cases whose file is not.
    """

    labels: tuple[Label, ...]
    absent: tuple[str, ...] = ()
    complete: Complete = Complete.NOTHING

    @classmethod
    def of(cls, labels: Iterable[Label], *, name: str, complete: Complete = Complete.NOTHING) -> "Labels":
        """Tell labels that have a file from those that have none; `name` is the file that they stand in.

        Raises:
            UnreadableLabels: two have one name and category.
        """
        every = tuple(labels)
        twice = [key for key, count in Counter((label.case, label.category) for label in every).items() if count > 1]
        if twice:
            raise UnreadableLabels(name, f"the case {twice[0][0]} is there twice")
        return cls(
            labels=tuple(label for label in every if label.paths),
            absent=tuple(label.case for label in every if not label.paths),
            complete=complete,
        )

    def chosen(self, is_wanted: Callable[[str], bool]) -> "Labels":
        """Return the cases whose name is wanted; of what is left out, nothing is said."""
        return replace(
            self,
            labels=tuple(label for label in self.labels if is_wanted(label.case)),
            absent=tuple(case for case in self.absent if is_wanted(case)),
            complete=Complete.NOTHING if self.complete is Complete.NOTHING else Complete.FILES,
        )


def find_files(names: Collection[str], paths: Iterable[str]) -> Mapping[str, str]:
    """Return where in the reviewed tree the files are that labels name; what is not there is left out.

    Labels name files from the top of their corpus, which may be a folder of the tree: the folder is taken that has
    most of them, the topmost of equals.
    """
    by_name: Mapping[str, list[str]] = _by_file_name(paths)
    folders: Counter[str] = Counter()
    for name in names:
        for path in by_name.get(PurePosixPath(name).name, ()):
            if path == name or path.endswith(f"/{name}"):
                folders[path.removesuffix(name)] += 1
    if not folders:
        return {}
    top = min(folders, key=lambda folder: (-folders[folder], folder.count("/"), folder))
    known = {path for same in by_name.values() for path in same}
    return {name: f"{top}{name}" for name in names if f"{top}{name}" in known}


def _by_file_name(paths: Iterable[str]) -> Mapping[str, list[str]]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_name[PurePosixPath(path).name].append(path)
    return by_name
