"""Why nothing is found on a line: each reason that the engine knows."""

import pytest
from tests.engines.dataflow.program import MODELS

from xcodereviewer.domain.kinds import SinkKind, SourceKind
from xcodereviewer.engines.dataflow.hits import Line
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.why_not import Questioned

PROGRAM = """import os, shlex, odd
from flask import Flask, request
app = Flask(__name__)

def run(line):
    os.system(line)

@app.route("/")
def index():
    q = request.args["q"]
    os.system("ls " + shlex.quote(q))
    os.system(q)
    if q in ("a", "b"):
        os.system(q)
    odd.thing(q)
    len(q)
    run("ls")
    x = 1
    if False:
        os.system(q)
    os.system(os.environ["X"])
    a = = 1
    return "done"
"""
FLOWS = {("python", SourceKind.REQUEST, SinkKind.COMMAND): None}
ANSWERS = {
    6: "`os.system` (a sink of kind command) gets the parameter `line` of `run`; a finding needs a caller that was"
    " followed and brings a source.",
    11: "The query parameter of line 10 reaches `os.system` (a sink of kind command), made safe for it on this way, or"
    " by a test.",
    12: "The query parameter of line 10 reaches `os.system`: this is a finding.",
    14: "`os.system` (a sink of kind command) was met; what arrives is a literal ('a', 'b'): it is written so, or a"
    " test narrows it to that.",
    15: "`odd.thing` is in no library model: nobody said what it does with its arguments.",
    16: "`builtins.len` is in a library model, and no sink for what it is given here.",
    17: "What is called here is no member of a library by name: a function of the program, whose lines can be asked"
    " about, or a method of something whose type nobody said.",
    18: "No call stands on this line, and nothing that is assigned on it is a sink.",
    20: "Control was not followed to this line: constants decide that it does not run, what stands before it never"
    " returns, or a budget ended.",
    21: "The environment variable of line 21 reaches `os.system`, and no rule speaks of environment in command.",
    22: "This line could not be read, so nothing was followed through it.",
}


def _answers(text: str, line: int) -> list[str]:
    questioned = Questioned([Unit(0, "app.py", lower_python(text))], MODELS, Line("app.py", line))
    questioned.run()
    return [answer.words for answer in questioned.answers(FLOWS)]


@pytest.mark.parametrize("line", ANSWERS)
def test_line_is_explained(line: int) -> None:
    assert _answers(PROGRAM, line)[0] == ANSWERS[line]


def test_way_of_a_value_that_was_made_safe_is_told() -> None:
    questioned = Questioned([Unit(0, "app.py", lower_python(PROGRAM))], MODELS, Line("app.py", 11))
    questioned.run()
    trace = next(questioned.answers(FLOWS)).trace
    assert trace is not None
    assert (trace.role, trace.text) == ("assign", "q")


def test_budget_that_ended_is_told() -> None:
    branches = "".join(f"    if x == {number}:\n        y = x\n" for number in range(5000))
    answers = _answers(f"import os\ndef f(x):\n{branches}    os.system(x)\n", 10_003)
    assert answers[-1] == "Not all of this file was followed: the function takes too long."
