import json

import pytest

from xcodereviewer.evaluation.label_file import read_label_file
from xcodereviewer.evaluation.labels import Complete, Label, UnreadableLabels

ENTRY = {"file": "app/views.py", "lines": [10, 14], "cwe": [89, 564], "real": True, "note": "the name reaches it"}


def test_entry_is_a_label_of_a_file_of_the_tree() -> None:
    read = read_label_file(
        json.dumps({"complete": "files", "labels": [ENTRY, {"file": "gone.py", "rules": ["a.b.c"], "real": False}]}),
        name="labels.json",
        paths=["corpus/app/views.py"],
    )
    assert (read.complete, read.absent) == (Complete.FILES, ("gone.py",))
    assert read.labels == (
        Label(
            case="app/views.py:10",
            category="CWE-89",
            is_real=True,
            paths=frozenset({"corpus/app/views.py"}),
            lines=(10, 14),
            cwes=frozenset({89, 564}),
            note="the name reaches it",
        ),
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "it is no JSON (Input data was truncated)"),
        ("{}", "the file lacks `labels`; add it"),
        ('{"labels": [{"file": "a.py", "real": true}]}', "`labels[0]` names no weakness; give it `cwe` or `rules`"),
        ('{"labels": [{"file": "a.py", "reel": true}]}', "`labels[0]` has an unknown key `reel`; did you mean `real`?"),
        (
            '{"labels": [{"file": "a.py", "real": true, "cwe": [1], "lines": [3, 2]}]}',
            "`labels[0].lines` is no `[first, last]`",
        ),
    ],
)
def test_what_is_not_right_is_told_with_its_place(content: str, told: str) -> None:
    with pytest.raises(UnreadableLabels) as raised:
        read_label_file(content, name="labels.json", paths=["a.py"])
    assert str(raised.value).startswith(f"The labels labels.json cannot be read: {told}.")
