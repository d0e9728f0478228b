"""What filters of servlets and interceptors of Spring ask of a request before any handler gets it."""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.java_annotations import first_annotation
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames, simple_name
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.spring_security import matches
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["JavaFilters", "told_by"]

_FILTERS = frozenset(
    ("Filter", "HttpFilter", "OncePerRequestFilter", "GenericFilterBean", "GenericFilter", "WebFilter")
)
_FILTERING = ("doFilter", "doFilterInternal", "filter")
_GUARDING = re.compile(r"auth|login|token|jwt|session|permission|security", re.IGNORECASE)


class JavaFilters:
    """The filters and interceptors of a program, each with the paths that it stands before."""

    def __init__(self, names: JavaNames, behaviours: Behaviours, units: Sequence[Unit]) -> None:
        self._names = names
        self._behaviours = behaviours
        self._filters: list[tuple[tuple[str, ...], Protection]] = []
        self._interceptors: list[tuple[tuple[str, ...], tuple[str, ...], Protection]] = []
        for unit in units:
            for owner in names.classes(unit):
                if not _FILTERS.isdisjoint(map(_base_name, owner.lineage())):
                    self._note_filter(owner)
                for node in owner.node.body:
                    if isinstance(node, ir.Function) and node.name == "addInterceptors":
                        self._note_interceptors(owner, node)

    def of_filters(self, path: str) -> Iterator[Protection]:
        """Yield what the filters before a path ask for."""
        for patterns, protection in self._filters:
            if not patterns or any(_matches(one, path) for one in patterns):
                yield protection

    def of_interceptors(self, path: str) -> Iterator[Protection]:
        """Yield what the interceptors before a path ask for."""
        for patterns, without, protection in self._interceptors:
            if any(matches(one, path) for one in without):
                continue
            if not patterns or any(matches(one, path) for one in patterns):
                yield protection

    def _note_filter(self, owner: ClassInfo) -> None:
        declared = first_annotation(owner.node.decorators, "WebFilter")
        patterns = self._names.texts(owner.unit, declared.given("urlPatterns", "value")) if declared is not None else ()
        for node in owner.node.body:
            function = self._method(owner, node, _FILTERING)
            for one in told_by(self._behaviours, function, owner) if function is not None else ():
                # Where nobody says what it stands before, it may be a part of the application only.
                certain = one.certain and bool(patterns)
                self._filters.append((patterns, Protection(one.kind, one.text, one.unit, one.at, certain)))

    def _note_interceptors(self, owner: ClassInfo, node: ir.Function) -> None:
        function = self._names.method(owner, node)
        written = list(calls(node.body))
        for call in written if function is not None else ():
            if last_name(call.callee) != "addInterceptor" or not call.arguments or function is None:
                continue
            chained = [one for one in written if _is_chained_to(one, call)]
            patterns = self._paths(owner.unit, chained, "addPathPatterns")
            without = self._paths(owner.unit, chained, "excludePathPatterns")
            for protection in self._asked(function, call.arguments[0].value):
                self._interceptors.append((patterns, without, protection))

    def _paths(self, unit: Unit, chained: Sequence[ir.Call], name: str) -> tuple[str, ...]:
        given = (argument.value for one in chained if last_name(one.callee) == name for argument in one.arguments)
        return tuple(text for value in given for text in self._names.texts(unit, value))

    def _asked(self, function: FunctionInfo, given: ir.Expression) -> Iterator[Protection]:
        interceptor = self._names.type_of(function, given)
        made = self._names.called(function, given.callee) if isinstance(given, ir.Call) else []
        for method in made if not isinstance(interceptor, ClassInfo) else ():
            new = (self._names.class_named(method.unit, one.callee) for one in calls(method.node.body) if one.is_new)
            interceptor = next((one for one in new if one is not None), None)
        for node in interceptor.node.body if isinstance(interceptor, ClassInfo) else ():
            handler = self._method(interceptor, node, ("preHandle",)) if isinstance(interceptor, ClassInfo) else None
            if handler is not None and isinstance(interceptor, ClassInfo):
                yield from told_by(self._behaviours, handler, interceptor)

    def _method(self, owner: ClassInfo, node: object, wanted: Sequence[str]) -> FunctionInfo | None:
        is_it = isinstance(node, ir.Function) and node.name in wanted
        return self._names.method(owner, node) if is_it and isinstance(node, ir.Function) else None


def told_by(behaviours: Behaviours, function: FunctionInfo, owner: ClassInfo) -> Iterator[Protection]:
    """Yield what a filter protects from: it asks and refuses, or it does one of both and its name speaks for it."""
    behaviour = behaviours.of(function)
    is_named = bool(_GUARDING.search(owner.node.name))
    certain = bool(behaviour.refusals)
    for places, kind in (
        (behaviour.users, ProtectionKind.AUTHENTICATION),
        (behaviour.roles, ProtectionKind.PERMISSION),
        (behaviour.throttles, ProtectionKind.RATE_LIMIT),
    ):
        if places and (certain or is_named):
            yield Protection(kind, owner.node.name, owner.unit.number, function.node.at, certain)
    if behaviour.refusals and not behaviour.knows_who_asks and is_named:
        kind = ProtectionKind.AUTHENTICATION
        yield Protection(kind, owner.node.name, owner.unit.number, function.node.at, certain=False)


def _base_name(one: object) -> str:
    return simple_name(one) if not isinstance(one, ClassInfo) else ""  # type: ignore[arg-type]  # a library's class


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern of servlets means a path: `/admin/*` is all below, `*.do` an ending."""
    if pattern.startswith("*."):
        return path.endswith(pattern[1:])
    return matches(re.sub(r"/\*$", "/**", pattern), path)


def _is_chained_to(outer: ir.Call, inner: ir.Call) -> bool:
    """Whether a call is made on the result of another: `registry.addInterceptor(x).addPathPatterns("/**")`."""
    node: object = outer
    while isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute):
        node = node.callee.of
        if node is inner:
            return True
    return False
