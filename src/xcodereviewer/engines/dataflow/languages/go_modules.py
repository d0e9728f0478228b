"""`go.mod`, lowered: which path the module has, and what stands for the modules that it replaces.

The path is the variable `module`; `replace example.com/lib => ../lib` is the variable `replace example.com/lib`.
"""

import re

from xcodereviewer.engines.dataflow.ir import Assign, Const, Module, Name, Statement, pack

__all__ = ["MODULE", "REPLACE", "lower_go_module"]

MODULE = "module"
REPLACE = "replace "
_COMMENT = re.compile(r"//.*")
_REPLACED = re.compile(r"(\S+)(?:\s+v\S+)?\s*=>\s*(\S+)(?:\s+v\S+)?")


def lower_go_module(text: str) -> Module:
    """Lower one `go.mod`."""
    body: list[Statement] = []
    block = ""
    for number, line in enumerate(text.splitlines(), 1):
        words = _COMMENT.sub("", line).strip()
        verb, _, rest = words.partition(" ")
        if block:
            verb, rest = block, words
        if words in (")", ""):
            block = "" if words else block
        elif rest.strip() == "(":
            block = verb
        elif verb == "module":
            body.append(_assigned(number, line, MODULE, rest.strip().strip('"`')))
        elif verb == "replace" and (found := _REPLACED.fullmatch(rest.strip())):
            body.append(_assigned(number, line, REPLACE + found[1].strip('"`'), found[2].strip('"`')))
    return Module("go", tuple(body))


def _assigned(number: int, line: str, name: str, value: str) -> Statement:
    at = pack(number, 1, number, len(line) + 1)
    return Assign(at, Name(at, name), Const(at, value))
