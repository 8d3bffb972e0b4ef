"""Names of sessions whose rows tell a label, a date or a place alone."""

import pytest

from extract.session_found import Outset
from extract.session_naming import with_names
from records.base import Span
from records.evidence import Found
from tests.extract.programmes import date, ground


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return start, start + len(quote)


@pytest.mark.parametrize(
    ("row", "name", "why"),
    [
        ("Når: 3. mai 2026", "Når", "a label"),
        ("StedTeams 3. mai 2026", "StedTeams", "a label glued to what it labels"),
        ("Tid3. mai 2026", "Tid3. mai 2026", "a label glued to the date"),
    ],
)
def test_a_label_is_no_name(row: str, name: str, why: str) -> None:
    """The heading that names training does."""
    text = f"Økonomikurs for folkevalgte\n\n{row}"
    when = date(text, "3. mai 2026", "2026-05-03")
    span = _span(text, name)
    one = Outset(Found(name, (span,), "session_title"), _span(text, row), _span(text, row), when=when)
    (named,) = with_names(ground(text, "nb", when), [one], None)
    assert named.title
    assert named.title.value == "Økonomikurs for folkevalgte", why
    assert named.title.how == "inferred"


def test_rows_of_places_are_sessions_of_the_course_above() -> None:
    """Two rows of days and places are one course held twice."""
    text = (
        "Kurs i eierskap\n\nTid og sted\n"
        "3. mai 2026 Bergnes, Hotell Brygga\n9. mai 2026 Fagervik, kulturhuset Bølgen"
    )
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "9. mai 2026", "2026-05-09")]
    rows = [
        ("3. mai 2026 Bergnes, Hotell Brygga", "Bergnes"),
        ("9. mai 2026 Fagervik, kulturhuset Bølgen", "Fagervik"),
    ]
    told = [
        Outset(
            Found(name, (_span(text, name),), "session_title"), _span(text, row), _span(text, row), when=day
        )
        for (row, name), day in zip(rows, days, strict=True)
    ]
    found = with_names(ground(text, "nb", *days), told, None)
    assert [one.title.value for one in found if one.title] == ["Kurs i eierskap", "Kurs i eierskap"]


def test_a_name_of_its_own_stays() -> None:
    """A row that names what is taught is left as it is."""
    text = "Kurs for folkevalgte\n\n3. mai 2026 Økonomi\n9. mai 2026 Arealplan"
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "9. mai 2026", "2026-05-09")]
    told = [
        Outset(Found(name, (_span(text, name),), "session_title"), day.span, day.span, when=day)
        for name, day in zip(("Økonomi", "Arealplan"), days, strict=True)
    ]
    assert with_names(ground(text, "nb", *days), told, (0, 20)) == told


def test_a_lead_to_places_makes_names_below_it_places() -> None:
    """Towns that no list knows are places where the line above them says so."""
    text = (
        "Kurs för revisorer\n\nOrter och datum\nBjörkvik 3 maj 2026 Platser kvar\nLindby 9 maj 2026 Fullbokad"
    )
    days = [date(text, "3 maj 2026", "2026-05-03"), date(text, "9 maj 2026", "2026-05-09")]
    names = ["Platser kvar", "Fullbokad"]
    told = [
        Outset(Found(name, (_span(text, name),), "session_title"), day.span, day.span, when=day)
        for name, day in zip(names, days, strict=True)
    ]
    found = with_names(ground(text, "sv", *days), told, None)
    assert [one.title.value for one in found if one.title] == ["Kurs för revisorer", "Kurs för revisorer"]
