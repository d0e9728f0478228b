"""What a web application in JavaScript is set to: cookies of sessions, headers of pages, what uploads may be."""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["bare_script_sessions", "bare_uploads", "missing_headers"]

_SESSIONS = ("express-session", "cookie-session", "koa-session", "@fastify/session", "client-sessions")
_HARDENING = re.compile(r"^(?:helmet|koa-helmet|@fastify/helmet|fastify-helmet|lusca|frameguard|koa-lusca|hsts)$")
_HEADERS = re.compile(r"^(?:x-frame-options|content-security-policy)$", re.IGNORECASE)
_TYPES = re.compile(r"mime_?type|fileFilter|file-type|filetype|magic|allowed|extname|\.ext$|endsWith", re.IGNORECASE)


def bare_script_sessions(application: Application) -> Iterator[Observation]:
    """Yield sessions whose cookie travels without TLS, since nothing says otherwise."""
    units = application.scripts if application.handlers() else []
    if any(_settles_secure(unit) for unit in units):
        return
    for unit, call in _made(application, units, _SESSIONS):
        yield Observation(
            kind=CheckKind.SESSION_COOKIE_FLAGS,
            unit=unit.number,
            at=call.at,
            message="The sessions here have a cookie that is sent without TLS, too: nothing sets `secure`.",
            confidence=Confidence.MEDIUM,
        )
        return


def _settles_secure(unit: Unit) -> bool:
    """Whether a module says `secure` of a cookie: in a record, or by an assignment."""
    for node in nodes(unit.module.body):
        match node:
            case ir.Record() if any(text_of(key) == "secure" for key, _ in node.entries):
                return True
            case ir.Assign(target=ir.Attribute(name="secure")):
                return True
    return False


def _made(application: Application, units: Sequence[Unit], libraries: Sequence[str]) -> Iterator[tuple[Unit, ir.Call]]:
    """Yield the calls of what modules import from libraries."""
    for unit in units:
        imported = {name: one.module for name, one in application.meanings.imports(unit).items()}
        for call in calls(unit.module.body):
            if isinstance(call.callee, ir.Name) and imported.get(call.callee.name) in libraries:
                yield unit, call


def missing_headers(application: Application) -> Iterator[Observation]:
    """Yield an application, once, that shows pages and lets any site frame them and any script run in them."""
    units = application.scripts if application.handlers() else []
    if any(_HARDENING.match(name) for name in application.imports_of_scripts()) or any(map(_sets_headers, units)):
        return
    for unit in units:
        for call in calls(unit.module.body):
            if last_name(call.callee) == "set" and text_of(argument_of(call, 0)) == "view engine":
                yield Observation(
                    kind=CheckKind.MISSING_HEADERS,
                    unit=unit.number,
                    at=call.at,
                    message=(
                        "The pages here say neither who may frame them nor which scripts may run: nothing sets "
                        "`X-Frame-Options` or `Content-Security-Policy`."
                    ),
                    confidence=Confidence.MEDIUM,
                )
                return


def _sets_headers(unit: Unit) -> bool:
    return any(isinstance(node, ir.Const) and _HEADERS.match(str(node.value)) for node in nodes(unit.module.body))


def bare_uploads(application: Application) -> Iterator[Observation]:
    """Yield the makers of uploads that keep on the disk whatever is sent, where no handler looks at its type either."""
    units = application.scripts if application.handlers() else []
    for unit, call in _made(application, units, ("multer", "@koa/multer", "koa-multer", "fastify-multer")):
        options = argument_of(call, 0)
        row = {text_of(key): value for key, value in options.entries} if isinstance(options, ir.Record) else {}
        is_kept = "dest" in row or ("storage" in row and not _is_memory(unit, row["storage"]))
        if not is_kept or None in row or "fileFilter" in row or _looks(application, unit):
            continue
        yield Observation(
            kind=CheckKind.UNCHECKED_UPLOAD,
            unit=unit.number,
            at=call.at,
            message="`multer` keeps whatever is sent: it has no `fileFilter`, and no handler looks at the type.",
            confidence=Confidence.MEDIUM,
        )


def _is_memory(unit: Unit, storage: ir.Expression) -> bool:
    values = [storage]
    for node in nodes(unit.module.body):
        match node:
            case ir.Assign(target=ir.Name(name=name), value=value) if name == dotted(storage) and value is not None:
                values.append(value)
    return any("memory" in dotted(one).lower() for one in values)


def _looks(application: Application, unit: Unit) -> bool:
    """Whether the module, or a handler of its routes, looks at the type of a file."""
    functions = [route.function for route in application.routes if route.unit == unit.number and route.function]
    bodies = [unit.module.body, *(one.node.body for one in functions)]
    for node in (one for body in bodies for one in nodes(body)):
        text = node.name if isinstance(node, ir.Name | ir.Attribute) else text_of(node) or ""
        if _TYPES.search(text) and text != "originalname":
            return True
    return False
