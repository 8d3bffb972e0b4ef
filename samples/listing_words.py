"""Knows the words that municipal web sites print around lists of minutes."""

from functools import cache
from importlib.resources import files

from config.toml import parse_toml, validate
from samples.council import Strict


class ListingWords(Strict):
    """One language of `listing_words.toml`."""

    list: str
    minutes: str
    agenda: str
    heading: str
    body: str
    day: str
    place: str
    clock: str
    kept_by: str
    next: str
    months: tuple[str, ...]


@cache
def load_words(language: str) -> ListingWords:
    """Return the words in "sv" or "nn"."""
    where = "samples/listing_words.toml"
    text = files("samples").joinpath("listing_words.toml").read_text(encoding="utf-8")
    return validate(ListingWords, parse_toml(text, where)[language], where, text)
