from xcodereviewer.evaluation.labels import Label
from xcodereviewer.evaluation.marks import read_marks


def read(text: str) -> list[tuple[str, str, bool]]:
    labels = read_marks([("app.py", text)], name="corpus", paths=["corpus/app.py"]).labels
    return [(label.case, label.category, label.is_real) for label in labels]


def test_expected_weakness_is_a_label_of_its_line() -> None:
    text = "a = 1\nrun(query)  # expect: CWE-89, CWE-564\n"
    assert read_marks([("app.py", text)], name="corpus", paths=["corpus/app.py"]).labels == (
        Label(
            case="app.py:2",
            category="CWE-89",
            is_real=True,
            paths=frozenset({"corpus/app.py"}),
            lines=(2, 2),
            cwes=frozenset({89, 564}),
        ),
    )


def test_mark_alone_on_its_line_speaks_of_the_next_in_any_language() -> None:
    text = "// expect: cwe-79\nout.print(name);\nsafe(name); /* expect: no CWE-79 */\n"
    assert read(text) == [("app.py:2", "CWE-79", True), ("app.py:3", "CWE-79", False)]


def test_marks_of_rules_say_what_is_there_and_not_what_is_found() -> None:
    rule = "python.security.eval"
    text = "".join(f"call()  # {mark}: {rule}\n" for mark in ("finds", "ok", "missing", "spurious"))
    assert [(case, real) for case, _, real in read(text)] == [
        ("app.py:1", True),
        ("app.py:2", False),
        ("app.py:3", True),
        ("app.py:4", False),
    ]


def test_file_without_a_mark_has_no_label() -> None:
    assert read("# what to expect: nothing\n") == []
