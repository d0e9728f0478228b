"""How often something may be asked for: sliding windows, in this process or shared through Redis.

A window slides by two counters: that of the current one, and that of the one before, of which as much counts as still
lies within the last `window_s` seconds. So a limit takes two numbers for each key, and errs by how uneven the previous
window was.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

__all__ = ["Answer", "Ask", "Limit", "LocalLimiter", "RateLimiter", "RedisLimiter", "SharedLimiter"]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()
_MOST_KEYS = 100_000
_NAMESPACE = "{xcr:rate:1}"  # one hash slot: the script looks at all keys of a request at once

# Counts only when every limit still has room. KEYS: one for each limit. ARGV: the most and the window of each.
# Returns the index of the first limit without room (0: none), and for that one, or the tightest, room and seconds.
_SCRIPT = """
local t = redis.call('TIME')
local now = t[1] + t[2] / 1000000
local room_least, at_least, wait = nil, 0, 0
local counted = {}
for i, key in ipairs(KEYS) do
  local most, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local bucket = math.floor(now / window)
  local part = now / window - bucket
  local current = tonumber(redis.call('GET', key .. ':' .. bucket) or '0')
  local before = tonumber(redis.call('GET', key .. ':' .. (bucket - 1)) or '0')
  local room = most - current - before * (1 - part)
  if room < 1 then return {i, 0, tostring(window * (1 - part))} end
  if room_least == nil or room < room_least then room_least, at_least = room, i end
  counted[i] = {key .. ':' .. bucket, window}
end
for _, one in ipairs(counted) do
  redis.call('INCR', one[1])
  redis.call('EXPIRE', one[1], math.ceil(2 * one[2]))
end
return {0, math.floor(room_least - 1), '0'}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many in so many seconds; `name` is what it counts by (`address`, `user`, `token`, `all`)."""

    name: str
    most: int
    window_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One more for a key of a limit."""

    limit: Limit
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether it may be; `room` is what is left of the tightest limit, `retry_after_s` when the full one has room."""

    full: Limit | None = None
    room: int = 0
    retry_after_s: float = 0.0


class RateLimiter(Protocol):
    """Counts what is asked for."""

    async def take(self, asks: Sequence[Ask]) -> Answer:
        """Count one for every ask when all have room, and for none otherwise."""
        ...


class LocalLimiter:
    """Counts in this process; of more than 100,000 keys the one that was asked for least lately is forgotten."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._counts: OrderedDict[tuple[str, str], tuple[int, int, int]] = OrderedDict()  # bucket, its count, the last

    async def take(self, asks: Sequence[Ask]) -> Answer:
        """Count one for every ask when all have room, and for none otherwise."""
        now, least = self._clock(), None
        for ask in asks:
            _, current, before = self._at(ask, now)
            part = now / ask.limit.window_s % 1
            room = ask.limit.most - current - before * (1 - part)
            if room < 1:
                return Answer(full=ask.limit, retry_after_s=ask.limit.window_s * (1 - part))
            least = room if least is None else min(least, room)
        for ask in asks:
            bucket, current, before = self._at(ask, now)
            self._counts[ask.limit.name, ask.key] = (bucket, current + 1, before)
            self._counts.move_to_end((ask.limit.name, ask.key))
        while len(self._counts) > _MOST_KEYS:
            self._counts.popitem(last=False)
        return Answer(room=int((least or 1) - 1))

    def _at(self, ask: Ask, now: float) -> tuple[int, int, int]:
        bucket = int(now // ask.limit.window_s)
        kept, current, before = self._counts.get((ask.limit.name, ask.key), (bucket, 0, 0))
        if kept == bucket:
            return bucket, current, before
        return bucket, 0, current if kept == bucket - 1 else 0


class RedisLimiter:
    """Counts in Redis, for all processes together, in one atomic step."""

    def __init__(self, redis: Redis) -> None:
        self._take = redis.register_script(_SCRIPT)

    async def take(self, asks: Sequence[Ask]) -> Answer:
        """Count one for every ask when all have room, and for none otherwise.

        Raises:
            RedisError: Redis does not answer.
        """
        keys = [f"{_NAMESPACE}:{ask.limit.name}:{ask.key}" for ask in asks]
        numbers = [number for ask in asks for number in (ask.limit.most, ask.limit.window_s)]
        full, room, wait = await self._take(keys=keys, args=numbers)
        return Answer(full=asks[full - 1].limit if full else None, room=int(room), retry_after_s=float(wait))


class SharedLimiter:
    """Counts in Redis and, while that is away, in this process: an outage locks nobody out and is told once."""

    _PAUSE_S = 5.0

    def __init__(self, shared: RateLimiter, local: RateLimiter, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._shared = shared
        self._local = local
        self._clock = clock
        self._away_until = 0.0
        self.outages = 0

    async def take(self, asks: Sequence[Ask]) -> Answer:
        """Count one for every ask when all have room, and for none otherwise."""
        if self._clock() >= self._away_until:
            try:
                answer = await self._shared.take(asks)
            except (RedisError, OSError, TimeoutError) as error:
                self.outages += 1
                self._away_until = self._clock() + self._PAUSE_S
                _log.warning("rate_limit.local", error=str(error), outages=self.outages)
            else:
                return answer
        return await self._local.take(asks)
