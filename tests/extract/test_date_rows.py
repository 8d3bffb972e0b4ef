"""Rows that tell a day or a time by digits alone."""

import pytest

from tests.extract.date_texts import found, quotes, told

CALENDAR = """Kalender hausten 2026

August
27.  Formannskap kl. 9
31.  Frå kl. 13: Orientering

September
10.  Kommunestyre kl. 16
15.  Lynkurs på Teams
"""


def test_numbers_below_months_are_days_of_a_calendar() -> None:
    """The month stands once above its rows; the clocks of a row are the row's."""
    told_in = {one.text: (one.edtf, one.time) for one in found("nn", CALENDAR, "2026-06-01")}
    assert told_in["27."] == ("2026-08-27", None)
    assert told_in["15."] == ("2026-09-15", None)
    assert told_in["kl. 16"] == ("2026-09-10", "16:00")


@pytest.mark.parametrize(
    "text",
    [
        "Februari\n1. Kommunallagen\n2. Roller\n\nMars\n3. Ekonomi",
        "Februari\n12 deltagare anmälda",
        "Februari\n\n12  Kurs\n",
    ],
)
def test_other_numbers_below_a_month_are_none(text: str) -> None:
    """Numbered lists, counts below one month alone, and lines with a gap above."""
    assert set(quotes("sv", text)) <= {"Februari", "Mars"}


def test_times_without_a_point_open_the_rows_of_a_programme() -> None:
    """Two rising times close by confirm each other; a year alone is a year."""
    text = "Dagsprogram\n0930 Kaffe\n1000 Velkommen\n1015 Hva er lov\n"
    assert [clock for _, _, clock in told("nb", text)] == ["09:30", "10:00", "10:15"]
    assert told("nb", "Bygget\n1015 kvadratmeter\n") == []


def test_a_range_of_times_without_a_point_is_a_clock_unless_it_may_be_years() -> None:
    """`0930-1530` is a time, `2010-2014` are years."""
    assert told("nb", "Alle dager 0930-1530")[0][2] == "09:30/15:30"
    assert told("nb", "Planen 2010-2014")[0][1] == "2010/2014"


def test_days_with_a_slash_open_the_rows_of_a_calendar() -> None:
    """Three rows in order, over several months, are days; one alone and case numbers of a year are none."""
    rows = "Luncher våren 2022\n\n25/1  Visionen\n15/3  Budgeten\n5/4  Klimatet\n"
    assert {one.text: one.edtf for one in found("sv", rows)}["15/3"] == "2022-03-15"
    assert "25/1" not in quotes("sv", "Luncher våren 2022\n\n25/1  Visionen\n")
    assert quotes("nb", "Saksliste\n\n12/9 Godkjenning\n13/9 Regnskap\n14/9 Referat\n") == []
