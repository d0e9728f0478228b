"""The IR as text that a person can read and a test can compare whole: places are left out."""

from collections.abc import Sequence

from xcodereviewer.engines.dataflow import ir

__all__ = ["show"]

_Blocks = tuple[tuple[str, Sequence[ir.Statement]], ...]  # each with the line before it


def show(module: ir.Module) -> str:
    """Return the statements of a module, one a line, blocks indented."""
    return "\n".join(_block(module.body, 0))


def _block(statements: Sequence[ir.Statement], depth: int) -> list[str]:
    return [line for statement in statements for line in _statement(statement, depth)]


def _statement(node: ir.Statement, depth: int) -> list[str]:
    head, *blocks = _parts(node)
    lines = ["    " * depth + head]
    for title, block in blocks:
        if title:
            lines.append("    " * depth + title)
        lines += _block(block, depth + 1)
    return lines


def _parts(node: ir.Statement) -> tuple[str, *tuple[tuple[str, Sequence[ir.Statement]], ...]]:
    """Return the first line of a statement and its blocks, each with the line before it."""
    match node:
        case ir.If():
            return (f"if {_e(node.test)}:", *_blocks(node.then, node.other))
        case ir.Loop():
            kind = "do" if node.tests_last else "while"
            update = (("update:", node.update),) if node.update else ()
            head = f"{_label(node.label)}{kind} {_e(node.test)}:"
            blocks: _Blocks = (("", node.body), *update, *_otherwise(node.other))
            return (head, *blocks)
        case ir.For():
            kind = "in" if node.over_keys else "of"
            head = f"{_label(node.label)}for {_e(node.target)} {kind} {_e(node.iterable)}:"
            return (head, *_blocks(node.body, node.other))
        case ir.Try():
            handlers = ((f"except {handler.name}:", handler.body) for handler in node.handlers)
            final = (("finally:", node.final),) if node.final else ()
            parts: _Blocks = (("", node.body), *handlers, *_otherwise(node.other), *final)
            return ("try:", *parts)
        case ir.With():
            items = (f"{_e(one.target)} = {_e(one.value)}" if one.target else _e(one.value) for one in node.items)
            return (f"with {', '.join(items)}:", ("", node.body))
        case ir.Switch():
            return (f"switch {_e(node.subject)}:", *((_case(case), case.body) for case in node.cases))
        case ir.Function():
            return (f"{_marks(node.decorators)}{_kind(node)} {node.name}({_parameters(node)}):", ("", node.body))
        case ir.Class():
            bases = ", ".join(_e(base.value) for base in node.bases)
            return (f"{_marks(node.decorators)}class {node.name}({bases}):", ("", node.body))
    return (_line(node),)


def _blocks(first: Sequence[ir.Statement], other: Sequence[ir.Statement]) -> _Blocks:
    return (("", first), *_otherwise(other))


def _otherwise(block: Sequence[ir.Statement]) -> _Blocks:
    return (("else:", block),) if block else ()


def _line(node: ir.Statement) -> str:
    match node:
        case ir.Assign():
            declared = f": {_e(node.annotation)}" if node.annotation is not None else ""
            return f"{_e(node.target)}{declared}" + (f" = {_e(node.value)}" if node.value is not None else "")
        case ir.Evaluate():
            return _e(node.value)
        case ir.Return() | ir.Raise():
            word = "return" if isinstance(node, ir.Return) else "raise"
            return f"{word} {_e(node.value)}" if node.value is not None else word
        case ir.Break() | ir.Continue():
            return f"{type(node).__name__.lower()} {node.label}".strip()
        case ir.Import():
            return f"import {node.module!r} {node.member or '.'} as {node.name}"
        case ir.Delete():
            return f"delete {_e(node.target)}"
    raise AssertionError(node)


def _case(case: ir.Case) -> str:
    patterns = ", ".join(map(_e, case.patterns))
    guard = f" when {_e(case.guard)}" if case.guard is not None else ""
    return f"case {patterns}{guard}:"


def _label(name: str) -> str:
    return f"{name}: " if name else ""


def _kind(node: ir.Function) -> str:
    return ("async " if node.is_async else "") + ("generator" if node.is_generator else "function")


def _marks(decorators: Sequence[ir.Expression]) -> str:
    return "".join(f"@{_e(one)} " for one in decorators)


def _parameters(function: ir.Function) -> str:
    shown = []
    for one in function.parameters:
        declared = f": {_e(one.annotation)}" if one.annotation is not None else ""
        default = f" = {_e(one.default)}" if one.default is not None else ""
        shown.append(f"{_marks(one.decorators)}{one.kind}{one.name}{declared}{default}")
    outer = f" | outer {' '.join(function.outer)}" if function.outer else ""
    return ", ".join(shown) + outer


def _e(node: ir.Expression | None) -> str:
    """Return an expression; operators are always in parentheses."""
    match node:
        case None:
            return ""
        case ir.Const():
            return repr(node.value)
        case ir.Name():
            return node.name
        case ir.Attribute():
            return f"{_e(node.of)}.{node.name}"
        case ir.Index():
            return f"{_e(node.of)}[{_e(node.key)}]"
        case ir.Call():
            return f"{'new ' if node.is_new else ''}{_e(node.callee)}({_arguments(node.arguments)})"
        case ir.Binary() | ir.Logic():
            return f"({_e(node.left)} {node.operator} {_e(node.right)})"
        case ir.Unary():
            return f"({node.operator} {_e(node.operand)})"
        case ir.Conditional():
            return f"({_e(node.yes)} if {_e(node.test)} else {_e(node.no)})"
        case ir.Walrus():
            return f"({_e(node.target)} := {_e(node.value)})"
    return _compound(node)


def _arguments(arguments: Sequence[ir.Argument]) -> str:
    return ", ".join(f"{one.keyword}{'' if one.keyword[:1] in ('', '*') else '='}{_e(one.value)}" for one in arguments)


def _generator(one: ir.Generator) -> str:
    conditions = "".join(f" if {_e(condition)}" for condition in one.conditions)
    return f" for {_e(one.target)} of {_e(one.iterable)}{conditions}"


def _compound(node: ir.Expression) -> str:
    match node:
        case ir.Template():
            return f"text({', '.join(map(_e, node.parts))})"
        case ir.Collection():
            return f"[{', '.join(map(_e, node.items))}]"
        case ir.Record():
            entries = (f"...{_e(value)}" if key is None else f"{_e(key)}: {_e(value)}" for key, value in node.entries)
            return f"{{{', '.join(entries)}}}"
        case ir.Lambda():
            body = "; ".join(line.strip() for line in _block(node.function.body, 0))
            return f"<{_kind(node.function)} {node.function.name}({_parameters(node.function)}): {body}>"
        case ir.Await():
            return f"await {_e(node.value)}"
        case ir.Yield():
            return f"yield{'*' if node.is_each else ''} {_e(node.value)}"
        case ir.Spread():
            return f"...{_e(node.value)}"
        case ir.Slice():
            step = f":{_e(node.step)}" if node.step is not None else ""
            return f"{_e(node.of)}[{_e(node.lower)}:{_e(node.upper)}{step}]"
        case ir.Comprehension():
            key = f"{_e(node.key)}: " if node.key is not None else ""
            return f"<{node.kind} {key}{_e(node.element)}{''.join(map(_generator, node.generators))}>"
        case ir.Unknown():
            return f"?({', '.join(map(_e, node.parts))})"
    raise AssertionError(node)
