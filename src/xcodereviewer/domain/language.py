"""The languages a file can be reviewed as."""

from enum import StrEnum

__all__ = ["NOT_CODE", "Language"]


class Language(StrEnum):
    """A language or file dialect with rules or engines of its own; `TEXT` is everything else that can be read."""

    PYTHON = "python"
    JAVASCRIPT = "javascript"
    TYPESCRIPT = "typescript"
    TSX = "tsx"
    JAVA = "java"
    KOTLIN = "kotlin"
    GO = "go"
    RUST = "rust"
    PHP = "php"
    RUBY = "ruby"
    CSHARP = "csharp"
    C = "c"
    CPP = "cpp"
    SHELL = "shell"
    SQL = "sql"
    DOCKERFILE = "dockerfile"
    GITHUB_ACTIONS = "github-actions"
    COMPOSE = "compose"
    KUBERNETES = "kubernetes"
    YAML = "yaml"
    JSON = "json"
    TOML = "toml"
    HTML = "html"
    CSS = "css"
    MARKDOWN = "markdown"
    TEXT = "text"


NOT_CODE = frozenset({Language.TEXT, Language.MARKDOWN, Language.JSON, Language.YAML, Language.TOML})
