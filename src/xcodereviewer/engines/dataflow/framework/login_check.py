"""Routes that log somebody in: guessing without end, answers that tell who exists, sessions that are kept."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.route import JAVA, SCRIPT, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import (
    argument_of,
    calls,
    dotted,
    last_name,
    nodes,
    text_of,
    words,
)
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["fixed_sessions", "told_users", "unthrottled_logins"]

_LOGIN = frozenset(
    """
    login signin logon authenticate auth token otp totp mfa 2fa verify reset forgot recover unlock
    """.split()  # noqa: SIM905 - a list of words
)
_LOOKING = frozenset(["filter", "filter_by", "get", "find_one", "login", "authenticate"])
_MAKING = frozenset(["login_user", "auth_login", "create_access_token", "encode_auth_token", "create_token"])
_CODES = frozenset(["otp", "totp", "mfa", "code", "pin"])
_CHECKING = re.compile(
    r"(?:^|[._])(?:check_?password(?:_hash)?|verify_?password(?:_hash)?|check_?pw|password_matches|authenticate(?:_user)?"
    r"|valid(?:ate)?_?login|check_?login|check_?credentials|verify_?credentials|bcrypt\.compare(?:_?sync)?|argon2\.verify"
    r"|compare_?password|(?:is_?)?(?:valid|correct)_?password|(?:is_?)?password_?(?:match|valid|correct)"
    r"|login_?(?:user_?)?with_?(?:e?mail|password)\w*)$",
    re.IGNORECASE,
)
_ENCODER = re.compile(r"encoder|bcrypt|hasher|crypt", re.IGNORECASE)
_PERSON = r"(?:user ?name|user|account|customer|e-?mail)"
_UNKNOWN_USER = re.compile(
    rf"(?:no (?:such |\w+ )?{_PERSON}|unknown {_PERSON}(?! \w)|(?:invalid|incorrect|wrong) (?:{_PERSON}|login)"
    rf"|{_PERSON}(?: \w+)? (?:does ?n[o']t|do not|is not|isn't|not) (?:exist|found|registered|known|recogni[sz]ed))",
    re.IGNORECASE,
)
_WRONG_PASSWORD = re.compile(
    r"(?:wrong|incorrect|invalid|bad) (?:password|pass\b)"
    r"|password(?: \w+)? (?:is )?(?:wrong|incorrect|invalid|not correct|does ?n[o']t match|mismatch)",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bor\b|/|combination|credentials", re.IGNORECASE)
_LOGGING = re.compile(r"(?:^|[._])(?:log\w*|print|debug|warn(?:ing)?|audit\w*|capture_\w+)(?:$|\.)", re.IGNORECASE)
_LONGEST = 300  # characters of an answer
_ROTATING = re.compile(
    r"new_session|cycle_key|changeSessionId|flush|regenerate|rotate|clear|invalidate|auth_login|(?:^|\.)login$",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(?:^|\.)req(?:uest)?\.session$")
_USER_KEY = re.compile(r"user|uid|login|account|member|auth|admin|^id$", re.IGNORECASE)


def unthrottled_logins(application: Application) -> Iterator[Observation]:
    """Yield routes that check a password or a code as often as somebody likes to try."""
    seen: set[Place] = set()
    for route in application.answering():
        if route.function is None or not route.changes_state or route.place in seen:
            continue
        named = _named(route, route.function)
        checking = _checked(route.function, named)
        if checking is None or (named.isdisjoint(_LOGIN) and not _logs_in(route.function)):
            continue
        seen.add(route.place)
        if application.is_throttled(route):
            continue
        yield Observation(
            kind=CheckKind.LOGIN_WITHOUT_THROTTLING,
            unit=route.place.unit,
            at=route.place.at,
            message=(
                f"`{route.name}` ({route.shown}) checks `{checking.text}` as often as somebody likes to try: no limit, "
                f"lock or captcha stands before it."
            ),
            related=(Place(checking.unit, checking.at, f"It is checked here: `{checking.text}`."),),
        )


def _named(route: Route, function: FunctionInfo) -> frozenset[str]:
    """Return the words that say what a route is for: of a controller, not those of all its routes."""
    if route.framework in JAVA:
        return words(route.path.rpartition("/")[2]) | words(function.node.name)
    return words(route.path) | words(route.name)


def _logs_in(function: FunctionInfo) -> bool:
    """Whether a function makes a session or a token for whoever asks."""
    names = {dotted(call.callee).rpartition(".")[2] for call in calls(function.node.body)}
    return not _MAKING.isdisjoint(names) or _written_user(function) is not None


def _checked(function: FunctionInfo, named: frozenset[str]) -> Place | None:
    """Return where a function checks a password or a code."""
    unit = function.unit.number
    for node in nodes(function.node.body):
        match node:
            case ir.Call() if _CHECKING.search(dotted(node.callee)) and node.arguments and not _is_by_token(node):
                return Place(unit, node.at, dotted(node.callee))
            case ir.Call() if any("passw" in argument.keyword.lower() for argument in node.arguments):
                last = dotted(node.callee).rpartition(".")[2]
                if last in _LOOKING:
                    return Place(unit, node.at, dotted(node.callee))
            case ir.Call() if named & _CODES and any(argument.keyword in _CODES for argument in node.arguments):
                if dotted(node.callee).rpartition(".")[2] in _LOOKING:
                    return Place(unit, node.at, dotted(node.callee))
            case ir.Call() if _is_compared_password(node):
                return Place(unit, node.at, dotted(node.callee))
            case ir.Binary(operator="==" | "!=" | "===" | "!=="):
                text = f"{dotted(node.left)} {dotted(node.right)}"
                if "passw" in text.lower() or (named & _CODES and words(text) & _CODES):
                    return Place(unit, node.at, text.strip().replace(" ", " == "))
            case ir.Const(value=str() as text) if re.search(r"\bselect\b.*\bpassw\w*\s*=", text, re.IGNORECASE):
                return Place(unit, node.at, "a query with the password")
    return None


def _is_compared_password(call: ir.Call) -> bool:
    """Whether a call compares a password as Java does: `encoder.matches(typed, kept)`, `kept.equals(password)`."""
    receiver, _, last = dotted(call.callee).rpartition(".")
    if last == "matches":
        return bool(_ENCODER.search(receiver)) and len(call.arguments) > 1
    named = (receiver, *(dotted(argument.value) for argument in call.arguments))
    return last in ("equals", "contentEquals") and any("passw" in one.rpartition(".")[2].lower() for one in named)


def _is_by_token(call: ir.Call) -> bool:
    """Whether what is checked is a token, which nobody guesses, and no password."""
    names = " ".join([*(one.keyword for one in call.arguments), *(dotted(one.value) for one in call.arguments)]).lower()
    return "token" in names and "pass" not in names


def told_users(application: Application) -> Iterator[Observation]:
    """Yield functions whose answers tell whether a name or the password was wrong."""
    for function in (*application.functions(), *application.handlers()):
        texts = list(_texts(function))
        unknown = next((one for one in texts if _UNKNOWN_USER.search(one[1]) and not _is_both(one[1])), None)
        wrong = next((one for one in texts if _WRONG_PASSWORD.search(one[1]) and not _is_both(one[1])), None)
        if unknown is None or wrong is None or unknown == wrong:
            continue
        if not application.answers_requests(function):
            continue
        unit = function.unit.number
        yield Observation(
            kind=CheckKind.USER_ENUMERATION,
            unit=unit,
            at=unknown[0],
            message=(
                f"`{function.node.name}` answers “{unknown[1][:60]}” or “{wrong[1][:60]}”: so it tells who is there."
            ),
            related=(Place(unit, wrong[0], "The answer to a wrong password is another one."),),
        )


def _texts(function: FunctionInfo) -> Iterator[tuple[int, str]]:
    """Yield the texts that a function may answer: those that it logs are not told to who asks."""
    logged = {
        node.at
        for call in calls(function.node.body)
        if _LOGGING.search(dotted(call.callee))
        for node in nodes(call.arguments)
        if isinstance(node, ir.Const)
    }
    for node in nodes(function.node.body):
        if isinstance(node, ir.Const) and node.at in logged:
            continue
        if isinstance(node, ir.Const) and isinstance(node.value, str) and len(node.value) < _LONGEST:
            yield node.at, node.value


def _is_both(text: str) -> bool:
    return bool(_BOTH.search(text)) and "password" in text.lower()


def fixed_sessions(application: Application) -> Iterator[Observation]:
    """Yield logins that put the user into a session of the server that was there before."""
    for place in (chain.fixed for chain in application.java.security.chains if chain.fixed is not None):
        yield Observation(
            kind=CheckKind.SESSION_FIXATION,
            unit=place.unit,
            at=place.at,
            message="Whoever logs in keeps the session id from before: `sessionFixation().none()`.",
            severity=Severity.MEDIUM,
            confidence=Confidence.HIGH,
        )
    for route in application.routes:
        function = route.function
        if function is None or not route.changes_state or not _keeps_sessions(application, function, route):
            continue
        checking = _checked(function, _named(route, function))
        if checking is None or any(_ROTATING.search(dotted(call.callee)) for call in calls(function.node.body)):
            continue
        written = _written_user(function)
        if written is not None:
            yield Observation(
                kind=CheckKind.SESSION_FIXATION,
                unit=function.unit.number,
                at=written.at,
                message=f"`{route.name}` logs in by `{_shown(written)}` without a new session id.",
                related=(Place(checking.unit, checking.at, f"The login is checked here: `{checking.text}`."),),
                severity=Severity.MEDIUM,
                confidence=Confidence.MEDIUM,
            )


def _shown(written: ir.Assign | ir.Call) -> str:
    if isinstance(written, ir.Call):
        return f"{dotted(written.callee)}({text_of(argument_of(written, 0))!r})"
    target = written.target
    return f"{dotted(target)}[{text_of(target.key)!r}]" if isinstance(target, ir.Index) else dotted(target)


def _keeps_sessions(application: Application, function: FunctionInfo, route: Route) -> bool:
    """Whether sessions are kept on the server, so that an id lives on: not in a signed cookie."""
    if route.framework in SCRIPT:
        return "express-session" in application.imports_of_scripts()
    if route.framework in JAVA:
        return True
    imported = {one.module.partition(".")[0] for one in application.meanings.imports(function.unit).values()}
    return route.framework == "django" or "aiohttp_session" in imported or "flask_session" in imported


def _written_user(function: FunctionInfo) -> ir.Assign | ir.Call | None:
    for node in nodes(function.node.body):
        if isinstance(node, ir.Call) and last_name(node.callee) in ("setAttribute", "putValue"):
            key, receiver = text_of(argument_of(node, 0)), dotted(node.callee).rpartition(".")[0]
            if key and _USER_KEY.search(key) and "session" in receiver.lower():
                return node
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Attribute):
            is_kept = _SESSION.search(dotted(node.target.of)) and _USER_KEY.search(node.target.name)
            if is_kept:
                return node
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Index):
            key = text_of(node.target.key)
            if key and _USER_KEY.search(key) and dotted(node.target.of).rpartition(".")[2] == "session":
                return node
    return None
