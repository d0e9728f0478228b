"""Changes of Python source that keep what it does, or that turn one decision and with it the label.

Each takes the text of a file and returns the changed texts, or None where there is nothing to change. They know Python
and no benchmark. Comments are lost (`ast.unparse`), so labels must not be marks in the code.
"""

import ast
import builtins
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

__all__ = ["MOVED", "MUTATIONS", "Mutant", "flip", "move", "rename", "reorder", "wrap"]

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
_FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef
_HELPER = "kept_as_it_is"
MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """The changed file, and what was moved out of it; `MOVED` is the folder beside it where that goes."""

    text: str
    moved: str | None = None


def rename(text: str, stem: str) -> Mutant | None:  # noqa: ARG001 - one signature for all
    """Give local variables and functions without decorators other names, the same all over the file."""
    tree = ast.parse(text)
    names = sorted(_own_names(tree) - _foreign_names(tree))
    if not names:
        return None
    new = {name: f"item_{number}" for number, name in enumerate(names, start=1)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = new.get(node.id, node.id)
        elif isinstance(node, _FUNCTION):
            node.name = new.get(node.name, node.name)
    return Mutant(text=ast.unparse(tree))


def reorder(text: str, stem: str) -> Mutant | None:  # noqa: ARG001 - one signature for all
    """Turn round the order of functions that stand together and of which none needs another to be defined."""
    tree = ast.parse(text)
    is_changed = False
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body, was = _turned(node.body), node.body
            is_changed |= node.body != was
    return Mutant(text=ast.unparse(tree)) if is_changed else None


def wrap(text: str, stem: str) -> Mutant | None:  # noqa: ARG001 - one signature for all
    """Send what is assigned to a local variable through a function that returns it."""
    tree = _wrapped(text)
    if tree is None:
        return None
    tree.body[_after_imports(tree) : _after_imports(tree)] = _identity()
    return Mutant(text=ast.unparse(ast.fix_missing_locations(tree)))


def move(text: str, stem: str) -> Mutant | None:
    """Do the same, and move that function and all others that stand for themselves to another file."""
    tree = _wrapped(text)
    if tree is None:
        return None
    moved: list[ast.stmt] = [*_identity(), *(node for node in tree.body if _stands_for_itself(node))]
    tree.body = [node for node in tree.body if node not in moved]
    names = [ast.alias(name=node.name) for node in moved if isinstance(node, _FUNCTION)]
    imported = ast.ImportFrom(module=f"{MOVED}.{stem}", names=names, level=1)
    tree.body.insert(_after_imports(tree), imported)
    there = ast.fix_missing_locations(ast.Module(body=moved, type_ignores=[]))
    return Mutant(text=ast.unparse(ast.fix_missing_locations(tree)), moved=ast.unparse(there))


def flip(text: str) -> str | None:
    """Swap a constant, so that a branch gives a variable a constant where it gave it a value, or the other way round.

    Only where constants alone decide a branch that assigns one variable on either side.
    """
    tree = ast.parse(text)
    for function in (node for node in ast.walk(tree) if isinstance(node, _FUNCTION)):
        known = _constants(function)
        for node in ast.walk(function):
            if isinstance(node, ast.If | ast.IfExp) and _flip_test(node, known):
                return ast.unparse(tree)
            if isinstance(node, ast.Match) and _flip_subject(node, known):
                return ast.unparse(tree)
    return None


MUTATIONS: Mapping[str, Callable[[str, str], Mutant | None]] = {
    "rename": rename,
    "reorder": reorder,
    "wrap": wrap,
    "move": move,
}


def _own_names(tree: ast.Module) -> set[str]:
    """Return the names that are bound in functions: variables, and functions without a decorator."""
    names = set()
    for function in (node for node in ast.walk(tree) if isinstance(node, _FUNCTION)):
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, _FUNCTION) and not node.decorator_list and not _is_method(node, tree):
                names.add(node.name)
    return names


def _is_method(function: _FunctionDef, tree: ast.Module) -> bool:
    return any(isinstance(node, ast.ClassDef) and function in node.body for node in ast.walk(tree))


def _foreign_names(tree: ast.Module) -> set[str]:
    """Return the names that mean something outside of the functions, or that a text may speak of."""
    names = set(dir(builtins))
    outside = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef)]
    for statement in (statement for node in outside for statement in node.body):
        if isinstance(statement, _FUNCTION):
            names.add(statement.name)  # a module's functions may be imported
        else:
            names |= {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)} - _in_functions(statement)
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom():
                names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            case ast.Global() | ast.Nonlocal():
                names |= set(node.names)
            case ast.arg():
                names.add(node.arg)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                names.add(name)
            case _:
                pass
    return names


def _in_functions(statement: ast.stmt) -> set[str]:
    functions = (node for node in ast.walk(statement) if isinstance(node, _FUNCTION))
    return {node.id for function in functions for node in ast.walk(function) if isinstance(node, ast.Name)}


def _turned(body: list[ast.stmt]) -> list[ast.stmt]:
    turned: list[ast.stmt] = []
    for is_function, group in groupby(body, lambda node: isinstance(node, _FUNCTION)):
        nodes = list(group)
        functions = [node for node in nodes if isinstance(node, _FUNCTION)]
        turned += reversed(nodes) if is_function and _are_independent(functions) else nodes
    return turned


