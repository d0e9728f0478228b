"""What a name of a Go file means that nothing in the file binds, and which folder an import means.

The files of a folder are one package and share their names. The path of an import ends with the path of a folder of the
program; what stands before is the module's path. Which that is, `go.mod` would say; here the imports of all files say
it: the one is taken under which most of them lead to folders.
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.languages.go_modules import MODULE, REPLACE
from xcodereviewer.engines.dataflow.languages.go_names import unversioned
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit
from xcodereviewer.engines.dataflow.values import Library, Value, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["GoPackages", "find_go_name", "go_import", "go_member", "is_go_number", "link_interfaces"]

# The first parts of the paths of the standard library; no module of a program has one of these names.
_STANDARD = frozenset(
    """
    archive bufio bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go
    hash html image index io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv
    strings structs sync syscall testing text time unicode unique unsafe weak
    """.split()  # noqa: SIM905 - a list of words
)
_OWN = frozenset(
    """
    append cap clear close complex copy delete imag len make max min new panic print println real recover
    """.split()  # noqa: SIM905 - a list of words
)
_NESTED_VOTES = 3  # imports that must say so before a folder inside a module is another module


def is_go_number(annotation: ir.Expression | None) -> bool:
    """Whether a declared type is that of numbers or truth values."""
    return isinstance(annotation, ir.Name) and annotation.name == "builtins.number"


class GoPackages:
    """The packages of a program: the files of each folder, who of them declares a name, and where modules begin."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._files: dict[str, list[Unit]] = {}
        self._declared: dict[str, dict[str, list[Unit]]] = {}
        self._packages: dict[str, Unit] = {}
        modules: list[Unit] = []
        for unit in units:
            if unit.language == "go" and unit.path.rpartition("/")[2] == "go.mod":
                modules.append(unit)
            elif unit.language == "go":
                folder = _folder(unit)
                self._files.setdefault(folder, []).append(unit)
                names = self._declared.setdefault(folder, {})
                for name in _declared(unit.module.body):
                    names.setdefault(name, []).append(unit)
        self._replaced, self._roots = _modules(modules, self._files)

    def named(self, path: str) -> Unit | None:
        """Return the package of the program that an import path means."""
        for module, root in self._roots:
            if path == module or path.startswith(f"{module}/"):
                folder = "/".join(part for part in (root, path[len(module) + 1 :]) if part)
                if folder in self._files:
                    return self._package(folder)
        return None

    def library(self, path: str) -> str:
        """Return the path by which the models of a library go: that of the module that stands for its own."""
        for old, new in self._replaced:
            if path == old or path.startswith(f"{old}/"):
                return new + path[len(old) :]
        return path

    def _package(self, folder: str) -> Unit:
        known = self._packages.get(folder)
        if known is None:
            number = -len(self._packages) - 1
            known = self._packages[folder] = Unit(number, folder, ir.Module("go", ()), is_loaded=True)
        return known

    def files(self, package: Unit) -> Sequence[Unit]:
        """Return the files of a package."""
        return self._files.get(package.path, ())

    def declaring(self, unit: Unit, name: str) -> Sequence[Unit]:
        """Return the files that declare a name in the package that `unit` is, or is a file of."""
        folder = unit.path if unit.number < 0 else _folder(unit)
        return self._declared.get(folder, {}).get(name, ())


def _folder(unit: Unit) -> str:
    folder = str(PurePosixPath(unit.path).parent)
    return "" if folder == "." else folder


def _declared(body: Iterable[ir.Statement]) -> Iterator[str]:
    for one in body:
        match one:
            case ir.Function():
                yield one.name
            case ir.Class() if not one.decorators:
                yield one.name
            case ir.Assign(target=ir.Name() as name):
                yield name.name
            case ir.Assign(target=ir.Collection() as several):
                yield from (item.name for item in several.items if isinstance(item, ir.Name))


