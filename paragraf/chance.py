"""How likely it is that chance alone brings so many of something."""

import math


def at_least(found: int, tries: int, share: float) -> float:
    """Return the chance of `found` or more hits in `tries`, each with the chance `share` (0 < share < 1)."""
    log_hit, log_miss = math.log(share), math.log1p(-share)
    terms = (
        math.lgamma(tries + 1)
        - math.lgamma(hits + 1)
        - math.lgamma(tries - hits + 1)
        + hits * log_hit
        + (tries - hits) * log_miss
        for hits in range(max(found, 0), tries + 1)
    )
    return min(1.0, math.fsum(map(math.exp, terms)))


def so_many(found: int, usual: float) -> float:
    """Return the chance of `found` or more in a night that usually brings `usual` (above 0)."""
    fewer = (hits * math.log(usual) - usual - math.lgamma(hits + 1) for hits in range(found))
    return max(0.0, 1.0 - math.fsum(map(math.exp, fewer)))


def in_words(chance: float) -> str:
    """Return a chance as "1 in 340", rounded to two digits."""
    if chance <= 1e-6:
        return "fewer than 1 in 1,000,000"
    odds = 1 / chance
    digits = max(0, math.floor(math.log10(odds)) - 1)
    return f"1 in {round(odds, -digits):,.0f}"
