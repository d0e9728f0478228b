from tests.evaluation.cases import label
from xcodereviewer.evaluation.labels import Complete, Labels, find_files


def test_files_are_found_in_the_folder_that_has_most_of_them() -> None:
    paths = ["app.py", "corpus/app.py", "corpus/views/a.py", "old/app.py"]
    assert find_files({"app.py", "views/a.py"}, paths) == {"app.py": "corpus/app.py", "views/a.py": "corpus/views/a.py"}


def test_topmost_of_equal_folders_is_taken() -> None:
    assert find_files({"app.py"}, ["b/app.py", "app.py", "a/b/app.py"]) == {"app.py": "app.py"}


def test_file_that_is_not_there_is_left_out() -> None:
    assert find_files({"app.py", "gone.py"}, ["app.py", "longgone.py"]) == {"app.py": "app.py"}
    assert find_files({"gone.py"}, ["app.py"]) == {}


def test_nothing_is_said_of_cases_that_are_not_chosen() -> None:
    labels = Labels(labels=(label("one"), label("two")), absent=("three",), complete=Complete.TREE)
    assert labels.chosen(lambda case: case == "two") == Labels(labels=(label("two"),), complete=Complete.FILES)
