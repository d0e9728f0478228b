"""How the time of something grows with its size, on a machine of which nobody knows how fast or busy it is."""

import time
from collections.abc import Callable

__all__ = ["growth"]

_TRIES = 2
_LEAST_S = 0.005  # below, what is measured is the clock


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times longer `work` takes for `size` than for a quarter of it: 4 when it is linear, 16 when it is
    quadratic.

    Seconds of this process's processor, the least of some tries.
    """
    small, large = (min(_seconds(work, one) for _ in range(_TRIES)) for one in (size // 4, size))
    return large / max(small, _LEAST_S)


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
