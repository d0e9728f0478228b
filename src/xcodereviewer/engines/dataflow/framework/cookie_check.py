"""Session cookies that travel without TLS, because nothing says otherwise."""

from collections.abc import Iterator
from typing import TypeGuard

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import last_name, nodes
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["bare_session_cookies"]

_SETTING = "SESSION_COOKIE_SECURE"
_ELSEWHERE = frozenset(
    ("Talisman", "from_object", "from_pyfile", "from_mapping", "from_prefixed_env", "from_envvar", "from_file")
)


def bare_session_cookies(application: Application) -> Iterator[Observation]:
    """Yield the application, once, when it keeps sessions and nothing makes their cookie secure."""
    units = [unit for unit in application.units if application.is_of_program(unit)]
    if any(_settles(unit) for unit in units):
        return
    for setting in application.settings.named("MIDDLEWARE"):
        if any(text.endswith("SessionMiddleware") for text in setting.texts):
            yield _told(setting.unit, setting.at, "The sessions of this project")
            return
    made = next(((unit, node) for unit in units for node in nodes(unit.module.body) if _makes_flask(node)), None)
    if made is not None and application.keeps_sessions:
        yield _told(made[0], made[1].at, "The sessions of this application")


def _makes_flask(node: object) -> TypeGuard[ir.Assign]:
    return isinstance(node, ir.Assign) and isinstance(node.value, ir.Call) and last_name(node.value.callee) == "Flask"


def _settles(unit: Unit) -> bool:
    for node in nodes(unit.module.body):
        match node:
            case ir.Name(name=name) | ir.Attribute(name=name) if name == _SETTING or name in _ELSEWHERE:
                return True
            case ir.Const(value=str() as text) if _SETTING in text:
                return True
            case ir.Argument(keyword=keyword) if keyword == _SETTING:
                return True
    return False


def _told(unit: Unit, at: int, what: str) -> Observation:
    return Observation(
        kind=CheckKind.SESSION_COOKIE_FLAGS,
        unit=unit.number,
        at=at,
        message=f"{what} have a cookie that is sent without TLS, too: nothing sets `{_SETTING}`.",
        confidence=Confidence.MEDIUM,
    )
