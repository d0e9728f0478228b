"""What is known of a function whoever calls it, and which functions are followed from which."""

import pytest
from tests.engines.dataflow.summaries import calls_of, summaries_of

FUNCTIONS = {
    "gives its parameter": ("def f(x):\n    return x\n", ["gives x", "gives x itself"]),
    "gives a part of it": (
        "def f(x):\n    return x.form['name']\n",
        ["gives x.form['name']"],
    ),
    "gives literals": ("def f(x):\n    return 'a' if x else 'b'\n", ["gives 'a'", "gives 'b'"]),
    "gives a library's object": ("import hashlib\ndef f():\n    return hashlib\n", ["gives hashlib"]),
    "gives what enters inside": (
        "from flask import request\ndef f():\n    return request.args['q']\n",
        ["gives request of line 3, safe for mappings"],
    ),
    "reaches a sink": (
        "import os\ndef f(x):\n    os.system('ls ' + x)\n",
        ["gives None", "x reaches command at line 3"],
    ),
    "reaches a sink by a part": (
        "import os\ndef f(x):\n    os.system(x['a'].b)\n",
        ["gives None", "x['a'].b reaches command at line 3"],
    ),
    "makes safe": (
        "import html\ndef f(x):\n    return html.escape(x)\n",
        ["gives html.escape()", "gives x, safe for xpath, html"],
    ),
    "does not know what it calls": (
        "import odd\ndef f(x):\n    return odd.g(x)\n",
        ["gives odd.g()", "gives x, doubted"],
    ),
    "returns only when it is safe": (
        "def f(x):\n    if not x.isalnum():\n        raise ValueError\n",
        ["ensures x is safe for all that characters decide", "gives None"],
    ),
    "never returns": ("def f(x):\n    raise ValueError(x)\n", ["never returns"]),
    "writes into its parameter": (
        "def f(x, y):\n    x['a'] = y\n    x.b = y\n",
        ["gives None", "writes y to x['a']", "writes y to x['b']"],
    ),
    "writes under any key": ("def f(x, y, k):\n    x[k] = y\n", ["gives None", "writes y to x[any]"]),
    "makes an object": ("def f(x):\n    return {'a': x}\n", ["gives x", "makes an object"]),
    "calls another": (
        "import os\ndef f(x):\n    g(x)\ndef g(y):\n    os.system(y)\n",
        ["gives None", "x reaches command at line 5"],
    ),
    "calls itself with its parameters in another order": (
        "import os\ndef f(x, y):\n    if y:\n        f(y, x)\n    os.system(x)\n",
        ["gives None", "x reaches command at line 5", "y reaches command at line 5"],
    ),
    "calls itself": (
        "import os\ndef f(x):\n    if x:\n        f(x + 'a')\n    os.system(x)\n",
        ["gives None", "x reaches command at line 5"],
    ),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_is_known(name: str) -> None:
    text, told = FUNCTIONS[name]
    assert summaries_of(text)["f"] == told


PROGRAM = """
    class Store:
        def save(self, item):
            self.check(item)

        def check(self, item):
            return item

    class Strict(Store):
        def check(self, item):
            return validate(item)

    def validate(item):
        return item

    def applied(function):
        def wrapper(item):
            return function(item)
        return wrapper

    @applied
    def handler(item):
        Strict().save(item)
        list(map(validate, [item]))
        missing(item)

    handler("a")
"""


def test_calls_lead_through_inheritance_decorators_and_functions_as_values(monkeypatch: pytest.MonkeyPatch) -> None:
    assert calls_of(PROGRAM, monkeypatch) == [
        "<module> > applied",
        "<module> > wrapper",
        "check > validate",
        "handler > Store.save",
        "handler > validate",
        "save > Store.check",
        "save > Strict.check",
        "wrapper > handler",
    ]
