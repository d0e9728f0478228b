"""A rule file to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category
from xcodereviewer.rules.rule_file import EACH, GENERIC

__all__ = ["rule_template"]

_TEMPLATE = """\
id: {rule_id}
engine: {engine}
languages: {languages}
severity: medium          # critical high medium low info: how bad it is when the finding is true
confidence: medium        # high medium low: how sure one match is
precision: medium         # very-high high medium low: how many of its findings are true, as measured
status: preview           # a preview never fails the gate; stable when it is proved on real code
since: 0.1.0
cwe: {cwe}
tags: {tags}
title: {{en: "Name it in a few words", zh: "用几个词命名"}}
message: {{en: "Say in one sentence what is wrong here.", zh: "用一句话说明这里的问题。"}}
what: {{en: "Say what is flagged.", zh: "说明会报告什么。"}}
why: {{en: "Say why it matters and what comes of it.", zh: "说明原因和后果。"}}
how: {{en: "Say how to mend it.", zh: "说明如何修复。"}}
references: []
examples:
  - {language}bad: |
{bad}
    good: |
{good}
match:
{match}
"""
_WEAKNESS = "[710]                # the number of the weakness: https://cwe.mitre.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """What a rule begins with; `WORD` in `code` is `bad` where it is flagged, and `good` where it is not."""

    engine: str = "patterns"
    code: str = "WORD(value)"
    bad: str = "dangerous"
    good: str = "careful"
    language: str = ""  # of the code, where the id does not say it
    match: str = "rule:\n  pattern: dangerous($VALUE)"


_METHOD = "class Example {\n    void run(int value) {\n        WORD(value);\n    }\n}"
_FUNCTION = "void run(int value) {\n    WORD(value);\n}"
_CALL_OF_C = 'rule:\n  pattern: {context: "void run() { dangerous($VALUE); }", selector: call_expression}'
_TABLE = 'query: |\n  ((relation (object_reference name: (identifier) @flag))\n   (#eq? @flag "dangerous"))'
_WORDS = """\
keywords: [dangerous]     # the file must hold one of these
regex: '\\b(?P<secret>dangerous)\\b'       # RE2; the group `secret` is what is flagged
any-body: true            # it may be any word"""

_WORKFLOW = "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: WORD"
_SERVICE = "services:\n  web:\n    image: example/WORD"
_POD = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      image: example/WORD"


def _configured(code: str, *, each: str, at: str) -> _Start:
    """Return the beginning of a rule that asks one value of places in a configuration file."""
    match = f"""\
each: "{each}"  # the places that are looked at
where:
  - {{at: {at}, matches: dangerous$}}
flag: {at}  # where the finding points"""
    return _Start(engine="configuration", code=code, match=match)


_CODE = _Start()
_TEXT = _Start(engine="secrets", code="a WORD word", match=_WORDS)
_FLOW = _Start(
    engine="dataflow",
    code="import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n"
    '@app.route("/")\ndef run():\n    return str(os.WORD(request.args["name"]))',
    bad="system",
    good="getenv",
    language="python",
    match="from: [request]\nto: [command]",
)
_STARTS: Mapping[str, _Start] = MappingProxyType(
    {
        EACH: _FLOW,
        Language.PYTHON: _CODE,
        Language.JAVASCRIPT: _CODE,
        Language.TYPESCRIPT: _CODE,
        Language.TSX: _CODE,
        Language.RUBY: _CODE,
        Language.JAVA: _Start(code=_METHOD),
        Language.CSHARP: _Start(code=_METHOD),
        Language.KOTLIN: _Start(code="fun run(value: Int) {\n    WORD(value)\n}"),
        Language.GO: _Start(code="package main\n\nfunc run(value int) {\n    WORD(value)\n}"),
        Language.RUST: _Start(code="fn run(value: i32) {\n    WORD(value);\n}"),
        Language.PHP: _Start(code="<?php\nWORD($value);"),
        Language.C: _Start(code=_FUNCTION, match=_CALL_OF_C),
        Language.CPP: _Start(code=_FUNCTION, match=_CALL_OF_C),
        Language.SHELL: _Start(code='WORD "$value"', match="rule:\n  pattern: dangerous $VALUE"),
        Language.SQL: _Start(code="SELECT name FROM WORD;", match=_TABLE),
        Language.DOCKERFILE: _configured("FROM example/WORD", each="stages[*]", at="image"),
        Language.GITHUB_ACTIONS: _configured(_WORKFLOW, each="@steps", at="run"),
        Language.COMPOSE: _configured(_SERVICE, each="@services", at="image"),
        Language.KUBERNETES: _configured(_POD, each="@containers", at="image"),
    }
)
_TOGETHER: Mapping[str, str] = MappingProxyType(
    {"javascript": "[javascript, typescript, tsx]", "c": "[c, cpp]", GENERIC: "any", EACH: "[python]"}
)


def rule_template(rule_id: str) -> str:
    """Return the text of a rule file for `rule_id` that loads, passes its own examples and waits to be filled in."""
    named_for, category, _ = rule_id.split(".")
    start = _STARTS.get(named_for, _TEXT)
    return _TEMPLATE.format(
        rule_id=rule_id,
        engine=start.engine,
        languages=_TOGETHER.get(named_for, f"[{named_for}]"),
        cwe=_WEAKNESS if category == Category.SECURITY else "[]",
        tags="[secret]            # the value is hidden in reports" if _is_hidden(start, category) else "[]",
        language=f"language: {start.language}\n    " if start.language else "",
        bad=_indented(start.code.replace("WORD", start.bad), 6),
        good=_indented(start.code.replace("WORD", start.good), 6),
        match=_indented(start.match, 2),
    )


def _is_hidden(start: _Start, category: str) -> bool:
    return start is _TEXT and category == Category.SECURITY


def _indented(text: str, columns: int) -> str:
    return "\n".join(f"{' ' * columns}{line}" if line else "" for line in text.split("\n"))
