"""Where comments stand in each language: the table that the lexer reads.

A mode is one regular expression whose named groups are its tokens; the first part of a group's name is what the token
means, the rest is its argument:

    line            a comment up to the end of its line
    block_KIND      the opening of a comment that ends with `CLOSERS[KIND]`
    nested          the opening of a comment that may hold others (Rust, Kotlin)
    skip            a literal, or anything else in which no comment can stand
    raw_KIND        the opening of a literal whose closing depends on it (`r#"`, `R"x(`, three quotes or more)
    heredoc_KIND    the opening of a here-document, whose `word` ends it
    push_MODE, pop  text that reads by other rules until they end (`${…}` in a template)

Every repetition is possessive (that of a group by `(?>(?:…)*)`: before 3.11.5 Python lets a group
with `*+` run on, gh-106052) and every token either cannot fail or fails where the next attempt begins, so that no
text takes more than linear time. A literal that is never closed ends with its line where the language says so, else
with the text. Left alone on purpose: what a Python f-string holds between braces (reading it would take the `#` of a
format specification for a comment), words inside an HTML attribute, text between JSX tags.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from xcodereviewer.domain.language import Language

__all__ = ["CLOSERS", "FRAGMENT_MODES", "MODES", "START_MODES", "Mode", "Token"]


class Token(NamedTuple):
    """What a group of a mode means: `block_c` is the verb `block` with the argument `c`."""

    verb: str
    argument: str


class Mode:
    """How one kind of text reads; compiled when a text is first read so, since all together take 30 ms."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self.tokens: Mapping[str, Token] = {name: Token(*name.partition("_")[::2]) for name in groups}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression whose named groups are the tokens."""
        return re.compile("|".join(f"(?P<{name}>{body})" for name, body in self._groups.items()), re.MULTILINE)


CLOSERS: Mapping[str, str] = {"c": "*/", "html": "-->", "template": "#}", "jsp": "--%>", "ruby": "\n=end"}

_REST = r"[^\r\n]*+"
_REST_JS = r"[^\r\n\u2028\u2029]*+"  # ECMAScript and C# end a line there too
_DOUBLE = r'"(?>(?:[^"\\\r\n]++|\\[\s\S])*)"?'
_SINGLE = r"'(?>(?:[^'\\\r\n]++|\\[\s\S])*)'?"
_DOUBLE_LINES = r'"(?>(?:[^"\\]++|\\[\s\S])*)"?'
_SINGLE_LINES = r"'(?>(?:[^'\\]++|\\[\s\S])*)'?"
_TRIPLE_DOUBLE = r'"""(?>(?:[^"\\]++|\\[\s\S]|"(?!""))*)(?:""")?'
_TRIPLE_SINGLE = r"'''(?>(?:[^'\\]++|\\[\s\S]|'(?!''))*)(?:''')?"
_BACKTICKS = r"`[^`]*+`?"
_C_COMMENT = r"/\*"

# A slash opens a regular expression where an operand is due: after these characters (a space between), or these words.
_DUE = r"(,=:\[!&|?{;"
_REGEX_BODY = r"(?![*/])(?>(?:[^/\\\[\r\n]++|\\[^\r\n]|\[(?>(?:[^\]\\\r\n]++|\\[^\r\n])*)\]?)*)/?"
_JS_REGEX = (
    rf"/(?:(?<![\s\S]/)|(?<=[{_DUE}]/)|(?<=[{_DUE}]\s/)|(?<=[^+]\+\s/)|(?<==>/)|(?<==>\s/)|(?<=\breturn/)|(?<=\bcase/)"
    rf"|(?<=\breturn\s/)|(?<=\bcase\s/)|(?<=\btypeof\s/)|(?<=\bof\s/)|(?<=\bin\s/)|(?<=\byield\s/)){_REGEX_BODY}"
    rf"|^[ \t]*+/(?![\s>]){_REGEX_BODY}"  # not a division that goes on here, nor the end of a JSX tag
)
_RUBY_REGEX = (
    rf"/(?:(?<![\s\S]/)|(?<=[{_DUE}~]/)|(?<=[{_DUE}~]\s/)|(?<=<<\s/)|(?<=\bwhen\s/)|(?<=\bif\s/)|(?<=\band\s/)|(?<=\bor\s/)"
    rf"|(?<=\bunless\s/)|(?<=[a-z_]\s/)(?=[^\s=])){_REGEX_BODY}"
    rf"|^[ \t]*+/(?!\s){_REGEX_BODY}"
)


def _mode(**groups: str) -> Mode:
    return Mode(groups)


