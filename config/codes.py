"""Knows codes.toml: the closed lists of topics, audiences and formats, and what clerks call them."""

from functools import cache

from config.paths import own, shipped
from config.toml import overlay, parse_toml, read_place, validate
from config.words import Words

FILE = "codes.toml"


class CodeNames(Words):
    """What a code is called in each language; a language may be missing in an own file."""

    en: str
    fi: str | None = None
    sv: str | None = None
    nb: str | None = None
    nn: str | None = None

    def in_language(self, language: str) -> str:
        """Return the name in a language (BCP 47; "sv-FI" is asked as "sv"), else the English one."""
        told = {"fi": self.fi, "sv": self.sv, "nb": self.nb, "nn": self.nn}
        return told.get(language.partition("-")[0]) or self.en


class Codes(Words):
    """The closed lists: code to names, in the order in which they are shown."""

    topics: dict[str, CodeNames]
    audiences: dict[str, CodeNames]
    formats: dict[str, CodeNames]

    def names_in(self, language: str) -> dict[str, str]:
        """Return the names of all codes in a language, by code."""
        tables = (self.topics, self.audiences, self.formats)
        return {code: names.in_language(language) for table in tables for code, names in table.items()}


@cache
def load_codes() -> Codes:
    """Return the shipped codes with the installation's own laid over them.

    Raises ConfigError with file, line and key for a mistake.
    """
    place = shipped(FILE)
    where, text = str(place), read_place(place)
    table = parse_toml(text, where)
    if own(FILE).is_file():
        where, text = str(own(FILE)), read_place(own(FILE))
        table = overlay(table, parse_toml(text, where))
    return validate(Codes, table, where, text)
