"""Sessions told in two rows: by the day they begin and the day they end."""

from extract.session_edges import with_edges
from extract.session_found import Outset
from tests.extract.programmes import date, ground


def _rows(text: str, *days: tuple[str, str, str | None]) -> list[Outset]:
    told = [date(text, quote, edtf, time=time) for quote, edtf, time in days]
    laid = ground(text, "nb", *told)
    return with_edges(laid, [Outset(None, one.span, one.span, when=one) for one in told])


def test_a_beginning_and_an_end_are_one_session() -> None:
    """The two days are the first and the last of it; its clocks belong to different days."""
    text = "Start\n18. april 2026 10:30\nSlutt\n19. april 2026 14:00"
    days = ("18. april 2026 10:30", "2026-04-18", "10:30"), ("19. april 2026 14:00", "2026-04-19", "14:00")
    (one,) = _rows(text, *days)
    assert one.when
    assert (one.when.value.edtf, one.when.value.time, one.clock) == ("2026-04-18/2026-04-19", None, None)


def test_a_beginning_and_an_end_within_a_day_are_its_clock() -> None:
    """From when to when."""
    text = "Starter: 18. april 2026 10:30\nSlutter: 18. april 2026 14:00"
    told = [
        date(text, "18. april 2026 10:30", "2026-04-18", time="10:30"),
        date(text, "18. april 2026 14:00", "2026-04-18", time="14:00"),
    ]
    laid = ground(text, "nb", *told)
    (one,) = with_edges(laid, [Outset(None, day.span, day.span, when=day) for day in told])
    assert one.clock
    assert one.clock.value == "10:30/14:00"


def test_days_within_the_edges_of_a_course_are_what_is_held() -> None:
    """Where a course begins and ends is no session beside its days."""
    text = "Start: 2. mars 2026\nSlutt: 30. april 2026\n\nSamling 9. mars 2026"
    days = ("2. mars 2026", "2026-03-02", None), ("30. april 2026", "2026-04-30", None)
    found = _rows(text, *days, ("9. mars 2026", "2026-03-09", None))
    assert [one.when.value.edtf for one in found if one.when] == ["2026-03-09"]


def test_rows_without_labels_stay_apart() -> None:
    """Two days below one another are two sessions."""
    text = "18. april 2026\n19. april 2026"
    assert (
        len(_rows(text, ("18. april 2026", "2026-04-18", None), ("19. april 2026", "2026-04-19", None))) == 2
    )
