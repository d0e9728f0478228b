"""What kind of file a path and its content are: language, test or example, and what is no code to review."""

import re
from functools import lru_cache

from xcodereviewer.domain.language import Language
from xcodereviewer.sources.endings import (
    BINARY_ENDINGS,
    ENDINGS,
    FOREIGN_LANGUAGES,
    INTERPRETERS,
    NAMES,
    PAGE_ENDINGS,
    TEMPLATE_ENDINGS,
    words,
)
from xcodereviewer.sources.rejection import LFS_POINTER, LONG_LINE, reject_as_data, reject_by_content, reject_by_path

__all__ = [
    "foreign_language",
    "is_code_by_name",
    "is_limit",
    "language_of",
    "reject_as_data",
    "reject_by_content",
    "reject_by_path",
    "tags_of",
]

_WORKFLOW = re.compile(r"(?:.*/)?\.(?:github|gitea|forgejo)/workflows/[^/]+\.ya?ml", re.DOTALL)
_COMPOSE = re.compile(r"(?:docker-)?compose(?:[.-].*)?\.ya?ml", re.DOTALL)
_ACTION_NAMES = ("action.yml", "action.yaml")
_RUNS = re.compile(rb"^runs\s*:", re.MULTILINE)
_API_VERSION = re.compile(rb"^apiVersion\s*:", re.MULTILINE)
_KIND = re.compile(rb"^kind\s*:", re.MULTILINE)
_SHEBANG = re.compile(rb"#!\s*(\S{1,200})([^\r\n]{0,200})")
_VERSION = re.compile(r"[-0-9.]+\Z")
_CPP = re.compile(
    rb"^[ \t]*(?:namespace\s+[\w:]+\s*\{|using\s+(?:namespace\s|\w+\s*=)|template\s*<|(?:public|private|protected)\s*:"
    rb"|(?:enum\s+)?class\s+(?:\w+\s+)?\w+(?:\s+final)?\s*[:{;]|#\s*include\s*<[a-z_]+>)|\bstd::\w",
    re.MULTILINE,
)
_PHP = re.compile(rb"\s*<\?php\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE)", re.IGNORECASE)

_TEST_FOLDERS = words(
    "test tests __tests__ spec specs __mocks__ __fixtures__ fixtures testdata test_data test-data testsuite"
    " androidtest integrationtest integration_tests integration-tests unittests unit_tests e2e cypress"
)
_EXAMPLE_FOLDERS = words("example examples _example _examples sample samples demo demos tutorial tutorials cookbook")
_SETTINGS = ".properties"
_GO_MODULE = "go.mod"
_MANUALS = (".md", ".mdx", ".rst", ".adoc", ".asciidoc")
_TEST_NAME = re.compile(
    r"test_.*\.pyi?|.*_tests?\.(?:py|go|rb|cc|cpp|c|rs|exs|php|dart|js|ts)|(?:tests|conftest)\.py|.*_spec\.rb"
    r"|.*_unittest\.(?:cc|cpp|py)|.*[.-](?:test|spec|e2e|cy)\.[cm]?[jt]sx?|.*\.bats",
    re.DOTALL,
)
_TEST_CLASS = re.compile(r".*[a-z0-9](?:Tests?|TestCase|Spec|IT)\.(?:java|kt|kts|cs|php|scala|groovy|swift)", re.DOTALL)


def language_of(path: str, head: bytes) -> Language | None:
    """Return the language of a file, told by its name and the first bytes of its content.

    What can be read but has no language of ours is `TEXT`; None is what holds no text, by its ending.
    """
    name = path[path.rfind("/") + 1 :]
    lower = name.lower()
    ending = lower[lower.rfind(".") + 1 :] if "." in lower else ""
    if ending in BINARY_ENDINGS:
        return None
    named = _by_name(name, lower, ending)
    if named is None:
        return _by_content(head)
    match named:
        case Language.YAML:
            return _yaml(path, lower, _plain(head))
        case Language.C if ending == "h" and _CPP.search(_plain(head)):
            return Language.CPP
        case Language.TYPESCRIPT if _XML.match(_plain(head)):  # Qt's translations
            return Language.TEXT
        case _:
            return named


