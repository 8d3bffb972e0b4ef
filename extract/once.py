"""Knows what is built once: machinery made from a language's words, kept as long as the process."""

from collections.abc import Callable
from typing import TypeVar

from config.languages import Language

T = TypeVar("T")


def once_per_language(build: Callable[[Language], T]) -> Callable[[Language], T]:
    """Return `build`, run once for each language and again only when its words have changed.

    Languages hold tables and cannot be hashed, so the one that was built for is kept and compared.
    """
    built: dict[str, tuple[Language, T]] = {}

    def fetch(language: Language) -> T:
        known = built.get(language.code)
        if known is None or (known[0] is not language and known[0] != language):
            known = (language, build(language))
        built[language.code] = (language, known[1])
        return known[1]

    return fetch
