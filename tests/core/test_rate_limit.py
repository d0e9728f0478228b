"""Sliding windows, in this process and in Redis."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisAway

from xcodereviewer.core.rate_limit import Answer, Ask, Limit, LocalLimiter, RedisLimiter, SharedLimiter
from xcodereviewer.core.redis_connection import connect

REDIS = os.environ.get("XCR_TEST_REDIS", "redis://127.0.0.1:6379/9")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 600_000.0

    def __call__(self) -> float:
        return self.now


def ask(most: int, *, key: str = "one", name: str = "token") -> Ask:
    return Ask(limit=Limit(name=name, most=most, window_s=60), key=key)


def allowed(answers: Sequence[Answer]) -> list[bool]:
    return [answer.full is None for answer in answers]


def test_window_slides() -> None:
    clock = Clock()
    limiter = LocalLimiter(clock=clock)

    async def times(count: int) -> list[bool]:
        return allowed([await limiter.take([ask(4)]) for _ in range(count)])

    assert asyncio.run(times(5)) == [True, True, True, True, False]
    clock.now += 90  # half of the window before counts still
    assert asyncio.run(times(3)) == [True, True, False]
    clock.now += 120
    assert asyncio.run(times(5)) == [True, True, True, True, False]


def test_what_one_limit_refuses_counts_for_none() -> None:
    limiter = LocalLimiter(clock=Clock())

    async def refused_then_alone() -> list[bool]:
        tight, wide = ask(1, name="address"), ask(2, name="all")
        both = [await limiter.take([wide, tight]) for _ in range(3)]
        return allowed([*both, await limiter.take([wide]), await limiter.take([wide])])

    assert asyncio.run(refused_then_alone()) == [True, False, False, True, False]


@asynccontextmanager
async def redis() -> AsyncIterator[Redis]:
    client = connect(REDIS)
    yield client
    await client.aclose()


def test_processes_share_what_redis_counts() -> None:
    key = uuid4().hex

    async def two_at_once() -> list[bool]:
        async with redis() as one, redis() as other:
            limiters = [RedisLimiter(one), RedisLimiter(other)]
            asked = [limiter.take([ask(10, key=key)]) for limiter in limiters for _ in range(10)]
            return allowed(await asyncio.gather(*asked))

    assert sum(asyncio.run(two_at_once())) == 10


def test_redis_tells_when_there_is_room_and_how_much() -> None:
    key = uuid4().hex

    async def three() -> list[Answer]:
        async with redis() as client:
            limiter = RedisLimiter(client)
            return [await limiter.take([ask(50, key=key, name="all"), ask(2, key=key)]) for _ in range(3)]

    first, second, third = asyncio.run(three())
    assert (first.room, second.room) == (1, 0)
    assert third.full is not None
    assert (third.full.name, 0 < third.retry_after_s <= 60) == ("token", True)


class Away:
    """A Redis that does not answer."""

    def __init__(self) -> None:
        self.asked = 0

    async def take(self, asks: Sequence[Ask]) -> Answer:  # noqa: ARG002 - it does not get that far
        self.asked += 1
        raise RedisAway("away")


def test_outage_is_counted_here_and_asked_about_again_after_a_while() -> None:
    clock, away = Clock(), Away()
    limiter = SharedLimiter(away, LocalLimiter(clock=clock), clock=clock)

    async def times(count: int) -> list[bool]:
        return allowed([await limiter.take([ask(2)]) for _ in range(count)])

    assert asyncio.run(times(3)) == [True, True, False]
    assert (away.asked, limiter.outages) == (1, 1)
    clock.now += 6
    asyncio.run(times(1))
    assert away.asked == 2
