import pytest

from xcodereviewer.evaluation.labels import Label, UnreadableLabels
from xcodereviewer.evaluation.owasp import read_expected_results

HEAD = "# test name, category, real vulnerability, cwe, Benchmark version: 1.2\n"
PATHS = ["src/Test1.java", "src/Test1.xml", "src/Test2.java"]


def test_row_is_a_case_of_every_file_with_the_name_of_the_test() -> None:
    read = read_expected_results(f"{HEAD}Test1,sqli,true,89\nTest2, xss, false, CWE-79\n", name="e.csv", paths=PATHS)
    assert read.labels == (
        Label(
            case="Test1",
            category="sqli",
            is_real=True,
            paths=frozenset({"src/Test1.java", "src/Test1.xml"}),
            cwes=frozenset({89}),
        ),
        Label(case="Test2", category="xss", is_real=False, paths=frozenset({"src/Test2.java"}), cwes=frozenset({79})),
    )


def test_test_without_a_file_is_absent() -> None:
    read = read_expected_results("Test1,sqli,true,89\nTest9,sqli,true,89\n", name="e.csv", paths=PATHS)
    assert (len(read.labels), read.absent) == (1, ("Test9",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# head\nTest1,sqli\n", "e.csv:2 cannot be read: a row must have a test name, a category"),
        ("Test1,sqli,maybe,89\n", "e.csv:1 cannot be read: `maybe` is neither true nor false"),
        ("Test1,sqli,true,many\n", "e.csv:1 cannot be read: `many` is no CWE"),
        ("Test1,sqli,true,89\nTest1,sqli,false,89\n", "e.csv cannot be read: the case Test1 is there twice"),
    ],
)
def test_row_that_is_not_right_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(UnreadableLabels, match=told):
        read_expected_results(text, name="e.csv", paths=PATHS)
