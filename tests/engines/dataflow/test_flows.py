"""Which ways through a program a value takes, and which it does not: finds, and look-alikes that stay silent."""

import pytest
from tests.engines.dataflow.program import analyse, flows_of, reaches

from xcodereviewer.engines.dataflow.verdicts import steps_of

FINDS = {
    "straight": "os.system(q)",
    "through a variable": "a = q\nos.system(a)",
    "concatenated": "os.system('ls ' + q)",
    "formatted with %": "os.system('ls %s' % q)",
    "formatted with format": "os.system('ls {}'.format(q))",
    "formatted in place": "os.system(f'ls {q}')",
    "joined": "os.system(' '.join(['ls', q]))",
    "sliced": "os.system(q[1:])",
    "in a list by index": "a = ['ls', q]\nos.system(a[1])",
    "in a list after an item went": "a = []\na.append('x')\na.append(q)\na.pop(0)\nos.system(a[0])",
    "in a mapping by key": "a = {'x': 'ls', 'y': q}\nos.system(a['y'])",
    "in a mapping by a key nobody knows": "a = {'x': 'ls', 'y': q}\nos.system(a[request.args['k']])",
    "by taking apart": "a, b = 'ls', q\nos.system(b)",
    "the rest of a list": "a, *b = ['ls', q]\nos.system(b[0])",
    "in one branch": "a = 'ls'\nif len(q) > 3:\n    a = q\nos.system(a)",
    "in a conditional": "os.system(q if len(q) > 3 else 'ls')",
    "by default": "os.system(q or 'ls')",
    "in a loop": "a = ''\nfor c in q:\n    a += c\nos.system(a)",
    "from a comprehension": "os.system(' '.join([c for c in q.split()]))",
    "by walrus": "if (a := q):\n    os.system(a)",
    "after an exception": "try:\n    a = q\n    int(a)\nexcept ValueError:\n    os.system(a)",
    "in finally": "a = 'ls'\ntry:\n    a = q\nfinally:\n    os.system(a)",
    "from a branch that is always taken": "a = 'ls'\nif 7 * 6 > 41:\n    a = q\nos.system(a)",
    "in a case that is taken": "a = 'ls'\nmatch 'AB'[0]:\n    case 'A':\n        a = q\nos.system(a)",
    "through a nested function": "def f(x):\n    return x\nos.system(f(q))",
    "through a closure": "def f():\n    return q\nos.system(f())",
    "through a function that counts down to it": (
        "def f(x, n):\n    if n:\n        return f(x, n - 1)\n    os.system(x)\nf(q, 3)"
    ),
    "through a lambda": "f = lambda x: x + 'y'\nos.system(f(q))",
    "through map": "os.system(list(map(lambda x: x, [q]))[0])",
    "in a text buffer": "import io\na = io.StringIO()\na.write(q)\nos.system(a.getvalue())",
    "encoded and decoded": "import base64 as b\nos.system(b.b64decode(b.b64encode(q.encode())).decode())",
    "through a library that nobody described": "import odd\nos.system(odd.thing(q))",
    "matched by a pattern without an end": "import re\nif re.match(r'[a-z]+', q):\n    os.system(q)",
    "with a dangerous character allowed": "import re\nif re.fullmatch(r'[a-z;]+', q):\n    os.system(q)",
    "tested against what others may set": "if q in request.args.getlist('ok'):\n    os.system(q)",
    "on the wrong side of a test": "if not q.isalnum():\n    os.system(q)",
    "escaped for something else": "import html\nos.system(html.escape(q))",
}
SILENT = {
    "a constant": "os.system('ls')",
    "overwritten": "a = q\na = 'ls'\nos.system(a)",
    "another item": "a = ['ls', q]\nos.system(a[0])",
    "an item that went": "a = [q]\na.append('x')\na.pop(0)\nos.system(a[0])",
    "another key": "a = {'x': 'ls', 'y': q}\nos.system(a['x'])",
    "a key that was overwritten": "a = {'y': q}\na['y'] = 'ls'\nos.system(a['y'])",
    "another part": "a, b = 'ls', q\nos.system(a)",
    "a branch that is never taken": "a = 'ls'\nif 7 * 6 < 41:\n    a = q\nos.system(a)",
    "a case that is not taken": "a = 'ls'\nmatch 'AB'[1]:\n    case 'A':\n        a = q\nos.system(a)",
    "a member of a fixed list": "if q in ('ls', 'pwd'):\n    os.system(q)",
    "a key of a fixed mapping": "a = {'l': 'ls'}\nif q in a:\n    os.system(a[q])",
    "equal to a constant": "if q == 'ls':\n    os.system(q)",
    "left early": "if q not in ('ls', 'pwd'):\n    return 'no'\nos.system(q)",
    "raised early": "if not q.isalnum():\n    raise ValueError(q)\nos.system(q)",
    "aborted early": "from flask import abort\nif not q.isdigit():\n    abort(400)\nos.system(q)",
    "a number": "os.system('kill ' + str(int(q)))",
    "a length": "os.system('head -c ' + str(len(q)))",
    "matched whole by harmless characters": "import re\nif re.fullmatch(r'[A-Za-z0-9_]+', q):\n    os.system(q)",
    "matched between anchors": "import re\nif not re.match(r'^[a-z]+$', q):\n    return 'no'\nos.system(q)",
    "quoted for the shell": "import shlex\nos.system('ls ' + shlex.quote(q))",
    "each character tested": "a = ''\nfor c in q:\n    if c.isalnum() or c in ('-',):\n        a += c\nos.system(a)",
    "a function that gives something else": "def f(x):\n    return 'ls'\nos.system(f(q))",
    "checked by conversion": "try:\n    int(q)\nexcept ValueError:\n    return 'no'\nos.system(q)",
    "a number by its type": "if isinstance(q, int):\n    os.system(str(q))",
    "a comparison": "os.system(str(q == 'x'))",
    "after a return": "return 'ok'\nos.system(q)",
}


