"""What the filter chains of Spring Security ask of a request, by its method and path.

Chains are read off the methods that get an `HttpSecurity` (or `ServerHttpSecurity`), rules in their order: the first
that matches decides. What `web.ignoring()` names is open. The XML of Spring Security is not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.deeds import Place
from xcodereviewer.engines.dataflow.framework.java_annotations import Annotation, first_annotation
from xcodereviewer.engines.dataflow.framework.java_guards import kind_of_expression
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.ir import pack, unpack
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["Chain", "SpringSecurity", "matches"]

_BUILDERS = ("HttpSecurity", "ServerHttpSecurity")
_MATCHERS = frozenset(("requestMatchers", "antMatchers", "mvcMatchers", "pathMatchers", "regexMatchers"))
_EVERY = frozenset(("anyRequest", "anyExchange"))
_NARROWING = frozenset(("securityMatcher", "securityMatchers", "requestMatcher", "antMatcher", "mvcMatcher"))
_OUTCOMES = {
    "permitAll": ProtectionKind.OPEN,
    "anonymous": ProtectionKind.OPEN,
    "authenticated": ProtectionKind.AUTHENTICATION,
    "fullyAuthenticated": ProtectionKind.AUTHENTICATION,
    "rememberMe": ProtectionKind.AUTHENTICATION,
    "hasRole": ProtectionKind.PERMISSION,
    "hasAnyRole": ProtectionKind.PERMISSION,
    "hasAuthority": ProtectionKind.PERMISSION,
    "hasAnyAuthority": ProtectionKind.PERMISSION,
    "denyAll": ProtectionKind.PERMISSION,
    "access": ProtectionKind.PERMISSION,
}
_METHODS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))
_BY_COOKIE = frozenset(("formLogin", "rememberMe", "oauth2Login", "saml2Login"))
_BY_TOKEN = frozenset(("oauth2ResourceServer", "httpBasic"))
_LAST = 1 << 31


@dataclass(frozen=True, slots=True)
class _Rule:
    matcher: str
    methods: frozenset[str]  # none: all
    patterns: tuple[str, ...] | None  # None: every path
    kind: ProtectionKind
    outcome: str
    at: int

    def asked(self, method: str, path: str, unit: Unit) -> Protection | None:
        """Return what is asked of a request, if the rule is for it."""
        if self.methods and method and method not in self.methods:
            return None
        pattern = next((one for one in self.patterns or () if matches(one, path)), None)
        if self.patterns is not None and pattern is None:
            return None
        shown = f'{self.matcher}("{pattern}")' if pattern else f"{self.matcher}()"
        return Protection(self.kind, f"{shown}.{self.outcome}", unit.number, self.at)


@dataclass(slots=True)
class Chain:
    """One chain of filters: what it is for, what it asks, and whether it protects forms."""

    unit: Unit
    at: int
    order: int = _LAST
    narrowed: tuple[str, ...] = ()  # the paths that it is for; none: all
    rules: list[_Rule] = field(default_factory=list)
    csrf_off: Place | None = None
    fixed: Place | None = None  # where it says that a login keeps the session's id
    csrf_ignored: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()  # of all that is called and named in it

    @property
    def knows_by_cookie(self) -> str:
        """How it learns who asks, when that is a session's cookie that the browser adds by itself."""
        if "STATELESS" in self.names or not self.names.isdisjoint(_BY_TOKEN):
            return ""
        return next((name for name in sorted(_BY_COOKIE) if name in self.names), "")

    def is_for(self, path: str) -> bool:
        """Whether the chain is for requests to this path."""
        return not self.narrowed or any(matches(one, path) for one in self.narrowed)

    def protections(self, methods: Sequence[str], path: str) -> Iterator[Protection]:
        """Yield what it asks of a request; of one that several methods may be sent by, what all of them are asked."""
        found = [self._asked(method, path) for method in methods or ("",)]
        weakest = min(found, key=lambda one: _STRENGTH[one.kind] if one is not None else 0)
        if weakest is not None:
            yield weakest
        if self.csrf_off is None:
            is_ignored = any(matches(one, path) for one in self.csrf_ignored)
            kind = ProtectionKind.CSRF_EXEMPT if is_ignored else ProtectionKind.CSRF
            yield Protection(kind, "filter chain", self.unit.number, self.at)

    def _asked(self, method: str, path: str) -> Protection | None:
        for rule in self.rules:
            found = rule.asked(method, path, self.unit)
            if found is not None:
                # Everything permitted is no word on this route.
                is_word = rule.kind is not ProtectionKind.OPEN or rule.patterns is not None
                return found if is_word else None
        return None