def _are_independent(functions: Sequence[_FunctionDef]) -> bool:
    names = {function.name for function in functions}
    needed = {
        node.id
        for function in functions
        for part in (*function.decorator_list, *function.args.defaults, *filter(None, function.args.kw_defaults))
        for node in ast.walk(part)
        if isinstance(node, ast.Name)
    }
    return len(names) == len(functions) and names.isdisjoint(needed)


def _wrapped(text: str) -> ast.Module | None:
    tree = ast.parse(text)
    values = [
        node
        for function in ast.walk(tree)
        if isinstance(function, _FUNCTION)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    for node in values:
        if not _is_wrapped(node.value) and not isinstance(node.value, ast.Yield | ast.YieldFrom | ast.Await):
            node.value = ast.Call(func=ast.Name(id=_HELPER, ctx=ast.Load()), args=[node.value], keywords=[])
    return tree if values else None


def _is_wrapped(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == _HELPER


def _identity() -> list[ast.stmt]:
    return ast.parse(f"def {_HELPER}(value):\n    return value\n").body


def _after_imports(tree: ast.Module) -> int:
    """Return the index of the first statement that is neither the docstring nor a `__future__` import."""
    for index, node in enumerate(tree.body):
        is_future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        if not is_future and not (index == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return index
    return len(tree.body)


def _stands_for_itself(node: ast.stmt) -> bool:
    """Whether a function of the module uses nothing but its parameters, its own names and builtins."""
    if not isinstance(node, _FUNCTION) or node.decorator_list:
        return False
    own = {*dir(builtins), _HELPER, node.name} | {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    loaded = set()
    for one in ast.walk(node):
        match one:
            case ast.Name(id=name, ctx=ast.Load()):
                loaded.add(name)
            case ast.Name(id=name):
                own.add(name)
            case ast.Import() | ast.ImportFrom():
                own |= {(alias.asname or alias.name).split(".")[0] for alias in one.names}
            case _:
                pass
    return loaded <= own


_Known = Mapping[str, ast.expr]
_OPERATIONS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
}


def _constants(function: _FunctionDef) -> _Known:
    """Return what the variables that are assigned once are assigned."""
    assigned: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            assigned.setdefault(node.targets[0].id, []).append(node.value)
    return {name: values[0] for name, values in assigned.items() if len(values) == 1}


def _value(node: ast.expr, known: _Known) -> int | str | None:
    """Return what constants come to; None where it is not known."""
    match node:
        case ast.Constant(value=int() | str() as value):
            return value
        case ast.Name(id=name) if name in known:
            return _value(known[name], {key: value for key, value in known.items() if key != name})
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _OPERATIONS:
            first, second = _value(left, known), _value(right, known)
            if isinstance(first, int) and isinstance(second, int):
                return _OPERATIONS[type(operation)](first, second)
            return None
        case ast.Subscript(value=of, slice=index):
            text, number = _value(of, known), _value(index, known)
            if isinstance(text, str) and isinstance(number, int) and 0 <= number < len(text):
                return text[number]
            return None
        case _:
            return None


def _flip_test(node: ast.If | ast.IfExp, known: _Known) -> bool:
    if not isinstance(node.test, ast.Compare) or len(node.test.ops) != 1 or not _differ(*_sides(node)):
        return False
    left, limit = _value(node.test.left, known), node.test.comparators[0]
    if not isinstance(left, int) or not isinstance(limit, ast.Constant) or not isinstance(limit.value, int):
        return False
    match node.test.ops[0]:
        case ast.Gt():
            limit.value = left if left > limit.value else left - 1
        case ast.Lt():
            limit.value = left if left < limit.value else left + 1
        case _:
            return False
    return True


def _sides(node: ast.If | ast.IfExp) -> tuple[ast.expr | None, ast.expr | None]:
    if isinstance(node, ast.IfExp):
        return node.body, node.orelse
    return _assigned(node.body), _assigned(node.orelse)


def _assigned(body: Sequence[ast.stmt]) -> ast.expr | None:
    """Return what a branch assigns, if that is all it does."""
    if len(body) == 1 and isinstance(body[0], ast.Assign) and isinstance(body[0].targets[0], ast.Name):
        return body[0].value
    return None


def _differ(first: ast.expr | None, second: ast.expr | None) -> bool:
    if first is None or second is None:
        return False
    return isinstance(first, ast.Constant) != isinstance(second, ast.Constant)


def _flip_subject(node: ast.Match, known: _Known) -> bool:
    """Choose another letter of the text that the subject is taken from."""
    place = known.get(node.subject.id) if isinstance(node.subject, ast.Name) else node.subject
    if not isinstance(place, ast.Subscript) or not isinstance(place.slice, ast.Constant):
        return False
    text, subject = _value(place.value, known), _value(place, known)
    if not isinstance(text, str) or not isinstance(subject, str):
        return False
    taken = _taken(node, subject)
    for index, letter in enumerate(text):
        if _differ(taken, _taken(node, letter)):
            place.slice.value = index
            return True
    return False


def _taken(node: ast.Match, subject: str) -> ast.expr | None:
    return next((_assigned(case.body) for case in node.cases if subject in _letters(case.pattern)), None)


def _letters(pattern: ast.pattern) -> Iterator[object]:
    for part in pattern.patterns if isinstance(pattern, ast.MatchOr) else [pattern]:
        if isinstance(part, ast.MatchValue) and isinstance(part.value, ast.Constant):
            yield part.value.value