_JS = {
    "line": rf"//{_REST_JS}",
    "block_c": _C_COMMENT,
    "push_js_template": "`",
    "skip": rf"{_DOUBLE}|{_SINGLE}|{_JS_REGEX}",
}
_KOTLIN = {
    "line": rf"//{_REST}",
    "nested": _C_COMMENT,
    "skip": _SINGLE,
    "push_kotlin_raw": r'"""',
    "push_kotlin_string": '"',
}
_RUBY = {
    "block_ruby": r"^=begin\b",
    "line": rf"#(?<!\?#){_REST}",
    "heredoc_exact": r"<<(?P<quote>[\"'`]?)(?P<word>[A-Za-z_]\w{0,63}+)(?P=quote)",
    "heredoc_indented": r"<<[~-](?P<iquote>[\"'`]?)(?P<iword>[A-Za-z_]\w{0,63}+)(?P=iquote)",
    "skip": (
        rf"^__END__\r?\n[\s\S]*+|\$[\"'`/]|\?[\"'`#](?<=[\s(,=\[]\?.)|{_SINGLE_LINES}|{_RUBY_REGEX}"
        r"|%(?:[qQwWiIrsx]|(?<=[\s(,=\[]%))(?:\((?>(?:[^()\\]++|\\[\s\S]|\([^()]*+\))*)\)?"
        r"|\{(?>(?:[^{}\\]++|\\[\s\S]|\{[^{}]*+\})*)\}?|\[(?>(?:[^\[\]\\]++|\\[\s\S]|\[[^\[\]]*+\])*)\]?"
        r"|<[^<>]*+>?|\|[^|]*+\|?|![^!]*+!?)"
    ),
    "push_ruby_string": '"',
    "push_ruby_command": "`",
}
_SHELL_QUOTES = {"push_shell_string": '"', "push_shell_parens": r"\$\("}
_SHELL = {
    "line": rf"#(?<![^\s;&|(]#){_REST}",
    "heredoc_exact": r"<<(?!<)[ \t]*+\\?(?P<quote>[\"']?)(?P<word>[A-Za-z_][\w.-]{0,63}+)(?P=quote)",
    "heredoc_indented": r"<<-[ \t]*+\\?(?P<iquote>[\"']?)(?P<iword>[A-Za-z_][\w.-]{0,63}+)(?P=iquote)",
    "skip": rf"\\[\s\S]|<<<|\${_SINGLE_LINES}|'[^']*+'?",
    **_SHELL_QUOTES,
    "push_shell_braces": r"\$\{",
}
_CSS = {
    "block_c": _C_COMMENT,
    "line": rf"//(?<![^\s;{{}}]//){_REST}",  # SCSS and Less; `url(//host)` is none
    "skip": rf"{_DOUBLE}|{_SINGLE}|\b[uU][rR][lL]\([^)\"'\r\n]*+",
}
_HTML = {"block_html": "<!--", "block_template": r"\{#", "block_jsp": "<%--"}

