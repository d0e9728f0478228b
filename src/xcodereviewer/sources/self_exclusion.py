"""What a change does to leave itself out of its review, and how that is undone: nobody reviews himself green."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from xcodereviewer.domain.source import SourceFile
from xcodereviewer.sources.classify import is_code_by_name
from xcodereviewer.sources.part import is_within
from xcodereviewer.sources.rejection import reject_as_data, reject_by_content, reject_by_path
from xcodereviewer.sources.walk import Walked

__all__ = ["brought_back", "has_arrived", "new_mark"]


def new_mark(path: str, data: bytes, *, old: str, read_before: Callable[[], bytes | None]) -> str:
    """Return why code is left out now by what it is called, says or looks like, and was not before; else nothing.

    `old` is where it was before, and `read_before` gives what it was, None when it was not there.
    """
    if not is_code_by_name(path) or reject_as_data(path, data) is not None:
        return ""
    reason = reject_by_content(path, data)
    if reason is None:
        return ""
    before = read_before()
    return "" if before is not None and reject_by_content(old, before) is not None else reason


def has_arrived(path: str, old: str | None, *, was_there: Callable[[str], bool]) -> bool:
    """Return whether a change puts a file where it is: from a place that was reviewed, or new.

    What is new in a folder of third-party or derived code that was there before has not: there it is expected.

    Args:
        path: where it is.
        old: where it was before, None when it was nowhere.
        was_there: tells of a folder (its path ends with `/`) whether it held anything before.
    """
    if old is not None:
        return old != path and _place_left_out(old) is None
    place = _place_left_out(path)
    return place is None or place[-1] != "/" or not was_there(place)


def _place_left_out(path: str) -> str | None:
    """Return the folder for whose name a file is left out, or the file itself."""
    places = sorted(_places(path), key=len)
    return next((place for place in places if place == "vendor/" or reject_by_path(place) is not None), None)


def brought_back(now: Walked, then: Walked, hidden: Mapping[str, SourceFile]) -> Walked:
    """Return what a walk found, with what only the ignore files of now leave out, and what else is `hidden` (by path).

    Args:
        now: a walk by the ignore files that are there.
        then: a walk by those that were there before.
        hidden: files with other self-exclusions.
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
    kept = [skip for skip in now.skipped if skip.path not in opened and skip.path not in hidden]
    walked = here | {file.path for file in back}
    arrived = [file for path, file in hidden.items() if path not in walked]
    files = [*(hidden.get(file.path, file) for file in now.files), *back, *arrived]
    return Walked(
        files=sorted(files, key=lambda file: file.path),
        skipped=sorted([*kept, *inner], key=lambda skip: skip.path),
        names={**now.names, **then.names},
        folders=tuple(dict.fromkeys((*now.folders, *then.folders))),
    )


def _places(path: str) -> Iterator[str]:
    """Yield a path and all folders that it is in."""
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield f"{path}/"
