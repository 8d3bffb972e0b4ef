"""Knows the words that the Dynasty record system prints around items."""

from functools import cache
from importlib.resources import files

from config.toml import parse_toml, validate
from samples.council import Strict


class Words(Strict):
    """One language of `dynasty_words.toml`."""

    service: str
    search: str
    feed: str
    feed_link: str
    items: str
    meetings: str
    lists: str
    open_search: str
    bodies: str
    body: str
    latest: str
    day: str
    year: str
    minutes: str
    agenda: str
    checked: str
    section: str
    number: str
    title: str
    published: str
    previous: str
    next: str
    appeal: str
    item_pdf: str
    item_file: str
    list_pdf: str
    attachments: str
    has_attachments: str
    item_text: str
    navigation: str
    clock: str
    officers: str
    officer: str
    maker: str
    reasons: str
    ruling: str
    power: str
    shown: str
    told: str


@cache
def load_words(language: str) -> Words:
    """Return the record system's words in "fi" or "sv"."""
    where = "samples/dynasty_words.toml"
    text = files("samples").joinpath("dynasty_words.toml").read_text(encoding="utf-8")
    return validate(Words, parse_toml(text, where)[language], where, text)
