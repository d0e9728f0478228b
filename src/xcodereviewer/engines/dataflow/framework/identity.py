"""Which expressions say who sends a request: a logged-in user, a session, a token, a role."""

import re
from dataclasses import dataclass
from enum import StrEnum

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, text_of

__all__ = ["Identity", "IdentityKind", "identity_in", "is_auth_name", "is_role_name"]


class IdentityKind(StrEnum):
    """What an expression tells: that somebody is known, or what this somebody may do."""

    USER = "user"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Identity:
    """An expression that says who asks, as it is written."""

    kind: IdentityKind
    at: int
    text: str


_ROLE = re.compile(
    r"(?:^|[._])(?:is_?(?:staff|super_?user|admin\w*|owner|manager|moderator)|has_perms?|has_permissions?|has_role|"
    r"has_access|has_module_perms|is_authorized|admins?_only|roles?|permissions?|scopes?)(?:$|[._])",
    re.IGNORECASE,
)
_USER = re.compile(
    r"(?:^|\.)(?:current_?user|current_identity|get_jwt_identity|get_jwt|get_jwt_claims|logged_in_user)(?:$|\.)"
    r"|(?:^|\.)(?:request|req|g|state|context|connection|scope|info)\.(?:\w+\.)?(?:_?user|auth|authorization|identity|profile"
    r"|account|current_\w+)(?:$|\.)"
    r"|\.(?:is_?authenticated|is_?unauthenticated|is_?anonymous|is_?logged_?in)(?:$|\.)"
    r"|(?:^|\.)(?:req|request|ctx)\.session\.(?:\w*user\w*|uid|account\w*|logged\w*|auth\w*|admin\w*|passport)(?:$|\.)",
    re.IGNORECASE,
)
_VERB = (
    r"(?:verify|validate|check|require|ensure|assert|authenticate|authorize|decode|parse|load|fetch|get|protect|has"
    r"|is|must|need)"
)
_CHECKER = re.compile(
    rf"^_*{_VERB}_?(?:\w*_)?(?:token|jwt|auth\w*|login|logged\w*|perms?|permissions?|access|admin\w*|roles?|owner\w*"
    r"|session|current_user|identity|api_?key|credentials?|signature|hmac|privilege\w*|scopes?)(?:_\w+)?$"
    r"|^_*(?:\w+_required|\w+_only|authenticated?|authorize|authorise|auth|token_valid\w*|jwt_\w+|login_\w*required"
    r"|get_(?:current|auth|authenticated|logged|session|request)\w*(?:user|account|identity|member)\w*|unsign|compare_digest)$",
    re.IGNORECASE,
)
_NOT_CHECKER = re.compile(
    r"^(?:get|load|fetch|has)_(?:\w+_)?session$|csrf|form|input|url|_file$|content|field|email|captcha|password|query|get_or",
    re.IGNORECASE,
)
_SESSION_KEY = re.compile(
    r"user|uid|login|logged|auth|account|admin|member|email|role|identity|token|^id$", re.IGNORECASE
)
_HEADER_KEY = re.compile(
    r"authori[sz]ation|api-?_?key|token|signature|secret|x-.*-(?:key|id)$|remote_user", re.IGNORECASE
)
_COOKIE_KEY = re.compile(r"session|token|auth|user|jwt|sid|login|admin|role", re.IGNORECASE)


def identity_in(node: object) -> Identity | None:
    """Return what the node itself says of who asks; its parts are not looked at."""
    match node:
        case ir.Name() | ir.Attribute():
            return _of_name(node.at, dotted(node))
        case ir.Call():
            return _of_call(node)
        case ir.Index():
            return _of_key(node.at, dotted(node.of), text_of(node.key))
        case ir.Binary(operator="in" | "not in"):
            return _of_key(node.at, dotted(node.right), text_of(node.left))
    return None


def is_auth_name(name: str) -> bool:
    """Whether a function of this name is likely to check who asks."""
    bare = name.rpartition(".")[2]
    return bool(_CHECKER.search(bare)) and not _NOT_CHECKER.search(bare)


def is_role_name(name: str) -> bool:
    """Whether a function of this name is likely to check what somebody may do."""
    bare = name.rpartition(".")[2]
    return bool(re.search(r"perm|admin|role|staff|superuser|owner|scope|privilege", bare, re.IGNORECASE))


def _of_name(at: int, text: str) -> Identity | None:
    if not text:
        return None
    if _ROLE.search(text) and "." in text:
        return Identity(IdentityKind.ROLE, at, text)
    return Identity(IdentityKind.USER, at, text) if _USER.search(text) else None


def _of_call(node: ir.Call) -> Identity | None:
    name = dotted(node.callee)
    if not name:
        return None
    last = name.rpartition(".")[2]
    if last in ("get", "pop", "getone", "get_signed_cookie"):
        return _of_key(node.at, name.rpartition(".")[0] or name, text_of(argument_of(node, 0)))
    if not is_auth_name(last):
        return None
    return Identity(IdentityKind.ROLE if is_role_name(last) else IdentityKind.USER, node.at, f"{name}()")


def _of_key(at: int, of: str, key: str | None) -> Identity | None:
    if key is None:
        return None
    holder = of.rpartition(".")[2].lower()
    pattern = _KEYS.get(holder)
    if pattern is None or not pattern.search(key) or re.match(r"resp", of, re.IGNORECASE):
        return None
    kind = IdentityKind.ROLE if re.search(r"admin|role", key, re.IGNORECASE) else IdentityKind.USER
    return Identity(kind, at, f"{of}[{key!r}]")


_KEYS = {
    "session": _SESSION_KEY,
    "headers": _HEADER_KEY,
    "meta": _HEADER_KEY,
    "cookies": _COOKIE_KEY,
    "request": _COOKIE_KEY,
}
