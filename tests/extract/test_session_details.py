"""How long a session lasts, in how many parts, by when to sign up."""

import pytest

from extract.session_details import find_days, find_deadline, find_hours, find_parts, find_url
from tests.extract.programmes import date, ground

DAYS = [
    ("fi", "Kaksipäiväinen seminaari.", 2, "glued to its number"),
    ("fi", "Kurssi kestää kolme päivää.", 3, "a word"),
    ("sv", "En tvådagars kurs.", 2, "glued to its number"),
    ("sv", "Utbildningen tar två heldagar.", 2, "whole days"),
    ("nb", "En todagers samling.", 2, "glued to its number"),
    ("nb", "To skreddersydde dager.", 2, "an adjective between"),
    ("nn", "Dei første to dagane.", 2, "the number and not the place in a row"),
    ("nb", "Kl. 0900 til 1530 begge dager.", None, "a clock is no number of days"),
    ("sv", "Den tredje dagen ägnas åt ekonomi.", None, "a place in a row"),
]

HOURS = [
    ("fi", "Tilaisuus kestää 1,5 tuntia.", 1.5, "a decimal"),
    ("sv", "Kursen tar tre timmar.", 3, "a word"),
    ("nb", "Samlingene er på to timer hver.", 2, "a word"),
    ("fi", "Kesto 4-6 tuntia.", None, "a range is no length"),
]

PARTS = [
    ("fi", "Opintopolussa on 19 eri mittaista koulutusta.", 19, "two words between"),
    ("sv", "Utbildningen består av fyra block.", 4, "a word"),
    ("nb", "Kurset har seks moduler.", 6, "a word"),
    ("nn", "Det vert tre arbeidsøkter.", 3, "a word"),
    ("sv", "Ett block om ekonomi.", None, "one part is no series"),
]


@pytest.mark.parametrize(("code", "text", "days", "why"), DAYS)
def test_days(code: str, text: str, days: float | None, why: str) -> None:
    """A number before its unit, or glued to it, tells how many days."""
    found = find_days(ground(text, code), (0, len(text)))
    assert (found.value if found else None) == days, why


@pytest.mark.parametrize(("code", "text", "hours", "why"), HOURS)
def test_hours(code: str, text: str, hours: float | None, why: str) -> None:
    """A single number of hours is a length, a range is not."""
    found = find_hours(ground(text, code), (0, len(text)))
    assert (found.value if found else None) == hours, why


@pytest.mark.parametrize(("code", "text", "parts", "why"), PARTS)
def test_parts(code: str, text: str, parts: int | None, why: str) -> None:
    """A number before what a series is counted in."""
    found = find_parts(ground(text, code), (0, len(text)))
    assert (found.value if found else None) == parts, why


def test_a_deadline_is_one_of_registration() -> None:
    """A date by which to sign up, not one by which the council answers."""
    text = "Lausunto annetaan 1.2.2026 mennessä. Ilmoittautuminen viimeistään 3.3.2026."
    found = ground(
        text,
        "fi",
        date(text, "1.2.2026 mennessä", "2026-02-01", role="deadline"),
        date(text, "3.3.2026", "2026-03-03", role="deadline"),
    )
    deadline = find_deadline(found, (0, len(text)))
    assert deadline is not None
    assert deadline.value == "2026-03-03"
    assert text[deadline.span[0] : deadline.span[1]] == "3.3.2026"


def test_an_address_loses_the_full_stop_behind_it() -> None:
    """An address is what a browser would open."""
    text = "Anmälan på https://exempel.example/kurs?id=1. Välkommen!"
    found = find_url(ground(text, "sv"), (0, len(text)))
    assert found is not None
    assert found.value == "https://exempel.example/kurs?id=1"


def test_quotes_are_in_the_text() -> None:
    """Spans hold the number and its unit."""
    text = "Seminaari on kaksipäiväinen ja siinä on kolme osaa."
    found = ground(text, "fi")
    days, parts = find_days(found, (0, len(text))), find_parts(found, (0, len(text)))
    assert days is not None
    assert parts is not None
    assert text[days.span[0] : days.span[1]] == "kaksipäiväinen"
    assert text[parts.span[0] : parts.span[1]] == "kolme osaa"
