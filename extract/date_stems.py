"""Knows stems: words by their beginnings, matched in folded text."""

import re
from functools import lru_cache

_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=256)
def stem_pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds a word beginning with one of `stems`, in folded text.

    A stem that begins with `*` may stand inside a word; one that ends with `.` or a sign is taken
    as it is. No stems match nothing.
    """
    if not stems:
        return _NOTHING
    return re.compile("|".join(_stem(stem) for stem in sorted(stems, key=len, reverse=True)))


def _stem(stem: str) -> str:
    if stem.startswith("*"):
        return re.escape(stem[1:])
    return (r"(?<![^\W\d_])" if stem[:1].isalpha() else "") + re.escape(stem)
