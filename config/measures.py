"""Knows the words that comparing titles needs (`measures.toml`)."""

from functools import cache

from config.paths import shipped
from config.toml import parse_toml, read_place, validate
from config.words import Words

FILE = "measures.toml"


class Measures(Words):
    """`joining_words` are words of titles that carry no meaning of their own, in lower case."""

    joining_words: frozenset[str]


@cache
def load_measures() -> Measures:
    """Return the shipped words; figures of two installations shall mean the same, so there is no overlay."""
    place = shipped(FILE)
    text = read_place(place)
    return validate(Measures, parse_toml(text, str(place)), str(place), text)
