"""Sessions told as blocks of lines: a name, a day, what is taught."""

import pytest

from extract.session_blocks import with_blocks
from extract.session_found import Outset
from records.evidence import Found, How
from tests.extract.programmes import date, ground

DAY = "3. mai 2026"
BLOCKS = [
    (
        f"Reglene\nNår: {DAY}\nKommuneloven i et nøtteskall.",
        "Når",
        "Reglene",
        "a name, a label with the day, prose",
    ),
    (f"{DAY}\nHvem gjør hva? Om oppgaver.", DAY, "Hvem gjør hva?", "the day opens, the name stands below"),
    (f"{DAY}, Hotell Brygga\nReglene. Med advokat.", "Hotell Brygga", "Reglene", "a place beside the day"),
    (f"Pris: 900 kr\nNår: {DAY}\nReglene for alle.", "Når", "Når", "a detail opens no block"),
    (f"Den {DAY} er det kurs om regler. Da møter alle.", "kurs", "kurs", "a paragraph of prose is no block"),
]


@pytest.mark.parametrize(("text", "before", "after", "why"), BLOCKS)
def test_a_block_names_its_session(text: str, before: str, after: str, why: str) -> None:
    """The short line that opens it, or the line below a day that opens it."""
    when = date(text, DAY, "2026-05-03")
    start = text.index(before)
    span = (start, start + len(before))
    one = Outset(Found(before, (span,), "session_title"), when.span, when.span, when=when)
    (named,) = with_blocks(ground(text, "nb", when), [one])
    assert named.title
    assert named.title.value == after, why


def test_all_that_a_block_tells_is_said_of_its_session() -> None:
    """What is taught stands in the lines around the day."""
    text = f"Reglene\nNår: {DAY}\nKommuneloven i et nøtteskall.\n\nMeld deg på."
    when = date(text, DAY, "2026-05-03")
    (one,) = with_blocks(ground(text, "nb", when), [Outset(None, when.span, when.span, when=when)])
    assert text[one.scope[0] : one.scope[1]] == f"Reglene\nNår: {DAY}\nKommuneloven i et nøtteskall."


@pytest.mark.parametrize("how", ["stated", "inferred"])
def test_a_block_of_several_days_tells_nothing_more_of_one(how: How) -> None:
    """Its first line is then a lead and no name of a day."""
    text = "Våre kvelder\n3. mai 2026 Reglene\n9. mai 2026 Pengene"
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "9. mai 2026", "2026-05-09")]
    told = [
        Outset(Found("x", (day.span,), "session_title", how), day.span, day.span, when=day) for day in days
    ]
    assert with_blocks(ground(text, "nb", *days), told) == told
