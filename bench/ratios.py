"""Times pieces of work turn by turn, in seconds of the processor, so that all meet the same noise."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def seconds_of(work: Callable[[T], object], one: T) -> float:
    """Return how long one run of `work` on `one` takes, in seconds."""
    start = time.process_time()
    work(one)
    return time.process_time() - start


def compare(works: Sequence[Callable[[T], object]], inputs: Sequence[T], rounds: int) -> list[float]:
    """Return the seconds that each work takes over all inputs: sums of each input's shortest times.

    Works and inputs take turns: with three inputs or more nobody is served from what was kept of the last.
    """
    best = [[float("inf")] * len(inputs) for _ in works]
    for _ in range(rounds):
        for place, one in enumerate(inputs):
            for times, work in zip(best, works, strict=True):
                times[place] = min(times[place], seconds_of(work, one))
    return [sum(times) for times in best]
