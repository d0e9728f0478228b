"""The scripts of pages are reviewed as JavaScript, where they stand."""

import json
from pathlib import Path

from tests.cli.conftest import Xcr

EVAL = "javascript.security.eval-of-variable"
PAGE = """\
<template><p>{{ x }}</p></template>
<script>
export default { methods: { run(x) { return eval(x); } } }
</script>
"""


def found(xcr: Xcr) -> list[tuple[str, int, int]]:
    report = json.loads(xcr("review", "--only", EVAL, "--engines", "patterns", "--format", "json").out)
    places = [finding["location"] for finding in report["findings"] if finding["suppression"] is None]
    return [(place["path"], place["span"]["start_line"], place["span"]["start_column"]) for place in places]


def test_scripts_of_html_vue_and_svelte_are_reviewed(xcr: Xcr) -> None:
    for name in ("a.vue", "b.svelte", "c.html", "d.html.j2"):
        Path(name).write_text(PAGE)
    assert found(xcr) == [(name, 3, 45) for name in ("a.vue", "b.svelte", "c.html", "d.html.j2")]
    assert xcr("review", "--min-coverage", "1").code == 0


def test_comment_in_the_script_suppresses(xcr: Xcr) -> None:
    suppressed = PAGE.replace("} } }\n", "} } } // xcr: ignore[eval-of-variable] fixed words\n")
    assert suppressed != PAGE
    Path("a.vue").write_text(suppressed)
    assert found(xcr) == []
    ended = xcr("review", "--only", EVAL)
    assert "1 suppressed" in ended.out


def test_script_that_does_not_parse_is_a_gap(xcr: Xcr) -> None:
    Path("a.vue").write_text(PAGE + "<script>\nfunction ( {{{\n</script>\n")
    assert "scripts: " in xcr("review", "--engines", "patterns").out
