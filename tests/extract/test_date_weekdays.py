"""Weekdays that are not those of their dates."""

import pytest

from config.languages import load_language
from extract.date_context import DateContext
from extract.date_weekdays import find_weekday_contradictions
from extract.dates import find_dates
from extract.document import extract_item
from records.document import Contradiction, Origin
from tests.extract.date_texts import item_of


def _contradictions(code: str, text: str) -> list[Contradiction]:
    language = load_language(code)
    dates = find_dates(item_of(text), language, None, DateContext())
    return list(find_weekday_contradictions(dates, language.dates))


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("fi", "Kurssi on tiistaina 16.1.2020.", "2020-01-16"),
        ("fi", "Kurssi on 16.1.2020 (ti).", "2020-01-16"),
        ("sv", "Kursen hålls onsdagen den 5 mars 2026.", "2026-03-05"),
        ("nb", "Kurset holdes tirsdag 16. januar 2020.", "2020-01-16"),
        ("nn", "Kurset vert halde tysdag 16. januar 2020.", "2020-01-16"),
    ],
)
def test_a_wrong_weekday_is_told_with_the_day_that_is_kept(code: str, text: str, day: str) -> None:
    """The record holds the date; the contradiction quotes both."""
    [one] = _contradictions(code, text)
    assert (one.code, one.pointer, one.values[0]) == ("weekday", "/dates/0", day)
    start, end = one.spans[0]
    assert text[start:end] == one.values[1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Kurssi on torstaina 16.1.2020 ja perjantaina 17.1.2020."),
        ("sv", "Kursen hölls i lördags, den 6 september 2025."),
        ("nb", "Kurset holdes 16. januar 2020, hver tirsdag."),
        ("sv", "Möten hålls måndagar kl. 18."),
    ],
)
def test_right_weekdays_and_weekdays_alone_contradict_nothing(code: str, text: str) -> None:
    """Only a weekday printed with its own day can be wrong."""
    assert _contradictions(code, text) == []


def test_a_records_issues_name_the_date_by_its_pointer() -> None:
    """An analyst finds the date that is in doubt in the record itself."""
    record = extract_item(item_of("Kurssi pidetään tiistaina 16.1.2020 klo 9."), Origin(), language="fi")
    [issue] = [one for one in record.issues if one.code == "weekday"]
    assert record.dates[int(issue.pointer.rpartition("/")[2])].start is not None
