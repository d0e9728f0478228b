"""Which languages have a grammar here, and under which name; read without loading any of them."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.domain.language import Language

__all__ = ["GRAMMARS", "QUERIED"]

# The languages that ast-grep knows, by its names.
GRAMMARS: Mapping[Language, str] = MappingProxyType(
    {
        Language.PYTHON: "python",
        Language.JAVASCRIPT: "javascript",
        Language.TYPESCRIPT: "typescript",
        Language.TSX: "tsx",
        Language.JAVA: "java",
        Language.KOTLIN: "kotlin",
        Language.GO: "go",
        Language.RUST: "rust",
        Language.PHP: "php",
        Language.RUBY: "ruby",
        Language.CSHARP: "csharp",
        Language.C: "c",
        Language.CPP: "cpp",
        Language.SHELL: "bash",
    }
)

QUERIED = frozenset({Language.SQL, Language.DOCKERFILE})  # by tree-sitter queries, since ast-grep panics on them
