"""Entries of Dynasty's feeds."""

import datetime as dt

import pytest

from ingest.feed import FeedItem
from ingest.systems.dynasty_feed import feed_entries, split_title
from tests.ingest.systems.pages import CGI, SOURCE

DAY = dt.date(2026, 8, 27)

TITLES = [
    ("Konsernijaosto 27.08.2026 / Iltakoulu", "", ("Konsernijaosto", DAY, "Iltakoulu"), "all three"),
    ("Kunnanhallitus 27.8.2026 / A / B", "", ("Kunnanhallitus", DAY, "A / B"), "only the first slash parts"),
    ("Kunnanhallitus 27.08.2026/Iltakoulu", "", ("Kunnanhallitus", DAY, "Iltakoulu"), "no blanks"),
    ("Kunnanhallitus 27.08.2026", "Iltakoulu", ("Kunnanhallitus", DAY, "Iltakoulu"), "no subject in it"),
    ("Valtuusto 27.08.2026 klo 17:00", "", ("Valtuusto", DAY, "Valtuusto 27.08.2026 klo 17:00"), "a clock"),
    ("Valtuusto 31.02.2026 / X", "", ("Valtuusto", None, "X"), "a day that no calendar has"),
    ("Sosiaali- ja terveyslautakunta 27.08.2026 / Sopimus 1.9.2026 alkaen", "",
     ("Sosiaali- ja terveyslautakunta", DAY, "Sopimus 1.9.2026 alkaen"), "a date in the subject"),
    ("Iltakoulu", "", (None, None, "Iltakoulu"), "a subject alone"),
    ("Iltakoulu A / B", "", (None, None, "Iltakoulu A / B"), "a slash without date"),
    ("Kunnanhallitus / Iltakoulu", "Iltakoulu", ("Kunnanhallitus", None, "Iltakoulu"), "no date"),
    ("", "", (None, None, ""), "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "summary", "parts", "reason"), TITLES)
def test_split_title(
    title: str, summary: str, parts: tuple[str | None, dt.date | None, str], reason: str
) -> None:
    """Body, day and subject are read from a title; what is missing is None."""
    assert split_title(title, summary) == parts, reason


def test_feed_entries() -> None:
    """Each item comes once, with its base; what leads to no item is left out."""
    items = [
        FeedItem(
            f"{CGI}?id=2026418-10&page=meetingitem", "Kunnanhallitus 27.08.2026 / Iltakoulu", "Iltakoulu"
        ),
        FeedItem(f"{CGI}?page=meetingitem&id=2026418-10", "Kunnanhallitus 27.08.2026 / Iltakoulu"),
        FeedItem(f"{CGI}?page=meeting&id=2026418", "Kunnanhallitus 27.08.2026"),
        FeedItem(f"{CGI}?page=meetingitem&id=2026418-9", "Työjärjestys"),
    ]

    first, second = feed_entries(items, SOURCE)

    assert (first.native_id, first.base_id, first.body) == ("2026418-10", "main", "Kunnanhallitus")
    assert (first.subject, first.meeting_date, first.published) == ("Iltakoulu", DAY, None)
    assert (second.native_id, second.body, second.meeting_date) == ("2026418-9", None, None)
