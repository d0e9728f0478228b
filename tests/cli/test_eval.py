import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git, Xcr

CORPUS = {
    "Test1.py": "import hashlib\nhashlib.md5(b'')\n",
    "Test2.py": "import hashlib\nhashlib.sha256(b'')\n",
    "Test3.py": "import os\nos.system('rm ' + input())\n",
    "Test4.py": "import hashlib\nname = 'md' + '5'\nhashlib.sha512(b'')\n",
}
EXPECTED = """\
# test name, category, real vulnerability, cwe
Test1,hash,true,328
Test2,hash,false,328
Test3,cmdi,true,78
Test4,hash,true,328
"""


@pytest.fixture
def corpus(xcr: Xcr) -> Xcr:
    """A corpus with an expected-results file in `corpus`."""
    Path("corpus").mkdir()
    for name, text in CORPUS.items():
        Path("corpus", name).write_text(text)
    Path("expected.csv").write_text(EXPECTED)
    return xcr


def test_review_is_scored_by_expected_results(corpus: Xcr) -> None:
    done = corpus("eval", "expected.csv", "corpus", "--engines", "patterns")
    assert done.code == 0
    assert [line.split()[:6] for line in done.out.splitlines()[:4]] == [
        ["category", "cases", "TP", "FP", "FN", "TN"],
        ["cmdi", "1", "1", "0", "0", "0"],
        ["hash", "3", "1", "0", "1", "1"],
        ["micro", "4", "2", "0", "1", "1"],
    ]


def test_misses_and_false_alarms_are_listed(corpus: Xcr) -> None:
    Path("expected.csv").write_text(EXPECTED.replace("Test1,hash,true", "Test1,hash,false"))
    done = corpus("eval", "expected.csv", "corpus", "--engines", "patterns", "--list", "misses", "--list", "false")
    assert [line.split()[:4] for line in done.out.splitlines()[-2:]] == [
        ["FP", "hash", "Test1", "Test1.py:2:1"],
        ["FN", "hash", "Test4", "Test4.py"],
    ]


def test_report_is_scored_instead_of_a_review(corpus: Xcr) -> None:
    corpus("review", "corpus", "--quiet", "--engines", "patterns", "-o", "json=result.json")
    assert corpus("eval", "expected.csv", "--findings", "result.json").out.splitlines()[3].split()[:3] == [
        "micro",
        "4",
        "2",
    ]


def test_report_of_an_interrupted_review_is_not_scored(corpus: Xcr) -> None:
    corpus("review", "corpus", "--quiet", "--engines", "patterns", "-o", "json=result.json")
    Path("result.json").write_text(json.dumps(json.loads(Path("result.json").read_text()) | {"is_partial": True}))
    done = corpus("eval", "expected.csv", "--findings", "result.json")
    assert (done.code, "was interrupted" in done.err) == (2, True)


def test_list_of_names_chooses_cases(corpus: Xcr) -> None:
    corpus("review", "corpus", "--quiet", "--engines", "patterns", "-o", "json=result.json")
    Path("dev.txt").write_text("# development\nTest1\nTest2\n")
    call = ("eval", "expected.csv", "--findings", "result.json", "--format", "json")
    names = [
        [case["case"] for case in json.loads(corpus(*call, option, "dev.txt").out)["cases"]]
        for option in ("--only", "--except")
    ]
    assert names == [["Test1", "Test2"], ["Test3", "Test4"]]


def test_findings_below_a_threshold_do_not_count(corpus: Xcr) -> None:
    done = corpus("eval", "expected.csv", "corpus", "--engines", "patterns", "--severity", "critical")
    assert done.out.splitlines()[3].split()[:3] == ["micro", "4", "0"]


