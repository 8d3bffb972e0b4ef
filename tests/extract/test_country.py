"""Which country a document is from."""

import pytest

from extract.country import country_of, words_code
from records.council import Country


@pytest.mark.parametrize(
    ("stated", "url", "language", "country"),
    [
        ("SE", "https://x.fi/", "fi", "SE"),  # what is stated wins
        (None, "https://www.borgbacken.fi/a?b=c.se", "sv", "FI"),  # then the address's own domain
        (None, "https://kuusiranta.example/", "fi", "FI"),  # then where the language is at home
        (None, None, "nn", "NO"),
        (None, "not an address", "xx", None),
    ],
)
def test_country(stated: Country | None, url: str | None, language: str, country: Country | None) -> None:
    """Stated, else by address, else by language, else unknown."""
    assert country == country_of(stated, url, language)


def test_finland_swedish_has_words_of_its_own() -> None:
    """Swedish is read with the words of its country."""
    assert words_code("sv", "FI") == "sv-FI"
    assert words_code("sv", "SE") == "sv"
    assert words_code("fi", "FI") == "fi"
