import ast
import re


def value(text: str) -> object:
    exec("x = 1")  # finds: python.maintainability.code-from-text
    return eval(text)  # finds: python.maintainability.code-from-text


def careful(text: str) -> object:
    re.compile(text)  # ok: python.maintainability.code-from-text
    return ast.literal_eval(text)  # ok: python.maintainability.code-from-text


def by_builtins(text: str) -> object:
    return builtins.eval(text)  # missing: python.maintainability.code-from-text
