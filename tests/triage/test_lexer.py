"""Comments are found where each language has them, and nowhere inside a literal."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import growth

from xcodereviewer.domain.language import Language
from xcodereviewer.triage.comments import Comment, find_comments, without_comments
from xcodereviewer.triage.syntax import MODES

CASES = {
    "a hash in a string": (Language.PYTHON, "x = '# no' + \"# no\"  # yes", [" yes"]),
    "a triple quoted string": (Language.PYTHON, '"""\n# no \\""" # no\n"""# yes\n', [" yes"]),
    "string prefixes": (Language.PYTHON, r"rb'\'# no' f'{a:#x}' # yes", [" yes"]),
    "an unclosed string ends with its line": (Language.PYTHON, "x = 'oops # no\n# yes", [" yes"]),
    "a comment ends with a lone carriage return": (Language.PYTHON, "# yes\rcode()\r\n# two\r\n", [" yes", " two"]),
    "a template": (Language.JAVASCRIPT, "`// no ${a /* in */ + `// ${ {b} } no`} // no` // yes", [" in ", " yes"]),
    "a regular expression": (Language.JAVASCRIPT, "f(/[/*]\\//) // yes\nreturn /\\//.test(x) // two", [" yes", " two"]),
    "a division": (Language.JAVASCRIPT, "a / b // yes\ni++ / 2 // two", [" yes", " two"]),
    "a regular expression on its own line": (Language.TYPESCRIPT, "x ?\n    /^a\\// : 1 // yes", [" yes"]),
    "JSX": (Language.TSX, "<A\n  b='//'\n/>\n<b>{/* yes */}</b>", [" yes "]),
    "a Unicode line separator": (Language.JAVASCRIPT, "// yes\u2028code()", [" yes"]),
    "a text block": (Language.JAVA, '"""\n// no \\""" // no\n""" /* yes */', [" yes "]),
    "a character": (Language.JAVA, "'\"' // yes\n'\\'' // two", [" yes", " two"]),
    "nested comments": (Language.KOTLIN, "/* a /* b */ c */ x", [" a /* b */ c "]),
    "a Kotlin template": (Language.KOTLIN, '"${m["// no"]}" // yes\n"""\\""" // two', [" yes", " two"]),
    "a Kotlin string ends with its line": (Language.KOTLIN, '"oops // no\n// yes', [" yes"]),
    "a raw Go string": (Language.GO, "`// no\\` // yes", [" yes"]),
    "lifetimes and raw strings": (
        Language.RUST,
        "fn f<'a>(x: &'a str) { r#\"// \"no\"# } // yes\n'\"' '\\u{7d}' // two\n/* /* */ */",
        [" yes", " two", " /* */ "],
    ),
    "PHP only inside its tags": (
        Language.PHP,
        "# no <!-- page --><?php #[A]\n$a = '#'; # yes ?> // no <?= 1 /* two */ ?>",
        [" page ", " yes ", " two "],
    ),
    "PHP without its page": (Language.PHP, "$a = 1; // yes", [" yes"]),
    "a PHP here-document": (Language.PHP, "<?php\nf(<<<'EOT'\n// no\n  EOT, 1); // yes", [" yes"]),
    "a Ruby block comment": (Language.RUBY, "=begin\nyes\n=end\nx # two", ["\nyes", " two"]),
    "Ruby interpolation": (Language.RUBY, '"#{h["# no"]} # no" # yes\n`ls #{a} # no` # two', [" yes", " two"]),
    "Ruby here-documents": (Language.RUBY, "f(<<~A, <<-'B') # yes\n# no\n  A\n# no\n  B\n# two", [" yes", " two"]),
    "a shift in Ruby": (Language.RUBY, "a <<B\n# yes", [" yes"]),
    "Ruby literals": (Language.RUBY, '%w[# no] + [/#/, ?#, ?"] # yes\nx =~ /#/ # two\n__END__\n# no', [" yes", " two"]),
    "C# strings": (
        Language.CSHARP,
        '@"c:\\" // yes\n$@"""//" /* two */ """"// " """ no"""" // three',
        [
            " yes",
            " two ",
            " three",
        ],
    ),
    "a raw C++ string": (Language.CPP, 'R"x(// no)" // no)x" // yes', [" yes"]),
    "a continued comment": (Language.C, "// yes \\\n more\n1'000'000 // two", [" yes \\\n more", " two"]),
    "shell words": (Language.SHELL, "echo $# ${x#y} ${x# } a#b \\# '# no' $'\\'#' # yes", [" yes"]),
    "shell quotes inside substitutions": (Language.SHELL, '"$(f "a # b" "${c:-# }") # no" # yes', [" yes"]),
    "comments in a substitution": (Language.SHELL, '"$(\n  f (a) # yes\n) # no"', [" yes"]),
    "shell here-documents": (
        Language.SHELL,
        "cat <<A <<-'B' # yes\n# no\n A\nA\n# no\n\tB\n# two\ncat <<< '# no' # three",
        [" yes", " two", " three"],
    ),
    "a shift in the shell": (Language.SHELL, "echo $((1 << y)) # yes\n", [" yes"]),
    "SQL": (
        Language.SQL,
        "SELECT '--', 'it''s', 'it\\'s' -- yes\nLIKE 'a' ESCAPE '\\' /* two */\n# three",
        [
            " yes",
            " two ",
            " three",
        ],
    ),
    "a Dockerfile": (Language.DOCKERFILE, "# yes\nRUN a # no\n  # two", [" yes", " two"]),
    "YAML": (
        Language.YAML,
        "a: 'x # no' # yes\nb: it's#no # two\nc: {d: \"\\\" # no\"} # three\n- 'two\n  # no' # four",
        [" yes", " two", " three", " four"],
    ),
    "a shell comment in a workflow": (Language.GITHUB_ACTIONS, "run: |\n  make # yes\n", [" yes"]),
    "JSON with comments": (Language.JSON, '{"a": "// no"} // yes\n/* two */', [" yes", " two "]),
    "TOML": (Language.TOML, "a = '\\' # yes\nb = '''\n# no'''\nc = \"\"\"# no\"\"\" # two", [" yes", " two"]),
    "HTML": (
        Language.HTML,
        "don't // no <!-- yes --><SCRIPT src='x'>f('<!--') // two\n</script>{# three #}<style>/* four */</style>// no",
        [" yes ", " two", " three ", " four "],
    ),
    "a Svelte block": (Language.HTML, "{#if x}<!-- yes -->", [" yes "]),
    "CSS": (Language.CSS, "a { b: url(//c/*d) } /* yes */\n// two\nc: '/* no */'", [" yes ", " two"]),
    "Markdown": (Language.MARKDOWN, "# no\n<!-- yes -->", [" yes "]),
    "any other text": (
        Language.TEXT,
        "# yes\nit's a#b http://no # two\n; three\n<!-- four -->",
        [
            " yes",
            " two",
            " three",
            " four ",
        ],
    ),
    "an unclosed comment ends with the text": (Language.C, "x /* yes", [" yes"]),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_comments_stand_where_the_language_has_them(language: Language, text: str, expected: list[str]) -> None:
    assert [comment.text for comment in find_comments(text, language)] == expected


