"""A piece of text, from stdin or an editor, as a tree with one file."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceFile, SourceTree
from xcodereviewer.sources.classify import language_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import misplaced
from xcodereviewer.sources.stored_tree import StoredTree

__all__ = ["BadSnippetName", "SnippetTooLarge", "UnknownSnippetLanguage", "open_snippet"]

_LARGEST = 10_000_000
_STEM = "snippet"
_NAMES: Mapping[Language, str] = MappingProxyType(
    {
        Language.DOCKERFILE: "Dockerfile",
        Language.GITHUB_ACTIONS: f".github/workflows/{_STEM}.yml",
        Language.COMPOSE: "compose.yaml",
    }
)
_ENDINGS: Mapping[Language, str] = MappingProxyType(
    {
        Language.PYTHON: ".py",
        Language.JAVASCRIPT: ".js",
        Language.TYPESCRIPT: ".ts",
        Language.TSX: ".tsx",
        Language.JAVA: ".java",
        Language.KOTLIN: ".kt",
        Language.GO: ".go",
        Language.RUST: ".rs",
        Language.PHP: ".php",
        Language.RUBY: ".rb",
        Language.CSHARP: ".cs",
        Language.C: ".c",
        Language.CPP: ".cpp",
        Language.SHELL: ".sh",
        Language.SQL: ".sql",
        Language.KUBERNETES: ".yaml",
        Language.YAML: ".yaml",
        Language.JSON: ".json",
        Language.TOML: ".toml",
        Language.HTML: ".html",
        Language.CSS: ".css",
        Language.MARKDOWN: ".md",
        Language.TEXT: ".txt",
    }
)


class BadSnippetName(InputError):
    """A name that a file in a tree cannot have."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"A snippet cannot be named {name!r}: {problem}. Give a relative path, such as src/app.py.")


class SnippetTooLarge(InputError):
    """A text that is too large to be a snippet."""

    def __init__(self, size: int) -> None:
        super().__init__(f"The text has {size:,} bytes; the limit is {_LARGEST:,}. Review a file or folder instead.")


class UnknownSnippetLanguage(InputError):
    """A text of which nobody says what it is, so that hardly anything could be looked for."""

    def __init__(self) -> None:
        super().__init__(
            "The language of the text is not known. Say it: `--language python`, or `--name app.py`; "
            "`--language text` looks for secrets only."
        )


@contextlib.contextmanager
def open_snippet(data: bytes, *, language: Language | None, name: str | None) -> Iterator[SourceTree]:
    """Open a text as a tree with one file.

    Args:
        data: the text in any encoding.
        language: what it is written in; it goes before what the name says. None: told by name and content.
        name: its path; None for one that goes with the language (`snippet.py`).

    Raises:
        BadSnippetName: the name is no relative path.
        SnippetTooLarge: it has more bytes than the limit.
        UnknownSnippetLanguage: nothing says what it is written in, its first line included.
    """
    if len(data) > _LARGEST:
        raise SnippetTooLarge(len(data))
    if language is None and name is None and data.strip() and language_of(_STEM, data) in (None, Language.TEXT):
        raise UnknownSnippetLanguage
    path = _path(language, name, data)
    yield StoredTree(
        target=Target(kind="snippet", name=path),
        files=[SourceFile(path=path, size=len(data))],
        skipped=[],
        reader=lambda _: data,
    )


def _path(language: Language | None, name: str | None, data: bytes) -> str:
    path = None if name is None else _checked(name)
    if language is None:
        return path or _STEM
    if path is not None and language_of(path, data) is language:
        return path
    if language in _NAMES:
        return _NAMES[language]
    return f"{path or _STEM}{_ENDINGS[language]}"


def _checked(name: str) -> str:
    problem = misplaced(os.fsencode(name))
    if problem is not None:
        raise BadSnippetName(tree_path(name), problem)
    return tree_path(name)
