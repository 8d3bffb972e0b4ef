"""Names of organisations that sentences tell."""

import pytest

from extract.organiser_names import find_names
from tests.extract.programmes import ground

NAMED = [
    ("nb", "Kurset holdes av Forum for kommunekontroll.", "Forum for kommunekontroll", "a purpose"),
    (
        "nb",
        "Senter for demokratisk samtale har laget kurset.",
        "Senter for demokratisk samtale",
        "a purpose with its adjective",
    ),
    ("nn", "Landsforeininga for Open Styring held kurset.", "Landsforeininga for Open Styring", "a compound"),
    (
        "nb",
        "Først lærte vi om film, og det var NordAvisa som sto for kurset.",
        "NordAvisa",
        "a relative clause",
    ),
    ("nb", "Kurset tas av en rådgiver fra Kirkelig Samtale.", "Kirkelig Samtale", "whose adviser teaches"),
    (
        "sv",
        "Saken gäller: Kontrollforum Nord håller en kurs.",
        "Kontrollforum Nord",
        "a subject behind a label",
    ),
    ("fi", "Laivalla kouluttaisi Vihreä Lasku -osuuskunta.", "Vihreä Lasku -osuuskunta", "a noun apart"),
    ("sv", "Barn- och skolnämnden ordnar en kurs.", "Barn- och skolnämnden", "two parts of one noun"),
    ("nb", "Elvdal kommune holder kurs.", "Elvdal kommune", "a place before its noun opens a sentence"),
]


@pytest.mark.parametrize(("code", "text", "name", "why"), NAMED)
def test_a_name_is_found_whole(code: str, text: str, name: str, why: str) -> None:
    """Organisations and bodies are named as the text names them."""
    found = find_names(ground(text, code))
    assert name in [text[one.span[0] : one.span[1]] for one in found], why


NOBODY = [
    ("nb", "Etterpå holdt Kari Elvestad kurs for alle.", "a person"),
    ("nb", "Det er i Elvdal holdt kurs.", "a town"),
    ("sv", "Utvärdering av kursen följer.", "a common noun opens the sentence"),
    ("sv", "Varje kommun ordnar en kurs.", "any municipality"),
]


@pytest.mark.parametrize(("code", "text", "why"), NOBODY)
def test_what_names_no_organisation(code: str, text: str, why: str) -> None:
    """Persons, towns and common nouns with a capital are no organisations."""
    named = [one for one in find_names(ground(text, code)) if one.full or one.kind != "body"]
    assert named == [], why
