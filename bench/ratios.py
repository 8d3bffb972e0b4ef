"""Times two pieces of work turn by turn, so that both meet the same noise."""

import time
from collections.abc import Callable

Work = Callable[[], object]


def interleave(work: Work, floor: Work, rounds: int) -> tuple[float, float]:
    """Return the shortest time in seconds of `work` and of `floor` over that many turns each."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, one in enumerate((work, floor)):
            start = time.perf_counter()
            one()
            best[index] = min(best[index], time.perf_counter() - start)
    return best[0], best[1]
