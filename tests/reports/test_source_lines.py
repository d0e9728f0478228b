"""Lines of reviewed files, counted as spans count them."""

from collections import Counter

from xcodereviewer.reports.source_lines import SourceLines, split_lines


class Counting:
    """Sources that count how often each file is read."""

    def __init__(self) -> None:
        self.reads: Counter[str] = Counter()

    def text(self, path: str) -> str | None:
        self.reads[path] += 1
        return None if path == "gone" else f"{path} 1\n{path} 2\n"


def test_only_real_line_ends_end_a_line() -> None:
    assert split_lines("a\nb\r\nc\rd\u2028e\x0cf\n\ng") == ["a", "b", "c", "d\u2028e\x0cf", "", "g"]
    assert split_lines("") == []


def test_files_are_read_once_while_they_are_near() -> None:
    sources = Counting()
    lines = SourceLines(sources)
    for path in ("a", "b", "a", "b"):
        assert lines.of(path) == [f"{path} 1", f"{path} 2"]
    for number in range(8):
        lines.of(f"other-{number}")
    lines.of("a")
    assert (sources.reads["a"], sources.reads["b"]) == (2, 1)


def test_line_that_is_not_there_is_none() -> None:
    lines = SourceLines(Counting())
    assert [lines.line("a", number) for number in (0, 1, 2, 3)] == [None, "a 1", "a 2", None]
    assert lines.line("gone", 1) is None