def test_every_language_is_tried_above_or_shares_its_rules_with_one_that_is() -> None:
    shared = {Language.COMPOSE, Language.KUBERNETES}
    assert {language for language, _, _ in CASES.values()} | shared == set(Language)


def test_a_comment_knows_its_place_and_line() -> None:
    text = "a\nb /* one\ntwo */ c # no\n// three"
    assert list(find_comments(text, Language.GO)) == [
        Comment(start=4, end=17, line=2, text=" one\ntwo "),
        Comment(start=25, end=33, line=4, text=" three"),
    ]


def test_indentation_belongs_to_no_comment() -> None:
    assert list(find_comments("FROM a\n  # b", Language.DOCKERFILE)) == [Comment(start=9, end=12, line=2, text=" b")]


@pytest.mark.parametrize(
    ("language", "fragment", "expected"),
    [
        (Language.PYTHON, "f(a,  # why\n  b)", "f(a,  \n  b)"),
        (Language.PHP, "f($a /* why */, '#'); # why", "f($a , '#'); "),
        (Language.JAVASCRIPT, r"/https?:\/\//.test(x) // why", r"/https?:\/\//.test(x) "),
    ],
)
def test_a_fragment_loses_its_comments(language: Language, fragment: str, expected: str) -> None:
    assert without_comments(fragment, language) == expected


TOKENS = [
    "\\", "\n", "\r", "\u2028", " ", "a", "'", '"', '"""', "`", "#", "//", "/", "/*", "*/", "--", "-->", "<!--", "{",
    "}", "(", ")", "[", "]", "=", "${", "$(", "#{", "{#", "#}", "<<A", "<<-A", "<<<A", "A\n", 'r#"', 'R"(', '@"', "%w{",
    "=begin\n", "<?php ", "?>", "<script>", "</script",
]  # fmt: skip


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join), st.sampled_from(list(Language)))
def test_comments_are_in_order_and_the_rest_is_what_is_left_without_them(text: str, language: Language) -> None:
    comments = list(find_comments(text, language))
    assert all(0 <= comment.start < comment.end <= len(text) for comment in comments)
    assert all(one.end <= other.start for one, other in pairwise(comments))
    assert all(comment.text in text[comment.start : comment.end] for comment in comments)
    assert [comment.line for comment in comments] == [text.count("\n", 0, c.start) + 1 for c in comments]
    if language is not Language.PHP:  # a fragment of it does not begin as its page does
        starts, ends = [c.start for c in comments], [c.end for c in comments]
        code = "".join(text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True))
        assert without_comments(text, language) == code


@given(st.text(max_size=60), st.sampled_from(list(Language)))
def test_any_text_has_fewer_characters_without_comments(text: str, language: Language) -> None:
    assert len(without_comments(text, language)) <= len(text)


def test_every_mode_that_is_entered_exists() -> None:
    entered = {token.argument for mode in MODES.values() for token in mode.tokens.values() if token.verb == "push"}
    assert entered <= MODES.keys()


HOSTILE = [
    (Language.PYTHON, "'\\"), (Language.PYTHON, '"""\\'), (Language.JAVASCRIPT, "`${"), (Language.JAVASCRIPT, "=/["),
    (Language.TSX, "{/"), (Language.RUST, "/*"), (Language.RUST, 'r#"'), (Language.RUST, "r#"), (Language.CPP, 'R"a('),
    (Language.SHELL, "<<A "), (Language.SHELL, '"$('), (Language.SHELL, "a <<A\nA\n"), (Language.RUBY, "%{(["),
    (Language.RUBY, '<<~A "#{'), (Language.PHP, "<?php <<<A\n"), (Language.PHP, "<?"), (Language.HTML, "<script"),
    (Language.HTML, "{#"), (Language.YAML, ' "\\ \''), (Language.YAML, "- '"), (Language.SQL, "'\\'"),
    (Language.CSS, "url("), (Language.KOTLIN, '"""${"'), (Language.CSHARP, '""""'), (Language.TEXT, " #\n"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "unit"), HOSTILE)
def test_what_is_made_to_be_slow_is_read_in_linear_time(language: Language, unit: str) -> None:
    assert growth(lambda size: sum(1 for _ in find_comments(unit * (size // len(unit)), language)), 80_000) < 10