def test_markdown_is_a_table(corpus: Xcr) -> None:
    done = corpus("eval", "expected.csv", "corpus", "--engines", "patterns", "--format", "markdown")
    assert done.out.splitlines()[:2] == [
        "| category | cases | TP | FP | FN | TN | precision | recall | F1 | F2 | Youden | 95 % |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]


def test_run_is_compared_with_a_review_or_an_evaluation(corpus: Xcr) -> None:
    corpus("review", "corpus", "--quiet", "--engines", "patterns", "-o", "json=result.json")
    before = corpus("eval", "expected.csv", "--findings", "result.json", "--severity", "critical", "--format", "json")
    Path("before.json").write_text(before.out)
    call = ("eval", "expected.csv", "--findings", "result.json", "--against")
    assert corpus(*call, "before.json").out.splitlines()[-1] == (
        "Of 4 cases in both runs 2 are right only now and 0 were right only before (McNemar, exact: p = 0.5)."
    )
    assert "0 are right only now and 0" in corpus(*call, "result.json").out


def test_run_that_is_worse_ends_with_one(xcr: Xcr) -> None:
    Path("corpus").mkdir()
    for number in range(6):
        Path("corpus", f"Test{number}.py").write_text(CORPUS["Test1.py"])
    Path("expected.csv").write_text("".join(f"Test{number},hash,true,328\n" for number in range(6)))
    xcr("review", "corpus", "--quiet", "--engines", "patterns", "-o", "json=result.json")
    call = ("eval", "expected.csv", "--findings", "result.json", "--against", "result.json")
    assert [xcr(*call).code, xcr("eval", "expected.csv", "corpus", "--engines", "secrets", *call[4:]).code] == [0, 1]


def test_case_whose_file_is_not_reviewed_is_left_out_and_told(corpus: Xcr) -> None:
    Path("corpus", "Test1.py").unlink()
    done = corpus("eval", "expected.csv", "corpus", "--engines", "patterns")
    assert done.out.splitlines()[-1] == "1 cases were left out: their files are not in the review."


def test_labels_that_are_not_right_are_told_before_the_review(corpus: Xcr) -> None:
    Path("bad.csv").write_text("Test1\n")
    assert corpus("eval", "bad.csv", "no-such-folder").err.startswith("xcr: The labels bad.csv:1 cannot be read")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gone.csv", "corpus"), "gone.csv cannot be read: No such file or directory."),
        (("expected.csv", "--findings", "gone.json"), "gone.json cannot be read: No such file or directory."),
        (("bad.csv", "corpus"), "The labels bad.csv:1 cannot be read: a row must have a test name"),
        (("empty.csv", "corpus"), "Nothing can be scored by empty.csv: it has no case that is asked for."),
    ],
)
def test_what_cannot_be_scored_is_one_line(corpus: Xcr, arguments: tuple[str, ...], told: str) -> None:
    Path("bad.csv").write_text("Test1\n")
    Path("empty.csv").write_text("# nothing\n")
    done = corpus("eval", *arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert done.err.startswith(f"xcr: {told}")


def test_labels_of_a_json_file_are_found_in_the_target(corpus: Xcr) -> None:
    labels = [{"file": name, "cwe": [328], "real": True, "lines": [2, 2]} for name in ("Test1.py", "Test2.py")]
    Path("labels.json").write_text(json.dumps({"labels": labels}))
    done = corpus("eval", "labels.json", "corpus", "--engines", "patterns", "--list", "misses")
    assert done.out.splitlines()[1].split()[:6] == ["CWE-328", "2", "1", "0", "1", "0"]
    assert done.out.splitlines()[-1] == "FN  CWE-328  Test2.py:2  Test2.py:2"


def test_marked_code_is_reviewed_and_scored_by_its_marks(xcr: Xcr) -> None:
    Path("marked").mkdir()
    text = (
        "import hashlib\nhashlib.md5(b'')  # expect: CWE-327\n"
        "hashlib.sha1(b'')\nhashlib.sha256(b'')  # expect: no CWE-327\n"
    )
    Path("marked", "digest.py").write_text(text)
    done = xcr("eval", "marked", "--engines", "patterns", "--list", "false")
    assert done.out.splitlines()[1].split()[:6] == ["CWE-327", "3", "1", "1", "0", "1"]
    assert done.out.splitlines()[-1].split()[2:] == [
        "digest.py:3",
        "digest.py:3:1",
        "python.security.weak-hash",
        "(not",
        "labelled)",
    ]


def test_ecosystem_tells_what_a_change_adds_and_takes_away(corpus: Xcr) -> None:
    Path("projects.txt").write_text("corpus  # the only one\n")
    call = ("eval", "--ecosystem", "projects.txt", "--engines", "patterns", "--reports")
    assert (corpus(*call, "before").code, Path("before/corpus.json").is_file()) == (0, True)
    Path("corpus", "Test1.py").write_text("import hashlib\nhashlib.sha256(b'')\n")
    done = corpus(*call, "after", "--against", "before")
    assert [line.split()[:3] for line in done.out.splitlines()] == [
        ["rule", "added", "removed"],
        ["python.security.weak-hash", "0", "1"],
        [],
        ["project", "added", "removed"],
        ["corpus", "0", "1"],
        ["all", "0", "1"],
    ]


def test_ecosystem_lists_what_came_and_went_one_by_one(corpus: Xcr) -> None:
    Path("projects.txt").write_text("corpus\n")
    call = ("eval", "--ecosystem", "projects.txt", "--engines", "patterns", "--reports")
    first = corpus(*call, "before")
    assert first.err.startswith("corpus: 2 findings in 9 lines")
    Path("corpus", "Test1.py").write_text("import hashlib\nhashlib.sha256(b'')\neval(input())\n")
    lists = ("--list", "added", "--list", "removed")
    shown = corpus(*call, "after", "--against", "before", *lists).out.splitlines()
    assert [line.partition(":")[0] for line in shown if line[:1] in "+-" and line[1:2] == " "] == [
        "+ high      corpus/Test1.py",
        "- low       corpus/Test1.py",
    ]
    told = json.loads(corpus(*call, "after", "--against", "before", "--format", "json", "--severity", "high").out)
    assert [(one["change"], one["location"]) for one in told["findings"]] == [("added", "Test1.py:3:1")]


def test_project_is_reviewed_at_its_commit(corpus: Xcr, git: Git) -> None:
    git("init", "-q", "corpus")
    git("-C", "corpus", "add", ".")
    git("-C", "corpus", "commit", "-q", "-m", "first")
    Path("projects.txt").write_text(f"corpus {git('-C', 'corpus', 'rev-parse', 'HEAD')}\n")
    Path("corpus", "Test1.py").unlink()
    corpus("eval", "--ecosystem", "projects.txt", "--engines", "patterns", "--reports", "now")
    assert "Test1.py" in {file["path"] for file in json.loads(Path("now/corpus.json").read_text())["coverage"]["files"]}


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("gone\n", "line 1 is no folder that is there"),
        ("corpus\ncorpus\n", "two folders have one name"),
        ("\n", "it names no project"),
    ],
)
def test_list_of_projects_that_is_not_right_is_one_line(corpus: Xcr, listed: str, told: str) -> None:
    Path("projects.txt").write_text(listed)
    done = corpus("eval", "--ecosystem", "projects.txt", "--reports", "now")
    assert (done.code, done.err.startswith(f"xcr: The list projects.txt cannot be read: {told}")) == (2, True)


def test_evaluation_of_nothing_is_a_wrong_call(xcr: Xcr) -> None:
    assert (xcr("eval").code, xcr("eval", "--ecosystem", "projects.txt").code) == (2, 2)
