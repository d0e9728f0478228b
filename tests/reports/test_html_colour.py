"""The colours of code on the HTML page, as its own script gives them."""

import json
import shutil
import subprocess
from importlib.resources import files

import pytest

SCRIPT = (files("xcodereviewer.reports") / "html_assets" / "colour.js").read_text("utf-8")
CASES = [
    ("python", "", 'def f(x="a\\"b"): # "c"', [["word", "def"], ["string", '"a\\"b"'], ["comment", '# "c"']], ""),
    ("python", "", '"""Doc for in', [["string", '"""Doc for in']], '"""'),
    ("python", '"""', 'more""" + 1', [["string", 'more"""'], ["number", "1"]], ""),
    ("python", '"""', "for in", [["string", "for in"]], '"""'),
    ("python", "", '"""a""" if x', [["string", '"""a"""'], ["word", "if"]], ""),
    (
        "javascript",
        "",
        "/* a */ let s = `x` // b",
        [["comment", "/* a */"], ["word", "let"], ["string", "`x`"], ["comment", "// b"]],
        "",
    ),
    ("java", "", "int x; /* open", [["comment", "/* open"]], "*/"),
    ("c", "", "/*/", [["comment", "/*/"]], "*/"),
    ("rust", "", "fn f<'a>()", [["word", "fn"]], ""),
    ("sql", "", "SELECT 'a' -- c", [["word", "SELECT"], ["string", "'a'"], ["comment", "-- c"]], ""),
    ("yaml", "", "if: 'v' # c", [["string", "'v'"], ["comment", "# c"]], ""),
    ("json", "", '{"a": 1}', [["string", '"a"'], ["number", "1"]], ""),
    ("text", "", "it's for # text", [], ""),
]
RUN = """
const shown = JSON.parse(require("fs").readFileSync(0, "utf8")).map(([language, open, text]) => {
  const found = scanLine(text, language, open);
  return [found.stretches.map(([from, to, name]) => [name, text.slice(from, to)]), found.open];
});
console.log(JSON.stringify(shown));
"""


def scan(lines: list[tuple[str, str, str]]) -> list[list[object]]:
    """What the script finds in each line, given its language and the block that is open."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js here")
    command = [node, "-e", SCRIPT + RUN]
    done = subprocess.run(command, input=json.dumps(lines), capture_output=True, text=True, timeout=30, check=True)
    found: list[list[object]] = json.loads(done.stdout)
    return found


def test_comments_strings_numbers_and_reserved_words_are_told_apart() -> None:
    found = scan([(language, opened, text) for language, opened, text, _, _ in CASES])
    assert found == [[stretches, left_open] for _, _, _, stretches, left_open in CASES]


def test_hostile_lines_take_no_time() -> None:
    lines = ["\\\"'`" * 125, '"\\' * 250, "/*" * 250, "'''\"\"\"" * 80, "a" * 500]
    assert len(scan([(language, "", line) for line in lines * 100 for language in ("python", "php", "sql")])) == 1500
