"""Weekdays counted within a month."""

import pytest

from tests.extract.date_texts import told, values


@pytest.mark.parametrize(
    ("code", "text", "quote", "value"),
    [
        ("sv", "sista onsdagen i mars 2026", "sista onsdagen i mars 2026", "2026-03-25"),
        ("sv", "första måndagen i juni 2026", "första måndagen i juni 2026", "2026-06-01"),
        ("nb", "andre mandag i februar 2026", "andre mandag i februar 2026", "2026-02-09"),
        ("nn", "fyrste tysdag i september 2026", "fyrste tysdag i september 2026", "2026-09-01"),
        ("fi", "helmikuun toinen maanantai 2026", "helmikuun toinen maanantai 2026", "2026-02-09"),
        (
            "fi",
            "toukokuun ensimmäisenä tiistaina 2026",
            "toukokuun ensimmäisenä tiistaina 2026",
            "2026-05-05",
        ),
    ],
)
def test_a_counted_weekday_is_a_day(code: str, text: str, quote: str, value: str) -> None:
    """The rank, the weekday and the month tell the day where the year is told."""
    assert told(code, text) == [(quote, value, None)]


def test_the_year_may_come_from_elsewhere() -> None:
    """An own day gives the year, and with it the day."""
    assert values("nb", "Kurskveld andre mandag i februar", "2028-01-11") == {
        "andre mandag i februar": "2028-02-14"
    }


def test_a_fifth_weekday_that_a_month_lacks_stays_a_month() -> None:
    """February 2026 has four Mondays."""
    assert told("sv", "femte måndagen i februari 2026")[0][1] == "2026-02"