@pytest.mark.parametrize("name", FINDS)
def test_value_arrives(name: str) -> None:
    assert reaches(FINDS[name])


@pytest.mark.parametrize("name", SILENT)
def test_value_does_not_arrive(name: str) -> None:
    assert not reaches(SILENT[name])


CHECKS = {
    "one of a list": ("if ok(q):\n    os.system(q)", "def ok(x):\n    return x in ('ls', 'pwd')\n"),
    "a pattern": (
        "if not ok(q):\n    return 'no'\nos.system(q)",
        "import re\ndef ok(x):\n    return re.fullmatch('[a-z]+', x) is not None\n",
    ),
    "several returns": (
        "if ok(q):\n    os.system(q)",
        "def ok(x):\n    if not x.isalnum():\n        return False\n    return True\n",
    ),
    "one that raises": ("check(q)\nos.system(q)", "def check(x):\n    if not x.isalnum():\n        raise ValueError\n"),
}


@pytest.mark.parametrize("name", CHECKS)
def test_functions_of_the_program_are_known_as_checks(name: str) -> None:
    body, head = CHECKS[name]
    assert not reaches(body, head)


def test_function_that_checks_something_else_is_no_check() -> None:
    assert reaches("if ok(q):\n    os.system(q)", "def ok(x):\n    return len(x) < 9\n")
    assert reaches(
        "check(q)\nos.system(q)", "def check(x):\n    x = 'y'\n    if not x.isalnum():\n        raise ValueError\n"
    )


def test_value_goes_through_functions_methods_and_modules() -> None:
    files = {
        "shop/web.py": """\
            from flask import Flask, request
            from . import work
            from .work import Runner

            app = Flask(__name__)

            @app.route("/a")
            def a():
                return work.run(request.args["q"])

            @app.route("/b")
            def b():
                runner = Runner(request.form["q"])
                runner.start()
                return ""
            """,
        "shop/work.py": """\
            import os

            def run(command):
                return execute(command)

            def execute(line):
                os.system(line)
                return "done"

            class Base:
                def start(self):
                    os.system(self.command)

            class Runner(Base):
                def __init__(self, command):
                    self.command = command
            """,
    }
    assert flows_of(files) == ["shop/work.py:12 command", "shop/work.py:7 command"]


def test_large_function_is_known_to_its_callers_by_its_summary() -> None:
    filler = "\n".join(f"    x{number} = {number}" for number in range(60))
    head = f"def large(first, second):\n{filler}\n    os.system(second['key'].strip())\n    return first\n"
    assert reaches("large('ls', {'key': q})", head)
    assert not reaches("large('ls', {'other': q, 'key': 'ls'})", head)
    assert not reaches("large(q, {'key': 'ls'})", head)
    assert reaches("os.system(large(q, {'key': 'ls'}))", head)


def test_recursion_and_import_cycles_come_to_an_end() -> None:
    files = {
        "a.py": "import b\nfrom flask import request\ndef f(x):\n    return b.g(x)\n"
        "def h():\n    f(request.args['q'])\n",
        "b.py": "import os\nimport a\ndef g(x):\n    os.system(x)\n    return a.f(x + 'y') if x else g(x[1:])\n",
    }
    assert flows_of(files) == ["b.py:4 command"]


def test_same_program_gives_the_same_hits_in_the_same_order() -> None:
    text = "import os\nfrom flask import request\n" + "".join(
        f"def f{number}():\n    os.system(request.args['q{number}'])\n" for number in range(20)
    )
    first, second = (flows_of({"a.py": text, "b.py": text}) for _ in range(2))
    assert first == second
    assert len(first) == 40


def test_way_is_told_from_source_to_sink() -> None:
    text = """\
        import os
        from flask import request

        def run(line):
            command = "ls " + line
            os.system(command)

        def handler():
            name = request.args["q"]
            run(name)
        """
    (hit,) = analyse({"app.py": text}).hits.values()
    assert [(step.span.start_line, step.message) for step in steps_of(hit.taint.trace)] == [
        (9, "The value enters here: query parameter."),
        (9, "It is kept in `name`."),
        (10, "It is given to `run`."),
        (4, "It is the parameter `line`."),
        (5, "It is kept in `command`."),
        (6, "It arrives in `os.system`."),
    ]
