"""Which expressions and parameters of Java say who sends a request."""

import re

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.identity import Identity, IdentityKind
from xcodereviewer.engines.dataflow.framework.java_annotations import annotations
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, last_name, text_of

__all__ = ["java_identity", "parameters_that_know", "reads_form"]

_ROLE = re.compile(
    r"^(?:isUserInRole|has(?:Any)?(?:Role|Authorit|Permission|Privilege|Access)\w*|getAuthorities|is(?:User)?(?:Admin|Owner|"
    r"Moderator|Manager|Authori[sz]ed)\w*|can(?:Write|Read|Edit|Delete|Access|View|Update|Modify|Manage)\w*|check(?:Perm|Role|"
    r"Access|Owner|Admin)\w*)$"
)
_USER = re.compile(
    r"^(?:getUserPrincipal|getRemoteUser|getAuthentication|getPrincipal|getSubject|isAuthenticated|isLogin|isLoggedIn|"
    r"checkLogin|getUserFromToken|(?:get|fetch|load|require|find)?(?:The)?(?:Current|LoggedIn|LoginUser|Logged|Session|Authenticated)"
    r"\w*(?:User|Account|Login|Member|Id|Identity|Principal)\w*|getLoginId\w*|getLoginUser\w*|currentUser|(?:validate|verify|parse|"
    r"check|decode)(?:Jwt|Token|Auth|Session|AccessToken|ApiKey|Signature)\w*)$"
)
_SESSION_KEY = re.compile(r"user|uid|login|logged|auth|account|admin|member|role|principal|token", re.IGNORECASE)
_HEADER_KEY = re.compile(r"authori[sz]ation|api-?_?key|token|signature|secret|x-.*-(?:key|id)$", re.IGNORECASE)
_TYPES = frozenset(
    """
    Principal Authentication UserDetails Jwt JwtAuthenticationToken OAuth2User OidcUser OAuth2AuthenticationToken
    UsernamePasswordAuthenticationToken JsonWebToken SecurityIdentity
    """.split()  # noqa: SIM905 - a list of words
)
_MARKS = re.compile(
    r"^(?:AuthenticationPrincipal|Auth|CurrentUser\w*|CurrentAccount|LoginUser|LoggedInUser|LoggedUser|AuthUser|"
    r"AuthenticatedUser|CurrentPrincipal|SessionUser|CurrentSecurityContext)$"
)


def java_identity(node: object) -> Identity | None:
    """Return what a call itself says of who asks; its parts are not looked at."""
    if not isinstance(node, ir.Call):
        return None
    name = dotted(node.callee)
    receiver, _, last = name.rpartition(".")
    if last in ("getAttribute", "getHeader", "getHeaderString", "getValue"):
        key = text_of(argument_of(node, 0))
        is_session = last != "getHeader" and last != "getHeaderString" and "session" in receiver.lower()
        pattern = _SESSION_KEY if is_session else _HEADER_KEY if last.startswith("getHeader") else None
        if key is None or pattern is None or not pattern.search(key):
            return _of_header_constant(node, name) if key is None and last.startswith("getHeader") else None
        kind = IdentityKind.ROLE if re.search(r"admin|role", key, re.IGNORECASE) else IdentityKind.USER
        return Identity(kind, node.at, f"{name}({key!r})")
    if _ROLE.search(last):
        return Identity(IdentityKind.ROLE, node.at, f"{name}()")
    return Identity(IdentityKind.USER, node.at, f"{name}()") if _USER.search(last) else None


def _of_header_constant(node: ir.Call, name: str) -> Identity | None:
    """Return what `getHeader(HttpHeaders.AUTHORIZATION)` says."""
    constant = last_name(argument_of(node, 0))
    if not _HEADER_KEY.search(constant):
        return None
    return Identity(IdentityKind.USER, node.at, f"{name}({constant})")


def parameters_that_know(node: ir.Function) -> list[ir.Parameter]:
    """Return the parameters of a handler by which its framework tells who asks."""
    return [
        one
        for one in node.parameters
        if last_name(one.annotation) in _TYPES or any(_MARKS.match(mark.name) for mark in annotations(one.decorators))
    ]


def reads_form(node: ir.Function) -> bool:
    """Whether a handler takes what the form of a page sends: parameters of the request, and no body of JSON."""
    marks = {mark.name for one in node.parameters for mark in annotations(one.decorators)}
    if "RequestBody" in marks:
        return False
    if not marks.isdisjoint(("RequestParam", "ModelAttribute", "FormParam", "Valid")):
        return True
    return any(last_name(call.callee) == "getParameter" for call in calls(node.body))
