"""What only looks like a session: menus, contacts, last days, examinations, ordinary meetings."""

import pytest

from extract.session_found import Outset
from extract.session_refused import real_sessions
from records.base import Span
from records.evidence import Found
from tests.extract.programmes import Told, date, ground

ROWS = [
    ("sv", "Sista dag att boka 3 maj 2026", "3 maj 2026", "a last day"),
    ("sv", "Examination: en text, 3 maj 2026", "3 maj 2026", "an examination"),
    ("nb", "Ledige datoer nå: 3. mai 2026", "3. mai 2026", "days that are free to book"),
    ("nn", "Sist oppdatert 3. mai 2026", "3. mai 2026", "a stamp"),
    ("fi", "Päivitetty 3.5.2026", "3.5.2026", "a stamp in Finnish"),
]
WORDS = [
    ("nb", "Kurs | Medlem | Rådgivning | Om oss", "a row of links"),
    ("nb", "Kurskatalog  Mine kurs  Hjelp", "links apart by blanks"),
    ("sv", "Kurser: kurs@exempel.example", "an address"),
    ("nn", "Spørsmål om kurset?", "a contact"),
]


def _one(span: Span, text: str, when: Told | None = None, title: str | None = None) -> Outset:
    name = title or text[span[0] : span[1]]
    start = text.index(name)
    return Outset(Found(name, ((start, start + len(name)),), "session_title"), span, span, when=when)


@pytest.mark.parametrize(("code", "text", "day", "why"), ROWS)
def test_rows_that_open_with_something_else_are_no_sessions(code: str, text: str, day: str, why: str) -> None:
    """The words before a date tell what is on that day."""
    when = date(text, day, "2026-05-03")
    assert real_sessions(ground(text, code, when), [_one((0, len(text)), text, when)]) == [], why


@pytest.mark.parametrize(("code", "text", "why"), WORDS)
def test_menus_and_contacts_are_no_sessions(code: str, text: str, why: str) -> None:
    """A word for training in a row of links or a contact names none."""
    assert real_sessions(ground(text, code), [_one((0, len(text)), text)]) == [], why


@pytest.mark.parametrize(
    ("name", "kept", "why"),
    [
        ("nämnd", 0, "a body alone is its meeting"),
        ("beredning", 0, "so is what prepares one"),
        ("nämndutbildning", 1, "training"),
        ("Jäv i praktiken", 1, "a subject"),
    ],
)
def test_ordinary_meetings_are_no_sessions(name: str, kept: int, why: str) -> None:
    """In a calendar of a body its meetings stand beside the training."""
    text = f"3 maj 2026 – {name}"
    when = date(text, "3 maj 2026", "2026-05-03")
    found = real_sessions(ground(text, "sv", when), [_one((0, len(text)), text, when, name)])
    assert len(found) == kept, why


def test_a_year_in_a_sentence_is_no_session() -> None:
    """What was held in a year is told of, not announced."""
    text = "I 2011 samlet konferansen 140 deltakere."
    when = date(text, "2011", "2011")
    assert real_sessions(ground(text, "nb", when), [_one((0, len(text)), text, when, "konferansen")]) == []


@pytest.mark.parametrize(("below", "kept"), [("\n\nKommunen", 0), ("\nReglene i praksis", 1)])
def test_a_date_alone_between_gaps_is_a_stamp(below: str, kept: int) -> None:
    """With a line right below, it may be the day of what that line names."""
    text = f"Kurs for nye\n\n3. mai 2026{below}"
    when = date(text, "3. mai 2026", "2026-05-03")
    assert (
        len(real_sessions(ground(text, "nb", when), [Outset(None, when.span, when.span, when=when)])) == kept
    )
