"""Labels as our own JSON file has them: docs/evaluation.md."""

from collections.abc import Iterable

import msgspec

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.evaluation.labels import Complete, Label, Labels, UnreadableLabels, find_files

__all__ = ["read_label_file"]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    """One label; `lines` is `[first, last]`, or nothing for the whole file."""

    file: str
    real: bool
    cwe: list[int] = []
    rules: list[str] = []
    lines: list[int] | None = None
    case: str = ""
    category: str = ""
    note: str = ""


class _LabelFile(msgspec.Struct, forbid_unknown_fields=True):
    labels: list[_Entry]
    complete: Complete = Complete.NOTHING


def read_label_file(text: str, *, name: str, paths: Iterable[str]) -> Labels:
    """Read a JSON file of labels.

    Raises:
        UnreadableLabels: it is none.
    """
    try:
        read = fit_json(text, _LabelFile)
    except Misfit as error:
        raise UnreadableLabels(name, error.reason) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableLabels(name, f"it is no JSON ({error})") from error
    places = find_files({entry.file for entry in read.labels}, paths)
    labels = (_label(entry, number, places.get(entry.file), name) for number, entry in enumerate(read.labels))
    return Labels.of(labels, name=name, complete=read.complete)


def _label(entry: _Entry, number: int, path: str | None, name: str) -> Label:
    if not entry.cwe and not entry.rules:
        raise UnreadableLabels(name, f"`labels[{number}]` names no weakness; give it `cwe` or `rules`")
    if entry.lines is not None and not (len(entry.lines) == 2 and 1 <= entry.lines[0] <= entry.lines[1]):
        raise UnreadableLabels(name, f"`labels[{number}].lines` is no `[first, last]`")
    lines = (entry.lines[0], entry.lines[1]) if entry.lines else None
    return Label(
        case=entry.case or (f"{entry.file}:{lines[0]}" if lines else entry.file),
        category=entry.category or (f"CWE-{entry.cwe[0]}" if entry.cwe else entry.rules[0]),
        is_real=entry.real,
        paths=frozenset({path} if path is not None else ()),
        lines=lines,
        cwes=frozenset(entry.cwe),
        rules=frozenset(entry.rules),
        note=entry.note,
    )
