"""Knows which country a document is from, where nobody says so: by its address, else by its language."""

from typing import cast, get_args
from urllib.parse import urlsplit

from records.council import Country

_BY_LANGUAGE: dict[str, Country] = {"fi": "FI", "sv": "SE", "nb": "NO", "nn": "NO", "da": "DK"}


def country_of(stated: Country | None, url: str | None, language: str) -> Country | None:
    """Return the country stated, else that of the address's top-level domain, else the language's usual one.

    It chooses terms of office and words only; records keep what was stated.
    """
    if stated:
        return stated
    domain = (urlsplit(url or "").hostname or "").rpartition(".")[2].upper()
    if domain in get_args(Country):
        return cast(Country, domain)
    return _BY_LANGUAGE.get(language)


def words_code(language: str, country: Country | None) -> str:
    """Return the code of the language file: Swedish of Finland (and Åland) has one of its own."""
    return "sv-FI" if language == "sv" and country in ("FI", "AX") else language
