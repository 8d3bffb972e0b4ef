"""Knows what is built once: machinery made from a language's words, kept as long as the process."""

from collections.abc import Callable
from typing import TypeVar

from config.languages import Language

T = TypeVar("T")


def once_per_language(build: Callable[[Language], T]) -> Callable[[Language], T]:
    """Return `build`, run once for each Language object.

    Languages hold tables and cannot be hashed; the object itself is kept beside what was built, so
    that its identity stays its own.
    """
    built: dict[int, tuple[Language, T]] = {}

    def fetch(language: Language) -> T:
        if id(language) not in built:
            built[id(language)] = (language, build(language))
        return built[id(language)][1]

    return fetch
