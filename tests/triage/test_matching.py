from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.triage.matching import Trace, match_traces


def trace(
    line: int, place: str = "p", *, path: str = "a.py", scope: str = "s", family: str = "cwe-89", flow: str = ""
) -> Trace:
    return Trace(family=family, path=path, line=line, scope=scope, place=place, flow=flow)


def matched(before: list[Trace], now: list[Trace], **renames: str) -> dict[int, tuple[int, bool]]:
    return match_traces(before, now, renames={"a.py": renames["a"]} if renames else {})


def test_moved_finding_is_the_same() -> None:
    assert matched([trace(3)], [trace(90)]) == {0: (0, True)}


def test_equal_places_of_a_scope_keep_their_order() -> None:
    assert matched([trace(3), trace(9)], [trace(12), trace(30)]) == {0: (0, True), 1: (1, True)}


def test_of_equal_places_a_new_one_above_is_the_new_one() -> None:
    assert matched([trace(20), trace(30)], [trace(5), trace(21), trace(31)]) == {1: (0, True), 2: (1, True)}


def test_finding_whose_function_was_renamed_is_the_same() -> None:
    assert matched([trace(3)], [trace(4, scope="renamed")]) == {0: (0, True)}


def test_edited_finding_is_the_same_when_it_is_the_only_one_of_its_scope() -> None:
    assert matched([trace(3, "old")], [trace(3, "new")]) == {0: (0, False)}


def test_edited_findings_fail_closed_when_there_are_two() -> None:
    assert matched([trace(3, "old"), trace(4, "gone")], [trace(3, "new"), trace(4, "newer")]) == {}


def test_data_flow_is_recognised_by_its_source_and_sink() -> None:
    before = [trace(3, "old", flow="f"), trace(8, "other", flow="g")]
    assert matched(before, [trace(30, "new", flow="f", scope="t")]) == {0: (0, False)}


def test_finding_follows_its_file_when_git_says_it_was_renamed() -> None:
    before = [trace(3), trace(5, "q")]
    now = [trace(3, path="b.py"), trace(5, "edited", path="b.py")]
    assert matched(before, now, a="b.py") == {0: (0, True), 1: (1, False)}


def test_finding_follows_code_into_another_file_when_there_is_one_candidate_on_each_side() -> None:
    assert matched([trace(3)], [trace(70, path="b.py")]) == {0: (0, True)}
    assert matched([trace(3)], [trace(70, path="b.py"), trace(70, path="c.py")]) == {}


def test_twins_follow_their_file_when_they_are_in_one_on_each_side() -> None:
    before = [trace(3), trace(9), trace(20, "q")]
    moved = [trace(3, path="b.py"), trace(9, path="b.py"), trace(20, "q", path="b.py")]
    assert matched(before, moved) == {0: (0, True), 1: (1, True), 2: (2, True)}
    assert matched(before[:2], [moved[0]]) == {}
    assert matched(before[:2], [moved[0], trace(9, path="c.py")]) == {}
    assert matched([trace(3), trace(9, path="x.py")], moved[:2]) == {}


def test_what_is_unique_in_a_file_says_where_its_other_findings_went() -> None:
    before = [
        *(trace(3), trace(9, scope="only-in-a")),
        *(trace(3, path="b.py"), trace(9, scope="only-in-b", path="b.py")),
    ]
    now = [
        *(trace(3, path="y.py"), trace(9, scope="only-in-b", path="y.py")),
        *(trace(3, path="x.py"), trace(9, scope="only-in-a", path="x.py")),
    ]
    assert matched(before, now) == {0: (2, True), 1: (3, True), 2: (0, True), 3: (1, True)}
    assert matched(before[::2], now[::2]) == {}
    torn = [trace(20, scope=scope, path=path) for scope, path in (("s1", "x.py"), ("s2", "y.py"))]
    held = [trace(20, scope=scope, path="c.py") for scope in ("s1", "s2")]
    assert set(matched([*before[::2], *held], [*now[::2], *torn])) == {2, 3}


def test_other_weaknesses_at_the_same_place_are_never_matched() -> None:
    assert matched([trace(3)], [trace(3, family="cwe-79")]) == {}


def test_thousands_of_equal_places_are_matched_without_comparing_each_with_each() -> None:
    before = [trace(line) for line in range(3000)]
    assert matched(before, before[:2999]) == {number: (number, True) for number in range(2999)}


traces = st.builds(
    trace,
    st.integers(1, 6),
    st.sampled_from("pq"),
    path=st.sampled_from(["a.py", "b.py"]),
    scope=st.sampled_from("st"),
    family=st.sampled_from(["x", "y"]),
)


@given(st.lists(traces, max_size=8), st.lists(traces, max_size=8))
def test_no_finding_is_matched_twice_and_none_with_another_weakness(before: list[Trace], now: list[Trace]) -> None:
    pairs = match_traces(before, now, renames={})
    olds = [old for old, _ in pairs.values()]
    assert len(set(olds)) == len(olds)
    assert all(before[old].family == now[new].family for new, (old, _) in pairs.items())
    assert all((before[old].place == now[new].place) is same for new, (old, same) in pairs.items())


@given(st.lists(traces, max_size=8, unique=True), st.integers(0, 50))
def test_lines_added_above_everything_change_nothing(before: list[Trace], added: int) -> None:
    now = [replace(known, line=known.line + added) for known in before]
    assert len(match_traces(before, now, renames={})) == len(before)
