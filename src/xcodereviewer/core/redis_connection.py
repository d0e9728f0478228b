"""The one way to Redis: a pool with limits and time-outs."""

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

__all__ = ["connect"]

_CONNECTIONS = 50
_TIMEOUT_S = 1.0  # what asks Redis has something better to do than to wait for it
_HEALTH_S = 30


def connect(url: str) -> Redis:
    """Return a client of the Redis at an address; nothing is connected yet."""
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=_CONNECTIONS,
        timeout=_TIMEOUT_S,
        socket_timeout=_TIMEOUT_S,
        socket_connect_timeout=_TIMEOUT_S,
        health_check_interval=_HEALTH_S,
        retry=Retry(NoBackoff(), 0),
    )
    return Redis.from_pool(pool)
