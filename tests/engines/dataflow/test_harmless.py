"""Which sinks are known to be harmless: only those of which every value that arrives is known to its last part."""

from textwrap import dedent

import pytest
from tests.engines.dataflow.program import analyse

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow.harmless import harmless_places

HEAD = "import base64, io, odd, os, pickle, shlex\nfrom flask import Flask, request\napp = Flask(__name__)\n"
HARMLESS = {
    "a literal": "os.system('ls')",
    "literals put together": "a = 'ls'\nos.system(f'{a} -l' + ' /')",
    "a literal decoded": "pickle.loads(base64.b64decode('gASVAAAA'))",
    "one of two literals": "a = 'ls'\nif request.args:\n    a = 'pwd'\nos.system(a)",
    "a literal after a test": "q = request.args['q']\nif q in ('ls', 'pwd'):\n    os.system(q)",
    "a request made safe": "os.system('ls ' + shlex.quote(request.args['q']))",
    "a part of a request made safe": "os.system('ls ' + shlex.quote(request.args.get('q').strip()))",
    "another item of a list": "a = ['ls', request.args['q']]\nos.system(a[0])",
    "a literal through a function": "def f(x):\n    return 'ls ' + x\nos.system(f('-l'))",
    "a list of literals": "import subprocess\nsubprocess.run(['ls', '-l'])",
}
OPEN = {
    "a request": "os.system(request.args['q'])",
    "what a library gives": "os.system(odd.thing())",
    "a literal through a library that nobody described": "os.system(odd.thing('ls'))",
    "a literal and what is not known": "os.system('ls ' + odd.name)",
    "a file": "pickle.loads(open('state').read())",
    "the environment": "os.system(os.environ['PAGER'])",
    "what another function may have changed": "os.system(LINE)",
    "an item of what a module made": "os.system(TABLE['ls'])",
    "what a loop makes of what is not known": "a = 'ls'\nfor x in odd.all():\n    a += x\nos.system(a)",
    "a request in one branch": "a = 'ls'\nif odd.thing():\n    a = request.args['q']\nos.system(a)",
    "one that is made safe for another sink": "import html\nos.system(html.escape(request.args['q']))",
    "one part made safe, one not known": "os.system(odd.thing() + shlex.quote(request.args['q']))",
    "arguments that are spread": "a = odd.thing()\nos.system(*a)",
}
MODULE = "LINE = 'ls'\nTABLE = {'ls': 'ls'}\ndef change():\n    global LINE\n    LINE = request.args['q']\n"


def _harmless(text: str) -> list[int]:
    """Return the lines of harmless sinks; an answer and the name of a file are some as well, of no interest here."""
    found = (place for _, place in harmless_places(analyse({"app.py": text})))
    return [place.span.start_line for place in found if place.kind not in (SinkKind.HTML, SinkKind.PATH)]


def _handler(body: str) -> str:
    inside = "".join(f"    {line}\n" for line in body.splitlines())
    return f"{HEAD}{MODULE}@app.route('/')\ndef handler():\n{inside}    return 'done'\n"


@pytest.mark.parametrize("body", HARMLESS.values(), ids=HARMLESS)
def test_sink_is_harmless_that_only_known_values_reach(body: str) -> None:
    text = _handler(body)
    assert _harmless(text) == [len(text.splitlines()) - 1]


@pytest.mark.parametrize("body", OPEN.values(), ids=OPEN)
def test_sink_stays_open_that_anything_else_reaches(body: str) -> None:
    assert _harmless(_handler(body)) == []


def test_parameter_leaves_a_sink_open_whoever_calls() -> None:
    assert _harmless(f"{HEAD}def run(line):\n    os.system(line)\nrun('ls')\n") == []


@pytest.mark.parametrize(("route", "is_known"), [("/about", True), ("/files/<path:name>", False)])
def test_path_of_a_request_is_known_when_its_route_is_written_out(route: str, is_known: bool) -> None:
    text = f"{HEAD}@app.route('{route}')\ndef handler(name=''):\n    os.system(request.path.split('/')[1])\n"
    assert _harmless(text) == ([6] if is_known else [])


def test_nothing_is_said_of_a_file_with_a_gap() -> None:
    text = f"{HEAD}def run():\n    os.system('ls')\n"
    assert _harmless(text) == [5]
    assert _harmless(f"{text}    a = = 1\n") == []


def test_nothing_is_said_of_a_file_whose_budget_ended() -> None:
    calls = "".join(f"    a = odd.thing({number})\n" for number in range(5_000))
    assert _harmless(f"{HEAD}def run():\n    os.system('ls')\n{calls}") == []


PARSER = """
    import xml.sax, xml.sax.handler, xml.dom.minidom
    import odd
    def read(text):
        parser = xml.sax.make_parser()
        parser.setFeature(xml.sax.handler.feature_external_ges, True)
        {use}
    def other():
        return read(odd.thing())
"""


@pytest.mark.parametrize(
    ("use", "lines"),
    [
        ("return xml.dom.minidom.parseString('<a/>', parser)", [5, 6, 7]),
        ("return xml.dom.minidom.parseString(text, parser)", []),
        ("odd.keep(parser, xml.dom.minidom.parseString('<a/>', parser))", [7]),
        ("return parser, xml.dom.minidom.parseString('<a/>', parser)", [7]),
        ("return parser", []),
    ],
)
def test_setting_is_harmless_when_its_object_only_serves_harmless_sinks(use: str, lines: list[int]) -> None:
    assert _harmless(dedent(PARSER).replace("{use}", use)) == lines