def _modules(
    modules: Sequence[Unit], files: dict[str, list[Unit]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return which paths stand for others, and where modules begin: as each `go.mod` says, else as the imports do."""
    replaced: list[tuple[str, str]] = []
    declared: list[tuple[str, str]] = []
    for unit in modules:
        folder = _folder(unit)
        for name, value in _settings(unit):
            if name == MODULE:
                declared.append((unversioned(value), folder))
            elif value.startswith((".", "/")):
                declared.append((unversioned(name.removeprefix(REPLACE)), _beside(folder, value)))
            else:
                replaced.append((unversioned(name.removeprefix(REPLACE)), unversioned(value)))
    voted = _roots({folder: units for folder, units in files.items() if not _is_below(folder, declared)})
    return replaced, sorted([*declared, *voted], key=lambda one: -len(one[0]))


def _settings(unit: Unit) -> Iterator[tuple[str, str]]:
    for one in unit.module.body:
        if isinstance(one, ir.Assign) and isinstance(one.target, ir.Name) and isinstance(one.value, ir.Const):
            yield one.target.name, str(one.value.value)


def _beside(folder: str, path: str) -> str:
    """Return the folder of the program that a path in a `go.mod` means."""
    return posixpath.normpath(posixpath.join(folder, path)).removeprefix("./").removesuffix(".") or ""


def _is_below(folder: str, declared: Sequence[tuple[str, str]]) -> bool:
    return any(not root or folder == root or folder.startswith(f"{root}/") for _, root in declared)


def _roots(files: dict[str, list[Unit]]) -> list[tuple[str, str]]:
    """Return the paths of the program's modules, and the folders where they begin."""
    by_last: dict[str, list[str]] = {}
    for folder in files:
        by_last.setdefault(folder.rpartition("/")[2], []).append(folder)
    votes: dict[tuple[str, str], set[str]] = {}
    for path in _imported(files):
        for folder in by_last.get(path.rpartition("/")[2], ()):
            module, root = _split(path, folder)
            if module:
                votes.setdefault((module, root), set()).add(path)
    roots: list[tuple[str, str]] = []
    for (module, root), paths in sorted(votes.items(), key=lambda one: (-len(one[1]), one[0])):
        is_known = any(module == known or root == folder for known, folder in roots)
        is_inside = any(not folder or root.startswith(f"{folder}/") for _, folder in roots)
        if not is_known and (not is_inside or len(paths) >= _NESTED_VOTES):
            roots.append((module, root))
    return sorted(roots, key=lambda one: -len(one[0]))


def _imported(files: dict[str, list[Unit]]) -> set[str]:
    paths = {
        one.module
        for units in files.values()
        for unit in units
        for one in unit.module.body
        if isinstance(one, ir.Import)
    }
    return {path for path in paths if path.partition("/")[0] not in _STANDARD}


def _split(path: str, folder: str) -> tuple[str, str]:
    """Return what stands before the common end of an import path and a folder."""
    words, parts = path.split("/"), folder.split("/")
    while words and parts and words[-1] == parts[-1]:
        words.pop()
        parts.pop()
    return "/".join(words), "/".join(parts)


def find_go_name(analysis: "Analysis", unit: Unit, name: str) -> Value:
    """Return what the package declares under a name, or what Go or an import means by it."""
    found = go_member(analysis, unit, name)
    if found is not None:
        return found
    if name in _OWN:
        return thing(Library(f"builtins.{name}"))
    for one in unit.module.body:
        # The package of `go-redis` is `redis`, that of `go-sqlite3` is `sqlite3`: only the package itself says it.
        if isinstance(one, ir.Import) and one.name != name and name in one.module.rpartition("/")[2]:
            return go_import(analysis, one)
    return thing(Library(name))


def go_member(analysis: "Analysis", unit: Unit, name: str) -> Value | None:
    """Return what a package declares under a name."""
    for one in analysis.go_packages.declaring(unit, name):
        if one is not unit:
            analysis.load(one)
        found = one.names.get(name)
        if found is not None:
            return found
    return None


def go_import(analysis: "Analysis", node: ir.Import) -> Value:
    """Return the package that an import means: one of the program, or a library's."""
    package = analysis.go_packages.named(node.module)
    return thing(package if package is not None else Library(analysis.go_packages.library(node.module)))


def link_interfaces(analysis: "Analysis") -> None:
    """Let an interface that exactly one type of the program implements have the methods of that type."""
    classes = [one for one in analysis.classes.values() if one.unit.language == "go"]
    having: dict[str, list[ClassInfo]] = {}
    for one in classes:
        if not _is_interface(one) and not one.unit.module.is_test and not one.unit.path.endswith("_test.go"):
            for name in _methods(one):
                having.setdefault(name, []).append(one)
    for one in classes:
        wanted = _methods(one) if _is_interface(one) else frozenset()
        if not wanted:
            continue
        fewest = min((having.get(name, []) for name in wanted), key=len)
        fitting = [other for other in fewest if wanted <= _methods(other)]
        if len(fitting) == 1:
            one.heirs.append(fitting[0])


def _is_interface(one: ClassInfo) -> bool:
    methods = [item for item in one.node.body if isinstance(item, ir.Function)]
    return bool(methods) and all(method.decorators for method in methods)


def _methods(one: ClassInfo) -> frozenset[str]:
    """Return the methods that a type has, its own and those of what it embeds."""
    return frozenset(
        name
        for owner in one.lineage()
        if isinstance(owner, ClassInfo)
        for name, value in owner.members.items()
        if any(not isinstance(item, Library) and hasattr(item, "owner") for item in value.things)
    )
