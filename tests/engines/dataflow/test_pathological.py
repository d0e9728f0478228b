"""Programs that nobody writes by hand: each costs a bounded number of steps, its gap is told, the rest is analysed."""

from collections.abc import Mapping

import msgspec
import pytest

from xcodereviewer.domain.engine import FileFacts, Gap, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import Module, unpack
from xcodereviewer.engines.dataflow.languages.java import lower_java
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.lowering import lower
from xcodereviewer.engines.dataflow.root import Root
from xcodereviewer.engines.dataflow.solve import solve
from xcodereviewer.engines.dataflow.verdicts import Verdicts

HEAD = "import os\nfrom flask import Flask, request\napp = Flask(__name__)\n"
HANDLER = "\n\n@app.route('/')\ndef handler():\n    os.system(request.args['q'])\n"
MOST_STEPS = 100_000
BYTES_PER_CHARACTER = 12  # of the module that a text becomes


def _function(body: str, parameters: str = "x") -> str:
    return f"def f({parameters}):\n" + "".join(f"    {line}\n" for line in body.splitlines())


def _nested(before: str, inside: str, after: str = "", times: int = 1000) -> str:
    return before * times + inside + after * times


BRANCHES = "".join(f"if x == {number}:\n    y{number} = x\n" for number in range(10_000))
ELIFS = "if x == 0:\n    y = 0\n" + "".join(f"elif x == {number}:\n    y = {number}\n" for number in range(1, 10_000))
IFS = "".join(f"{' ' * number}if x > {number}:\n" for number in range(1000)) + " " * 1000 + "y = x"
TABLE = "".join(f"    {number}: ([1, -2, 3.5], ('a', None), {{'b': {number}}}),\n" for number in range(20_000))
TYPES = """
class A:
    def __init__(self, b: 'B'):
        self.a = A(b)
class B(A):
    def __init__(self, a: A):
        self.b = B(self)
class C(C): pass
class D(E): pass
class E(D): pass
"""
ALONE = {
    "10,000 branches in a function": (_function(BRANCHES), ["line 4: the function takes too long"]),
    "10,000 branches in a module": (f"x = app\n{BRANCHES}", ["the module takes too long"]),
    "10,000 alternatives": (_function(ELIFS), ["line 4: the function takes too long"]),
    "5,000 cases": (
        _function("match x:\n" + "".join(f"    case {number}:\n        y = x\n" for number in range(5000))),
        ["line 4: the function takes too long"],
    ),
    "1,000 ifs in each other": (_function(IFS), ["lines 4 to 493, lines 554 to 1005 cannot be followed"]),
    "1,000 parentheses": (_function(f"return {_nested('(', 'x', ')')}"), ["line 5 cannot be followed"]),
    "1,000 calls in each other": (_function(f"return {_nested('str(', 'x', ')')}"), ["line 5 cannot be followed"]),
    "1,000 calls after each other": (_function(f"return x{'.strip()' * 1000}"), ["line 5 cannot be followed"]),
    "1,000 lists in each other": (_function(f"return {_nested('[', 'x', ']')}"), ["line 5 cannot be followed"]),
    "1,000 lambdas in each other": (f"f = {_nested('lambda: ', '1')}", ["line 4 cannot be followed"]),
    "a sum of 5,000": (_function("return (x" + "\n+ x" * 5000 + ")"), []),
    "a choice of 5,000": (_function("return (x" + "\nor x" * 5000 + ")"), []),
    "a comparison of 5,000": (_function("return (x" + "\n< x" * 5000 + ")"), []),
    "a pattern of 5,000": (_function("match x:\n    case (1" + "\n        | 2" * 5000 + "): pass"), []),
    "a literal of a megabyte in a line": (f"DATA = '{'A' * 1_000_000}'\n", []),
    "a literal of a megabyte in lines": (f"DATA = '''{('A' * 99 + chr(10)) * 10_000}'''\n", []),
    "a template of 4,000 parts": (_function("return f'''" + "{x}\n" * 4000 + "'''"), []),
    "a mapping of 50,000": ("DATA = {\n" + "".join(f"    'k{n}': 'v{n}',\n" for n in range(50_000)) + "}\n", []),
    "a table of 20,000 lines": (f"TABLE = {{\n{TABLE}}}\n", []),
    "20,000 assignments": ("T = {}\n" + "".join(f"T['k{n}'] = ([{n}], 'v{n}')\n" for n in range(20_000)), []),
    "20,000 functions": ("".join(f"def f{n}(x):\n    return x\n" for n in range(20_000)), []),
    "2,000 parameters": (
        _function(
            "return [" + ",\n".join(f"p{n}" for n in range(2000)) + "]", ",\n".join(f"p{n}" for n in range(2000))
        ),
        [],
    ),
    "recursive types": (TYPES, []),
    "2,000 functions that call the next": (
        "".join(f"def f{n}(x):\n    return f{n + 1}(x)\n" for n in range(2000)) + "def f2000(x):\n    return x\n",
        [],
    ),
    "300 functions that call each other": (
        "".join(
            f"def f{n}(x):\n    return f{n * 7 % 300}(x) + f{n * 11 % 300}(f{(n + 1) % 300}(x))\n" for n in range(300)
        ),
        [],
    ),
}


