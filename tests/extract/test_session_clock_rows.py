"""Clocks of sessions that figures alone tell, and those told once for all days."""

import pytest

from extract.session_clock_rows import with_row_clocks
from extract.session_found import Outset
from records.evidence import Found
from tests.extract.programmes import date, ground

BESIDE = [
    ("sv", "Välkomstdag: 3 maj 2026, 9–14, i aulan", "3 maj 2026", "09:00/14:00", "hours alone"),
    ("nb", "3. mai 2026, 0930-1530", "3. mai 2026", "09:30/15:30", "four figures"),
    ("nb", "Når: 3. mai 2026, 17.30", "3. mai 2026", "17:30", "a beginning alone"),
    ("fi", "3.5.2026 (ke), 9.15–15.30", "3.5.2026", "09:15/15:30", "a weekday in brackets"),
    ("nb", "3. mai 2026, 20–25 deltakere", "3. mai 2026", None, "no hours"),
    ("nb", "3. mai 2026, 10–12 000 kroner", "3. mai 2026", None, "an amount"),
    ("nb", "3. mai 2026 i lokale 9–14", "3. mai 2026", None, "a number of something else"),
]


@pytest.mark.parametrize(("code", "text", "day", "clock", "why"), BESIDE)
def test_hours_behind_a_day_are_its_clock(
    code: str, text: str, day: str, clock: str | None, why: str
) -> None:
    """A comma and two hours behind a day need no word for them."""
    when = date(text, day, "2026-05-03")
    (one,) = with_row_clocks(ground(text, code, when), [Outset(None, when.span, when.span, when=when)])
    assert (one.clock.value if one.clock else None) == clock, why


def test_each_day_of_a_row_has_the_clock_behind_it() -> None:
    """Two days of one row have a clock each."""
    text = "3. mai 2026, kl. 12–14 eller 4. mai 2026, kl. 18–20"
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "4. mai 2026", "2026-05-04")]
    clocks = [date(text, "kl. 12–14", time="12:00/14:00"), date(text, "kl. 18–20", time="18:00/20:00")]
    laid = ground(text, "nb", *days, *clocks)
    found = with_row_clocks(laid, [Outset(None, day.span, day.span, when=day) for day in days])
    assert [one.clock.value for one in found if one.clock] == ["12:00/14:00", "18:00/20:00"]


def test_a_clock_for_all_days_is_each_days() -> None:
    """It is inherited, since the rows themselves do not tell it."""
    text = "3. mai 2026 Bergnes\n4. mai 2026 Fagervik\nAlle dager 0930-1530"
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "4. mai 2026", "2026-05-04")]
    found = with_row_clocks(
        ground(text, "nb", *days), [Outset(None, day.span, day.span, when=day) for day in days]
    )
    assert [(one.clock.value, one.clock.how) for one in found if one.clock] == [
        ("09:30/15:30", "inherited")
    ] * 2


def test_a_beginning_and_an_end_below_the_rows_are_each_days() -> None:
    """Two hours of one sentence, the second behind a word for an end."""
    text = "3. mai 2026 Bergnes\n4. mai 2026 Fagervik\nDørene åpner 9.15 og vi er ferdige til 15.30."
    days = [date(text, "3. mai 2026", "2026-05-03"), date(text, "4. mai 2026", "2026-05-04")]
    found = with_row_clocks(
        ground(text, "nb", *days), [Outset(None, day.span, day.span, when=day) for day in days]
    )
    assert [one.clock.value for one in found if one.clock] == ["09:15/15:30", "09:15/15:30"]


def test_a_clock_told_for_one_kind_of_row_is_that_kinds() -> None:
    """The sentence that names the training again tells its clock, not the first that tells any."""
    text = "Beredning börjar kl. 9. Temapassen börjar kl. 15.30.\n\n3 maj 2026 – temapass: Jäv"
    day = date(text, "3 maj 2026", "2026-05-03")
    clocks = [date(text, "kl. 9", time="09:00"), date(text, "kl. 15.30", time="15:30")]
    first = Found("09:00", clocks[0].spans, "session_clock", "inherited")
    line = (text.index("3 maj"), len(text))
    one = Outset(None, line, line, when=day, clock=first)
    (told,) = with_row_clocks(ground(text, "sv", day, *clocks), [one])
    assert told.clock
    assert told.clock.value == "15:30"
