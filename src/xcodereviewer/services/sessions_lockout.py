"""Guessing passwords is slow: after some wrong ones an account, and an address, must wait, longer each time.

What is counted is what was typed, so an account that is not there is locked like one that is. An attempt counts as
wrong until it proves right, and those on one account wait for each other: many at once gain nothing.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from xcodereviewer.core.errors import Denied
from xcodereviewer.core.security import hash_token
from xcodereviewer.store.database import Session
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import LoginAttempts

__all__ = ["Attempt", "TooManyAttempts", "begin_attempt"]

_FORGOTTEN = timedelta(days=1)
_FIRST_WAIT_S = 30
_LONGEST_WAIT_S = 3600
_FREE_BY_ACCOUNT = 5
_FREE_BY_ADDRESS = 20  # many people may share one


class TooManyAttempts(Denied):
    """Too many wrong passwords; it says nothing about whether there is such an account."""

    def __init__(self, retry_s: int) -> None:
        super().__init__(f"Too many attempts to log in went wrong. Try again in {retry_s} seconds.")
        self.retry_s = retry_s


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that is counted as wrong so far."""

    account: LoginAttempts
    address: LoginAttempts

    def succeed(self) -> None:
        """Forget what went wrong on this account; what others got wrong from the address stays counted."""
        self.account.wrong, self.account.locked_until = 0, None
        self.address.wrong, self.address.locked_until = self.address.wrong - 1, None


async def begin_attempt(session: Session, email: str, address: str) -> Attempt:
    """Count an attempt to log in; the caller commits it, also when the password is wrong.

    Raises:
        TooManyAttempts: the account or the address must wait.
    """
    account = await _counted(session, f"account:{email.strip().lower()}", free=_FREE_BY_ACCOUNT)
    return Attempt(account, await _counted(session, f"address:{address}", free=_FREE_BY_ADDRESS))


async def _counted(session: Session, about: str, *, free: int) -> LoginAttempts:
    key, now = hash_token(about), utc_now()
    await session.one_at_a_time(f"login.{key}")
    kept = await session.get(LoginAttempts, key)
    if kept is None:
        kept = LoginAttempts(key=key, wrong=0, last_at=now)
        session.add(kept)
    if kept.locked_until is not None and kept.locked_until > now:
        raise TooManyAttempts(ceil((kept.locked_until - now).total_seconds()))
    kept.wrong = 1 if kept.last_at < now - _FORGOTTEN else kept.wrong + 1
    kept.last_at = now
    if kept.wrong >= free:
        wait_s = min(_FIRST_WAIT_S * 2 ** min(kept.wrong - free, 10), _LONGEST_WAIT_S)
        kept.locked_until = now + timedelta(seconds=wait_s)
    return kept