def is_code_by_name(path: str) -> bool:
    """Return whether a file's name alone says that it is reviewed as more than plain text."""
    return language_of(path, b"") not in (None, Language.TEXT)


def is_limit(path: str, reason: str) -> bool:
    """Return whether a rejection by content is none of choice: code met a limit, or its content is elsewhere."""
    return (reason == LFS_POINTER or reason.startswith(LONG_LINE)) and is_code_by_name(path)


def foreign_language(path: str) -> str:
    """Return the name of a programming language that is read as text, told by the ending; else nothing."""
    name = path[path.rfind("/") + 1 :].lower()
    return FOREIGN_LANGUAGES.get(name[name.rfind(".") + 1 :], "") if "." in name else ""


def tags_of(path: str) -> frozenset[str]:
    """Return `test` and `example` where the path says that the file is such; a manual counts as an example.

    `settings` are texts of names and values that a program of another language reads, `go-module` says of a folder
    which module of Go it is.
    """
    folder, _, name = path.rpartition("/")
    tags = _folder_tags(folder)
    if name.endswith(_SETTINGS):
        tags |= {"settings"}
    if name == _GO_MODULE:
        tags |= {"go-module"}
    if name.lower().endswith(_MANUALS):
        tags |= {"example"}
    if "test" not in tags and (_TEST_NAME.fullmatch(name.lower()) or _TEST_CLASS.fullmatch(name)):
        return tags | {"test"}
    return tags


@lru_cache(maxsize=1024)
def _folder_tags(folder: str) -> frozenset[str]:
    parts = frozenset(folder.lower().split("/"))
    tags = {"test"} if parts & _TEST_FOLDERS else set()
    return frozenset(tags | ({"example"} if parts & _EXAMPLE_FOLDERS else set()))


def _by_name(name: str, lower: str, ending: str) -> Language | None:
    if name.endswith((".C", ".H")):
        return Language.CPP
    if lower in NAMES:
        return NAMES[lower]
    if lower.startswith(("dockerfile.", "containerfile.")) and ending not in ENDINGS:
        return Language.DOCKERFILE
    return _template(lower, ending) if ending in TEMPLATE_ENDINGS else ENDINGS.get(ending)


def _template(lower: str, ending: str) -> Language:
    """Return what a template is read as: a page, or text when it makes anything else."""
    _, dot, inner = lower.removesuffix(f".{ending}").rpartition(".")
    made = ENDINGS.get(inner) if dot else None
    is_page = made is Language.HTML or (made is None and ending in PAGE_ENDINGS)
    return Language.HTML if is_page else Language.TEXT


def _by_content(head: bytes) -> Language:
    head = _plain(head)
    shebang = _SHEBANG.match(head)
    if shebang is not None:
        words = [shebang[1], *shebang[2].split()]
        programs = [_program(word) for word in words]
        if programs[0] == "env":
            programs = [
                p for p, word in zip(programs, words, strict=True) if not word.startswith(b"-") and b"=" not in word
            ][1:]
        return INTERPRETERS.get(programs[0], Language.TEXT) if programs else Language.TEXT
    return Language.PHP if _PHP.match(head) else Language.TEXT


def _program(word: bytes) -> str:
    return _VERSION.sub("", word.rpartition(b"/")[2].decode("latin-1"))


def _yaml(path: str, lower: str, head: bytes) -> Language:
    if _WORKFLOW.fullmatch(path) or (lower in _ACTION_NAMES and _RUNS.search(head)):
        return Language.GITHUB_ACTIONS
    if _COMPOSE.fullmatch(lower):
        return Language.COMPOSE
    return Language.KUBERNETES if _API_VERSION.search(head) and _KIND.search(head) else Language.YAML


def _plain(head: bytes) -> bytes:
    """The ASCII part of a head in any UTF, without its byte order mark."""
    head = head.replace(b"\0", b"") if b"\0" in head else head
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
