"""The framework checks: each is a question about the application, answered by observations."""

from collections.abc import Callable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.engines.dataflow.framework.authentication_check import missing_authentication
from xcodereviewer.engines.dataflow.framework.claim_check import claimed_roles
from xcodereviewer.engines.dataflow.framework.cookie_check import bare_session_cookies
from xcodereviewer.engines.dataflow.framework.csrf_check import missing_csrf
from xcodereviewer.engines.dataflow.framework.express_owner_check import unowned_documents
from xcodereviewer.engines.dataflow.framework.java_owner_check import unowned_records
from xcodereviewer.engines.dataflow.framework.login_check import fixed_sessions, told_users, unthrottled_logins
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.ownership_check import unowned_objects
from xcodereviewer.engines.dataflow.framework.password_check import passwords_in_clear
from xcodereviewer.engines.dataflow.framework.role_check import missing_roles
from xcodereviewer.engines.dataflow.framework.route_map import told_routes
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.script_claim_check import claimed_by_requests
from xcodereviewer.engines.dataflow.framework.script_settings import (
    bare_script_sessions,
    bare_uploads,
    missing_headers,
)
from xcodereviewer.engines.dataflow.framework.upload_check import unchecked_uploads

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["observations"]


def _unowned(application: Application) -> Iterator[Observation]:
    yield from unowned_objects(application)
    yield from unowned_documents(application)
    yield from unowned_records(application)


def _claimed(application: Application) -> Iterator[Observation]:
    yield from claimed_roles(application)
    yield from claimed_by_requests(application)


def _bare_cookies(application: Application) -> Iterator[Observation]:
    yield from bare_session_cookies(application)
    yield from bare_script_sessions(application)


def _kept_uploads(application: Application) -> Iterator[Observation]:
    yield from unchecked_uploads(application)
    yield from bare_uploads(application)


_CHECKS: Mapping[CheckKind, Callable[[Application], Iterator[Observation]]] = MappingProxyType(
    {
        CheckKind.ROUTE: told_routes,
        CheckKind.MISSING_AUTHENTICATION: missing_authentication,
        CheckKind.MISSING_ROLE: missing_roles,
        CheckKind.UNOWNED_OBJECT: _unowned,
        CheckKind.CLAIMED_ROLE: _claimed,
        CheckKind.SESSION_COOKIE_FLAGS: _bare_cookies,
        CheckKind.CSRF_MISSING: missing_csrf,
        CheckKind.UNCHECKED_UPLOAD: _kept_uploads,
        CheckKind.PASSWORD_IN_CLEAR: passwords_in_clear,
        CheckKind.LOGIN_WITHOUT_THROTTLING: unthrottled_logins,
        CheckKind.USER_ENUMERATION: told_users,
        CheckKind.MISSING_HEADERS: missing_headers,
        CheckKind.SESSION_FIXATION: fixed_sessions,
    }
)


def observations(analysis: "Analysis", kinds: Set[CheckKind]) -> Iterator[Observation]:
    """Yield what the checks of these kinds find; the map is made only when one of them is asked."""
    asked = [check for kind, check in _CHECKS.items() if kind in kinds]
    if not asked:
        return
    application = Application(analysis)
    for check in asked:
        yield from check(application)
