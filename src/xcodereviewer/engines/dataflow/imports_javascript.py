"""What an import of JavaScript or TypeScript means: `languages/javascript.py` says how one is written in the IR."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.reading import read_attribute
from xcodereviewer.engines.dataflow.values import ANYTHING, Library, Value, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["import_javascript", "module_paths"]

_ENDINGS = ("", ".js", ".ts", ".tsx", ".jsx", ".mjs", ".cjs", ".mts", ".cts")
_ROOTS = ("@/", "~/", "#/", "src/")  # what bundlers and compilers are usually told to mean the source folder


def import_javascript(frame: "Frame", node: ir.Import) -> None:
    """Bind what an import brings."""
    variables = frame.live().variables
    unit = _find(frame, node.module)
    if unit is None:
        library = thing(Library(node.module))
        is_whole = node.member in ("", "default", "*")
        if node.member != "*":
            variables[node.name] = library if is_whole else thing(Library(f"{node.module}.{node.member}"))
        return
    frame.analysis.load(unit)
    exports = unit.names.get("exports", ANYTHING)
    match node.member:
        case "":
            variables[node.name] = exports
        case "*":
            _pass_on(frame, exports)
        case "default":
            variables[node.name] = _default(frame, exports, node.at)
        case member:
            variables[node.name] = read_attribute(frame, exports, member, node.at)


def _default(frame: "Frame", exports: Value, at: int) -> Value:
    for _, shape in frame.live().shapes(exports):
        if "default" in shape.fields:
            return shape.fields["default"]
    return exports


def _pass_on(frame: "Frame", exports: Value) -> None:
    """`export * from` makes the members of another module members of this one."""
    state = frame.live()
    own = state.variables.get("exports", ANYTHING)
    for _, shape in list(state.shapes(exports)):
        for name, value in shape.fields.items():
            if name != "default":
                state.write(own, name, value)


def _find(frame: "Frame", specifier: str) -> Unit | None:
    for path in module_paths(specifier, frame.unit.path):
        unit = frame.analysis.unit_at(path)
        if unit is not None and unit is not frame.unit:
            return unit
    return None


def module_paths(specifier: str, importer: str) -> list[str]:
    """Return the paths in the tree that a specifier may mean, the likeliest first; none for a library."""
    if specifier.startswith("."):
        bases = [_resolved(PurePosixPath(importer).parent, specifier)]
    elif specifier.startswith(_ROOTS):
        rest = specifier.partition("/")[2]
        folders = [*PurePosixPath(importer).parents]
        bases = [_resolved(folder / below, rest) for below in ("src", "") for folder in folders]
    else:
        return []
    found = []
    for base in bases:
        stem = base.removesuffix(".js").removesuffix(".jsx")  # TypeScript imports by the name of what it compiles to
        found += [f"{base}{ending}" for ending in _ENDINGS]
        found += [f"{base}/index{ending}" for ending in _ENDINGS[1:]]
        found += [f"{stem}{ending}" for ending in (".ts", ".tsx")] if stem != base else []
    return found


def _resolved(folder: PurePosixPath, specifier: str) -> str:
    parts: list[str] = list(folder.parts)
    for part in specifier.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
