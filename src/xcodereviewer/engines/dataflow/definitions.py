"""Functions, classes and imports: what a definition binds."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.binding import Given
from xcodereviewer.engines.dataflow.calls import give
from xcodereviewer.engines.dataflow.definitions_go import add_methods, import_go, owner_of_methods
from xcodereviewer.engines.dataflow.entry import converted
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.imports_javascript import import_javascript
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.reading import library_names
from xcodereviewer.engines.dataflow.state import State
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, Library, Value, constant, join, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["declare", "define", "define_class", "do_import", "says_nothing", "typed"]

# Texts, numbers and containers, of which the value says more than the type.
_PLAIN = (
    *("java.lang.String", "java.lang.Object", "java.lang.CharSequence", "java.lang.Iterable"),
    *("java.lang.Integer", "java.lang.Long", "java.lang.Boolean", "java.lang.Double"),
    *("java.util.List", "java.util.Map", "java.util.Set", "java.util.Collection", "java.util.Iterator"),
    *("java.util.ArrayList", "java.util.HashMap", "java.util.HashSet", "java.util.LinkedList", "java.util.Vector"),
    *("java.util.Queue", "java.util.Deque", "java.util.Enumeration", "java.util.Optional", "java.util.stream"),
    *("int", "long", "boolean", "char", "byte", "short", "float", "double"),
)
_WRAPPERS = frozenset(("Optional", "Annotated", "Final", "ClassVar", "Required", "Awaitable"))


def define(frame: "Frame", node: ir.Function) -> Value:
    """Return the function that a definition makes, after its decorators."""
    function = _function(frame, node)
    value = thing(function)
    for expression in reversed(node.decorators):
        decorator = evaluate(frame, expression)
        value = _decorated(frame, function, decorator, value, expression)
    return value


def _function(frame: "Frame", node: ir.Function) -> FunctionInfo:
    """Return the function of a definition: one for the whole program, or one for each frame whose variables it sees."""
    around = frame if frame.function is not None else frame.outer  # a method of a class sees what the class does
    if around is None or around.function is None:
        return frame.analysis.function(frame.unit, node, frame.owner)
    known = around.closures.get(node.at)
    if known is None:
        owner = frame.owner if frame.function is None or frame.function.owner is not frame.owner else None
        known = around.closures[node.at] = frame.analysis.function(frame.unit, node, owner).seeing(around)
        frame.root.nested.setdefault(known.number, known)
    variables = around.live().variables
    for name in node.free:
        value = variables.get(name)
        if value is not None and name not in around.function.uses.changed:
            known.seen[name] = join(known.seen.get(name, NOTHING), value)
    return known


def _decorated(
    frame: "Frame", function: FunctionInfo, decorator: Value, value: Value, expression: ir.Expression
) -> Value:
    names = [name.removesuffix("()") for name in library_names(frame, decorator)]
    if not names:
        names = _unknown_decorator(frame, expression, decorator)
    models = frame.analysis.models(frame.unit)
    for name in names:
        canonical = models.canonical(name)
        function.decorators |= {canonical}
        member = models.get(canonical) or (models.get(name) if name.startswith("*.") else None)
        if member is not None and member.renders is not None and isinstance(expression, ir.Call):
            function.rendering = (member.renders, expression)
        if member is not None and member.entry is not None:
            function.entry = member.entry
            given = give(frame, expression) if isinstance(expression, ir.Call) else Given()
            frame.analysis.register(frame, function, canonical, expression.at, given)
            if given.positional:
                function.converted |= converted(given.positional[0].only)
    function.wrappers += tuple(one for one in _made_by(frame, expression, decorator) if one not in function.wrappers)
    if any(isinstance(one, FunctionInfo) for one in decorator.things):
        made = frame.call_value(decorator, [value], _NO_CALL)
        if any(isinstance(one, FunctionInfo) for one in made.things):
            return made
    return value


def _made_by(frame: "Frame", expression: ir.Expression, decorator: Value) -> list[FunctionInfo]:
    """Return the functions of the program that decorate: `@f`, or `@f(…)` for what that gives."""
    value = evaluate(frame, expression.callee) if isinstance(expression, ir.Call) else decorator
    return [one for one in value.things if isinstance(one, FunctionInfo)]


_NO_CALL = ir.Call(0, ir.Const(0, None), ())


def _unknown_decorator(frame: "Frame", expression: ir.Expression, decorator: Value) -> list[str]:
    """Return what a decorator is likely to be whose receiver nobody knows: `@app.route` of a parameter `app`."""
    callee = expression.callee if isinstance(expression, ir.Call) else expression
    if isinstance(callee, ir.Attribute) and not any(isinstance(one, FunctionInfo) for one in decorator.things):
        return [f"*.{callee.name}"]
    return []


def declare(frame: "Frame", annotation: ir.Expression, value: Value) -> None:
    """Let functions of a declared type be known as called from outside: `show: RequestHandler = (req, res) => …`."""
    models = frame.analysis.models(frame.unit)
    for name in library_names(frame, evaluate(frame, annotation)):
        member = models.get(models.canonical(name))
        if member is not None and member.entry is not None:
            for one in value.things:
                if isinstance(one, FunctionInfo):
                    frame.analysis.enter(one, member.entry)


def define_class(frame: "Frame", node: ir.Class) -> ClassInfo:
    """Run a class's body and return the class."""
    from xcodereviewer.engines.dataflow.frame import Frame

    analysis = frame.analysis
    if frame.unit.language == "go" and (owner := owner_of_methods(frame, node)) is not None:
        return add_methods(frame, node, owner)
    key = (frame.unit.number, node.at)
    made = analysis.classes.get(key)
    bases: list[ClassInfo | Library] = []
    for argument in node.bases:
        if argument.keyword:
            continue
        value = evaluate(frame, argument.value)
        bases += [one for one in value.things if isinstance(one, ClassInfo | Library)]
    if made is None:
        made = ClassInfo(analysis.next_number(), frame.unit, node)
        analysis.classes[key] = made
    made.bases = tuple(one for one in bases if one is not made)
    for base in made.bases:
        if isinstance(base, ClassInfo):
            base.is_inherited = True
    for expression in node.decorators:
        evaluate(frame, expression)
    body = Frame(
        analysis,
        frame.unit,
        frame.root,
        state=State({}, frame.live().heap, frame.live().base),
        owner=made,
        outer=frame,
        depth=frame.depth,
        context=frame.context,
    )
    body.run(node.body)
    made.members = body.last.variables
    frame.live().heap = body.last.heap
    for one in made.bases:
        if isinstance(one, ClassInfo) and made not in one.heirs:
            one.heirs.append(made)
    analysis.class_defined(frame, made)
    return made


