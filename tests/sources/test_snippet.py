"""A text as a tree with one file."""

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.sources.classify import language_of
from xcodereviewer.sources.snippet import BadSnippetName, SnippetTooLarge, UnknownSnippetLanguage, open_snippet

MANIFEST = b"apiVersion: v1\nkind: Pod\n"


def path_of(data: bytes, language: Language | None, name: str | None) -> str:
    with open_snippet(data, language=language, name=name) as tree:
        return tree.files[0].path


def test_the_text_is_the_only_file() -> None:
    with open_snippet(b"eval(x)\n", language=Language.PYTHON, name=None) as tree:
        assert tree.target == Target(kind="snippet", name="snippet.py")
        assert tree.files == [SourceFile(path="snippet.py", size=8)]
        assert (tree.skipped, tree.changes) == ([], None)
        assert tree.read("snippet.py") == b"eval(x)\n"
        assert list(tree.texts()) == [(tree.files[0], b"eval(x)\n")]
        with pytest.raises(FileNotFoundError):
            tree.read("/etc/passwd")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [None, "in/odd.name", "setup.py"])
def test_the_path_says_the_language(language: Language, name: str | None) -> None:
    data = MANIFEST if language is Language.KUBERNETES else b""
    assert language_of(path_of(data, language, name), data) is language


@pytest.mark.parametrize(
    ("language", "name", "path"),
    [
        (Language.PYTHON, "src/app.py", "src/app.py"),
        (Language.PYTHON, "src/app.txt", "src/app.txt.py"),
        (Language.DOCKERFILE, "app.txt", "Dockerfile"),
        (None, "src/app.rb", "src/app.rb"),
        (None, None, "snippet"),
        (None, "caf\udce9.py", "caf\\xe9.py"),
    ],
)
def test_a_name_is_kept_unless_the_language_says_otherwise(
    language: Language | None, name: str | None, path: str
) -> None:
    assert path_of(b"", language, name) == path


@pytest.mark.parametrize("name", ["/abs.py", "../up.py", "a/../../b.py", "", "a//b.py", "./a.py", "a\0.py", "x" * 5000])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(BadSnippetName):
        path_of(b"", None, name)


def test_a_huge_text_is_refused() -> None:
    with pytest.raises(SnippetTooLarge, match="10,000,001 bytes"):
        path_of(b"x" * 10_000_001, None, None)


@pytest.mark.parametrize("data", [b"import os\n", b"// hello\n", b"#!/usr/bin/unheard-of\nx\n"])
def test_text_of_which_nothing_says_what_it_is_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownSnippetLanguage, match="--language python"), open_snippet(data, language=None, name=None):
        pass


@pytest.mark.parametrize("data", [b"#!/bin/sh\nls\n", b"<?php echo 1;\n", b"  \n", b""])
def test_text_that_says_what_it_is_or_says_nothing_is_opened(data: bytes) -> None:
    with open_snippet(data, language=None, name=None) as tree:
        assert tree.read("snippet") == data