MODES: Mapping[str, Mode] = {
    "python": _mode(line=rf"#{_REST}", skip=rf"{_TRIPLE_DOUBLE}|{_TRIPLE_SINGLE}|{_DOUBLE}|{_SINGLE}"),
    "toml": _mode(
        line=rf"#{_REST}", skip=rf"{_TRIPLE_DOUBLE}|'''(?>(?:[^']++|'(?!''))*)(?:''')?|{_DOUBLE}|'[^'\r\n]*+'?"
    ),
    "js": _mode(**_JS),
    "js_template": _mode(pop="`", skip=r"\\[\s\S]", push_js_braces=r"\$\{"),
    "js_braces": _mode(**_JS, push_js_braces=r"\{", pop=r"\}"),
    "java": _mode(line=rf"//{_REST}", block_c=_C_COMMENT, skip=rf"{_TRIPLE_DOUBLE}|{_DOUBLE}|{_SINGLE}"),
    "kotlin": _mode(**_KOTLIN),
    "kotlin_braces": _mode(**_KOTLIN, push_kotlin_braces=r"\{", pop=r"\}"),
    "kotlin_string": _mode(pop=r'["\r\n]', skip=r"\\[^\r\n]", push_kotlin_braces=r"\$\{"),
    "kotlin_raw": _mode(pop=r'"{3,}+', push_kotlin_braces=r"\$\{"),
    "go": _mode(line=rf"//{_REST}", block_c=_C_COMMENT, skip=rf"{_DOUBLE}|{_SINGLE}|{_BACKTICKS}"),
    "rust": _mode(
        line=rf"//{_REST}",
        nested=_C_COMMENT,
        raw_rust=r'\b(?:br|cr|r)#*+"',
        skip=rf"{_DOUBLE_LINES}|'(?:[^'\\\r\n]|\\(?:u\{{[^}}\r\n]{{0,8}}+\}}|x[0-9a-fA-F]{{2}}|[^\r\n]))'",
    ),
    "c": _mode(
        line=r"//(?>(?:[^\\\r\n]++|\\(?:\r\n|[\s\S])?)*)",  # a backslash at the end of the line goes on in the next
        block_c=_C_COMMENT,
        raw_cpp=r'\b(?:u8|[uUL])?R"[^()\\\s"]{0,16}+\(',
        skip=rf"{_DOUBLE}|'(?:[^'\\\r\n]|\\[^\r\n]){{1,10}}'",  # bounded: 1'000'000 is a number
    ),
    "csharp": _mode(
        line=rf"//{_REST_JS}",
        block_c=_C_COMMENT,
        raw_csharp=r'"{3,}+',
        skip=rf'(?:@\$?|\$@)"(?>(?:[^"]++|"")*)"?|{_DOUBLE}|{_SINGLE}',
    ),
    "php_page": _mode(push_php=r"<\?(?:php\b|=|(?=\s))", block_html="<!--"),
    "php": _mode(
        line=r"(?://|#(?!\[))(?>(?:[^\r\n?]++|\?(?!>))*)",
        block_c=_C_COMMENT,
        heredoc_php=r"<<<[ \t]*+(?P<quote>[\"']?)(?P<word>[A-Za-z_]\w{0,63}+)(?P=quote)",
        skip=rf"{_DOUBLE_LINES}|{_SINGLE_LINES}|{_BACKTICKS}",
        pop=r"\?>",
    ),
    "ruby": _mode(**_RUBY),
    "ruby_braces": _mode(**_RUBY, push_ruby_braces=r"\{", pop=r"\}"),
    "ruby_string": _mode(pop='"', skip=r"\\[\s\S]", push_ruby_braces=r"#\{"),
    "ruby_command": _mode(pop="`", skip=r"\\[\s\S]", push_ruby_braces=r"#\{"),
    "shell": _mode(**_SHELL),
    "shell_parens": _mode(**_SHELL, push_shell_group=r"\(", pop=r"\)"),
    "shell_group": _mode(**_SHELL, push_shell_group=r"\(", pop=r"\)"),
    "shell_string": _mode(pop='"', skip=r"\\[\s\S]", push_shell_parens=r"\$\(", push_shell_quoted_braces=r"\$\{"),
    "shell_braces": _mode(pop=r"\}", skip=r"\\[\s\S]|'[^']*+'?", push_shell_braces=r"\$\{", **_SHELL_QUOTES),
    "shell_quoted_braces": _mode(pop=r"\}", skip=r"\\[\s\S]", push_shell_quoted_braces=r"\$\{", **_SHELL_QUOTES),
    "sql": _mode(
        line=rf"--{_REST}|^[ \t]*+#{_REST}",
        block_c=_C_COMMENT,
        skip=rf"'\\'(?!')|'(?>(?:[^'\\]++|\\[\s\S]|'')*)'?|\"[^\"\r\n]*+\"?|{_BACKTICKS}",  # '\' stands after ESCAPE
    ),
    "yaml": _mode(
        line=rf"#(?<![^\s]#){_REST}",
        skip=(
            r"(?:^|[:,\[{?-])[ \t]*+(?:\"(?>(?:[^\"\\]++|\\[\s\S])*)\"|'(?>(?:[^']++|'')*)')"
            r"|\"(?<=\s\")(?>(?:[^\"\\\r\n]++|\\[^\r\n])*)\"|'(?<=\s')[^'\r\n]*+'"
        ),
    ),
    "dockerfile": _mode(line=rf"^[ \t]*+#{_REST}"),
    "json": _mode(line=rf"//{_REST}", block_c=_C_COMMENT, skip=_DOUBLE),
    "css": _mode(**_CSS),
    "html": _mode(**_HTML, push_html_script=r"<(?i:script)\b[^<>]*+>", push_html_style=r"<(?i:style)\b[^<>]*+>"),
    "html_script": _mode(pop=r"</(?i:script)\b", **_JS),
    "html_style": _mode(pop=r"</(?i:style)\b", **_CSS),
    "markdown": _mode(block_html="<!--"),
    "text": _mode(line=rf"^[ \t]*+(?:#|//|;|--){_REST}|(?:#|//)(?<=\s#|\s/){_REST}", block_html="<!--"),
}

START_MODES: Mapping[Language, str] = {
    Language.PYTHON: "python",
    Language.JAVASCRIPT: "js",
    Language.TYPESCRIPT: "js",
    Language.TSX: "js",
    Language.JAVA: "java",
    Language.KOTLIN: "kotlin",
    Language.GO: "go",
    Language.RUST: "rust",
    Language.PHP: "php_page",
    Language.RUBY: "ruby",
    Language.CSHARP: "csharp",
    Language.C: "c",
    Language.CPP: "c",
    Language.SHELL: "shell",
    Language.SQL: "sql",
    Language.DOCKERFILE: "dockerfile",
    Language.GITHUB_ACTIONS: "yaml",
    Language.COMPOSE: "yaml",
    Language.KUBERNETES: "yaml",
    Language.YAML: "yaml",
    Language.JSON: "json",
    Language.TOML: "toml",
    Language.HTML: "html",
    Language.CSS: "css",
    Language.MARKDOWN: "markdown",
    Language.TEXT: "text",
}

FRAGMENT_MODES: Mapping[Language, str] = {**START_MODES, Language.PHP: "php"}
"""A fragment of code starts in code, whatever page it was taken from."""
