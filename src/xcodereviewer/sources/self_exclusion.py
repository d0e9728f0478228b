"""What a change does to leave itself out of its review, and how that is undone: nobody reviews himself green."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from xcodereviewer.domain.source import SourceFile
from xcodereviewer.sources.part import is_within
from xcodereviewer.sources.rejection import GENERATED, is_generated
from xcodereviewer.sources.walk import Walked

__all__ = ["brought_back", "new_mark"]


def new_mark(data: bytes, read_before: Callable[[], bytes | None]) -> str:
    """Return why a file is left out that now calls itself generated and did not before; else an empty string.

    `read_before` gives what it was before, None when it was not there.
    """
    if not is_generated(data):
        return ""
    before = read_before()
    return "" if before is not None and is_generated(before) else GENERATED


def brought_back(now: Walked, then: Walked, marks: Mapping[str, str]) -> Walked:
    """Return what a walk found, with what only the ignore files of now leave out; `marks` are by path.

    Args:
        now: a walk by the ignore files that are there.
        then: a walk by those that were there before.
        marks: other self-exclusions.
    """
    here = {file.path for file in now.files}
    reasons = {skip.path: skip.reason for skip in now.skipped}
    back = [
        replace(file, self_exclusion=next((reasons[place] for place in _places(file.path) if place in reasons), ""))
        for file in then.files
        if file.path not in here
    ]
    opened = {place for file in back for place in _places(file.path)} & reasons.keys()
    inner = [skip for skip in then.skipped if any(is_within(skip.path, place) for place in opened)]
    kept = [skip for skip in now.skipped if skip.path not in opened]
    files = [*(_marked(file, marks) for file in now.files), *back]
    return Walked(
        files=sorted(files, key=lambda file: file.path),
        skipped=sorted([*kept, *inner], key=lambda skip: skip.path),
        names={**now.names, **then.names},
        folders=tuple(dict.fromkeys((*now.folders, *then.folders))),
    )


def _marked(file: SourceFile, marks: Mapping[str, str]) -> SourceFile:
    return replace(file, self_exclusion=marks[file.path]) if file.path in marks else file


def _places(path: str) -> Iterator[str]:
    """Yield a path and all folders that it is in."""
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield f"{path}/"