class _Kept(Verdicts):
    """Has nothing to say of a program, and keeps it."""

    analysis: Analysis

    def matches(self, analysis: Analysis) -> object:  # type: ignore[override]
        self.analysis = analysis
        return iter(())


def _analysed(files: Mapping[str, str], watch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Return which lines are command injections, as `path:line`, and the gaps; hold what it costs to its bounds."""
    facts, gaps = [], []
    for number, (path, text) in enumerate(files.items()):
        content, gap = lower(SourceText(id=number, language=Language.PYTHON, text=text))
        assert len(content) <= BYTES_PER_CHARACTER * len(text) + 500
        facts.append(FileFacts(id=number, path=path, facts=content))
        gaps += [gap] if gap else []
    steps = 0
    spend = Root.spend

    def counted(root: Root, *amount: int) -> None:
        nonlocal steps
        steps += 1
        spend(root, *amount)

    watch.setattr(Root, "spend", counted)
    kept = _Kept([])
    gaps += [one.reason for _, one in solve(facts, kept) if isinstance(one, Gap)]
    assert steps <= MOST_STEPS
    paths = {unit.number: unit.path for unit in kept.analysis.units}
    return [f"{paths[hit.unit]}:{unpack(hit.at).start_line}" for hit in kept.analysis.hits.values()], gaps


@pytest.mark.parametrize("name", ALONE)
def test_rest_is_analysed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, told = ALONE[name]
    program = HEAD + text + HANDLER
    found, gaps = _analysed({"app.py": program}, monkeypatch)
    assert (found, gaps) == ([f"app.py:{program.count(chr(10))}"], told)


def test_modules_that_import_each_other_in_a_circle_are_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    circle = {
        f"shop/m{n}.py": f"from shop.m{(n + 1) % 50} import *\nfrom . import m{(n + 2) % 50}\ndef f{n}(x):\n"
        f"    return m{(n + 2) % 50}.f{(n + 2) % 50}(x)\n"
        for n in range(50)
    }
    program = f"from shop.m0 import f0\n{HEAD}{HANDLER}"
    found, gaps = _analysed({**circle, "shop/app.py": program}, monkeypatch)
    assert (found, gaps) == ([f"shop/app.py:{program.count(chr(10))}"], [])


@pytest.mark.parametrize("operator", ["+", "||"])
@pytest.mark.parametrize("language", ["java", "javascript"])
def test_long_chain_can_be_encoded(operator: str, language: str) -> None:
    body = f"y = x{f'{chr(10)}{operator} x' * 5000};"
    module = (
        lower_java(f"class A {{ void f(int x) {{ {body} }} }}")
        if language == "java"
        else lower_javascript(f"function f(x) {{ {body} }}", language="javascript")
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(module), type=Module) == module


def test_result_of_a_function_that_was_given_up_may_come_from_its_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    program = HEAD + _function(f"{BRANCHES}return x") + HANDLER.replace("request.args['q']", "f(request.args['q'])")
    assert _analysed({"app.py": program}, monkeypatch)[0] == [f"app.py:{program.count(chr(10))}"]