def do_import(frame: "Frame", node: ir.Import) -> None:
    """Bind what an import brings."""
    if frame.unit.language == "javascript":
        import_javascript(frame, node)
        return
    if frame.unit.language == "java":
        return  # a name is looked up when it is asked for
    if frame.unit.language == "go":
        import_go(frame, node)
        return
    analysis, state = frame.analysis, frame.live()
    if node.member == "*":
        _import_all(frame, node)
        return
    if node.member == ".":
        _import_dotted(frame, node)
        return
    unit = analysis.modules.find(node.module, frame.unit, node.level)
    if not node.member:
        state.variables[node.name] = thing(unit) if unit is not None else thing(Library(node.module))
        return
    # `from package import module` means the module before it means a name of the package.
    dotted = f"{node.module}.{node.member}" if node.module else node.member
    below = analysis.modules.find(dotted, frame.unit, node.level)
    if unit is not None and unit is not frame.unit:
        member = analysis.unit_member(unit, node.member)
        if member is not ANYTHING or below is None:
            state.variables[node.name] = member
            return
    if below is not None:
        state.variables[node.name] = thing(below)
    elif unit is None:
        state.variables[node.name] = _imported(frame, dotted) if not node.level else ANYTHING


def _imported(frame: "Frame", name: str) -> Value:
    """Return a member of a library, or the literal that it is known to be."""
    models = frame.analysis.models(frame.unit)
    member = models.get(models.canonical(name))
    return constant(member.constant) if member is not None and member.constant is not None else thing(Library(name))


def _import_dotted(frame: "Frame", node: ir.Import) -> None:
    """`import a.b.c` binds `a`, through which the others are found."""
    analysis, variables = frame.analysis, frame.live().variables
    whole = analysis.modules.find(node.module, frame.unit)
    if whole is None:
        known = variables.get(node.name, NOTHING)
        variables[node.name] = (
            join(known, thing(Library(node.name))) if known is not NOTHING else thing(Library(node.name))
        )
        return
    analysis.load(whole)
    top = analysis.modules.find(node.name, frame.unit)
    if "." not in node.module or top is not None:
        variables[node.name] = thing(top if top is not None else whole)
        return
    variables[node.name] = thing(analysis.package(node.module, whole, frame.unit))


def _import_all(frame: "Frame", node: ir.Import) -> None:
    unit = frame.analysis.modules.find(node.module, frame.unit, node.level)
    if unit is None or unit is frame.unit:
        return
    frame.analysis.load(unit)
    variables = frame.live().variables
    for name, value in unit.names.items():
        if not name.startswith("_"):
            variables[name] = value


def typed(frame: "Frame", annotation: ir.Expression) -> Value:
    """Return any value of the declared type."""
    match annotation:
        case ir.Const(value=str() as text):
            return _named_type(frame, text)
        case ir.Index() if _last_name(annotation.of) in _WRAPPERS:
            key = annotation.key
            first = key.items[0] if isinstance(key, ir.Collection) and key.items else key
            return typed(frame, first)
        case ir.Binary(operator="|"):
            return join(typed(frame, annotation.left), typed(frame, annotation.right))
        case ir.Name() | ir.Attribute():
            return _instance(frame, evaluate(frame, annotation))
    return ANYTHING


def says_nothing(frame: "Frame", value: Value) -> bool:
    """Whether nothing is known of what a value is; in Java, either, of what a call gives that nobody describes."""
    if not value.things or frame.unit.language != "java":
        return not value.things
    models = frame.analysis.models(frame.unit)
    return all(
        isinstance(one, Library) and one.name.endswith("()") and not models.describes(one.name.removesuffix("()"))
        for one in value.things
    )


def _last_name(node: ir.Expression) -> str:
    return node.name if isinstance(node, ir.Name | ir.Attribute) else ""


def _named_type(frame: "Frame", text: str) -> Value:
    first, *rest = text.strip().split(".")
    if not first.isidentifier():
        return ANYTHING
    node: ir.Expression = ir.Name(0, first)
    for part in rest:
        node = ir.Attribute(0, node, part)
    return _instance(frame, evaluate(frame, node))


def _instance(frame: "Frame", declared: Value) -> Value:
    """Return an object of the classes that `declared` refers to."""
    found = ANYTHING
    for one in declared.things:
        if isinstance(one, Library):
            if frame.unit.language == "java" and one.name.startswith(_PLAIN):
                continue
            found = Value(NOTHING.constants, things=(*found.things, Library(f"{one.name}()")))
        elif isinstance(one, ClassInfo):
            found = Value(NOTHING.constants, things=(*found.things, frame.analysis.instance_of(one)))
    return found


def unit_things(unit: Unit) -> list[object]:
    """Return the classes that a module defines."""
    return [one for value in unit.names.values() for one in value.things if isinstance(one, ClassInfo)]