_STRENGTH = {ProtectionKind.OPEN: 1, ProtectionKind.AUTHENTICATION: 2, ProtectionKind.PERMISSION: 3}


class SpringSecurity:
    """The filter chains of a program."""

    def __init__(self, names: JavaNames, units: Sequence[Unit]) -> None:
        self._names = names
        self.chains: list[Chain] = []
        self._ignored: list[tuple[Unit, _Rule]] = []
        for unit in units:
            if any(_is_security(one) for one in unit.module.body):
                self._read(unit)
        self.chains.sort(key=lambda one: (one.order, not one.narrowed, one.unit.number, one.at))

    def chain_for(self, unit: Unit, path: str) -> Chain | None:
        """Return the chain that a request to a path goes through, of those that are nearest to the module."""
        found = [one for one in self.chains if one.is_for(path)]
        if sum(not one.narrowed for one in found) > 1:  # of several applications
            nearest = max(_shared(one.unit.path, unit.path) for one in found)
            found = [one for one in found if _shared(one.unit.path, unit.path) == nearest]
        return next(iter(found), None)

    def protections(self, unit: Unit, methods: Sequence[str], path: str) -> Iterator[Protection]:
        """Yield what is asked of a request to a route of a module."""
        for home, rule in self._ignored:
            found = rule.asked(methods[0] if methods else "", path, home)
            if found is not None:
                yield found
                return
        chain = self.chain_for(unit, path)
        if chain is not None:
            yield from chain.protections(methods, path)

    def _read(self, unit: Unit) -> None:
        for owner in self._names.classes(unit):
            order = first_annotation(owner.node.decorators, "Order")
            for node in owner.node.body:
                if isinstance(node, ir.Function) and any(last_name(p.annotation) in _BUILDERS for p in node.parameters):
                    chain = self._chain(unit, node)
                    chain.order = _order(first_annotation(node.decorators, "Order") or order)
                    if chain.rules or chain.csrf_off or chain.fixed:
                        self.chains.append(chain)
        for call in calls(unit.module.body):
            if last_name(call.callee) in _MATCHERS and _begins_with(call, "ignoring"):
                self._ignored.append((unit, self._rule(unit, call, ProtectionKind.OPEN, call)))

    def _chain(self, unit: Unit, node: ir.Function) -> Chain:
        chain = Chain(unit, node.at)
        written = list(nodes(node.body))
        chain.names = frozenset(one.name for one in written if isinstance(one, ir.Attribute | ir.Name))
        made = [one for one in written if isinstance(one, ir.Call) and isinstance(one.callee, ir.Attribute)]
        for call in sorted(made, key=lambda one: (unpack(one.at).end_line, unpack(one.at).end_column)):
            self._note(unit, chain, call)
        return chain

    def _note(self, unit: Unit, chain: Chain, call: ir.Call) -> None:
        assert isinstance(call.callee, ir.Attribute)
        name, of = call.callee.name, call.callee.of
        if name in _OUTCOMES and isinstance(of, ir.Call):
            named = last_name(of.callee)
            if named in _MATCHERS or named in _EVERY:
                kind = self._kind(unit, call, name)
                chain.rules.append(self._rule(unit, of, kind, call))
        elif name in _NARROWING and isinstance(of, ir.Name):
            chain.narrowed += self._patterns(unit, call)
        elif name == "disable" and last_name(of) == "csrf":
            chain.csrf_off = Place(unit.number, _place_in_chain(of), "csrf().disable()")
        elif name == "csrf" and _disables(call):
            chain.csrf_off = Place(unit.number, _place_in_chain(call), "csrf().disable()")
        elif name in ("none", "sessionFixation") and _keeps_session(call):
            chain.fixed = Place(unit.number, _place_in_chain(call), "sessionFixation().none()")
        elif name.startswith("ignoring") and name != "ignoring":
            chain.csrf_ignored += self._patterns(unit, call)

    def _kind(self, unit: Unit, call: ir.Call, name: str) -> ProtectionKind:
        if name == "access" and call.arguments:
            texts = self._names.texts(unit, call.arguments[0].value)
            return kind_of_expression(texts[0]) if texts else ProtectionKind.PERMISSION
        return _OUTCOMES[name]

    def _rule(self, unit: Unit, matcher: ir.Call, kind: ProtectionKind, outcome: ir.Call) -> _Rule:
        named = last_name(matcher.callee)
        methods = frozenset(
            one.name
            for argument in matcher.arguments
            for one in nodes(argument.value)
            if isinstance(one, ir.Attribute | ir.Name) and one.name in _METHODS
        )
        patterns: tuple[str, ...] | None = None
        if named not in _EVERY and not (methods and len(matcher.arguments) == 1):
            patterns = self._patterns(unit, matcher)
        if patterns is not None and "/**" in patterns:
            patterns = None
        return _Rule(named, methods, patterns, kind, f"{last_name(outcome.callee)}()", outcome.at)

    def _patterns(self, unit: Unit, call: ir.Call) -> tuple[str, ...]:
        is_regex = last_name(call.callee) == "regexMatchers"
        found: list[str] = []
        for argument in call.arguments:
            texts = self._names.texts(unit, argument.value)
            if not texts:
                texts = tuple(text for one in nodes(argument.value) if (text := text_of(one)))
            found += [f"^{text}$" if is_regex else text for text in texts if text not in _METHODS]
        return tuple(found)


def matches(pattern: str, path: str) -> bool:
    """Whether a path of a route, with `{variables}`, is one that a pattern of Spring (`/orders/**`) means."""
    if pattern.startswith("^"):
        try:
            return re.search(pattern, path) is not None
        except re.error:
            return False
    regex = _TOKEN.sub(_meaning, "/" + pattern.strip("/"))
    return re.fullmatch(regex, "/" + path.strip("/")) is not None


_TOKEN = re.compile(r"(/\*\*)|(\*\*)|(\*|\{[^}/]*\})|(\?)|([^*{?/]+|.)")
_MEANINGS = ("(?:/.*)?", ".*", "[^/]*", "[^/]")


def _meaning(found: re.Match[str]) -> str:
    group = found.lastindex or 0
    return _MEANINGS[group - 1] if group <= len(_MEANINGS) else re.escape(found[0])


def _order(annotation: Annotation | None) -> int:
    number = annotation.given("value") if annotation is not None else None
    return number.value if isinstance(number, ir.Const) and isinstance(number.value, int) else _LAST


def _place_in_chain(call: ir.Expression) -> int:
    """Return where a call stands in a chain of calls, which begins far above: its argument, or else its end."""
    if isinstance(call, ir.Call) and call.arguments:
        return call.arguments[0].value.at
    span = unpack(call.at)
    return pack(span.end_line, max(span.end_column - 1, 1), span.end_line, span.end_column)


def _disables(call: ir.Call) -> bool:
    """Whether what a call is given turns it off: `csrf(one -> one.disable())`, `csrf(CsrfConfigurer::disable)`."""
    return any(isinstance(one, ir.Attribute) and one.name == "disable" for one in nodes(call.arguments))


def _keeps_session(call: ir.Call) -> bool:
    """Whether it is `sessionFixation().none()`, or `sessionFixation(one -> one.none())`."""
    if last_name(call.callee) == "none":
        return isinstance(call.callee, ir.Attribute) and last_name(call.callee.of) == "sessionFixation"
    return any(isinstance(one, ir.Attribute) and one.name == "none" for one in nodes(call.arguments))


def _is_security(node: ir.Statement) -> bool:
    return isinstance(node, ir.Import) and "springframework.security" in node.module


def _begins_with(call: ir.Call, name: str) -> bool:
    node: object = call.callee
    while isinstance(node, ir.Attribute | ir.Call):
        node = node.of if isinstance(node, ir.Attribute) else node.callee
        if isinstance(node, ir.Attribute) and node.name == name:
            return True
    return False


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if a != b:
            break
        count += 1
    return count
