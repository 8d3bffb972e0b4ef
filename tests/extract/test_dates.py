"""The doors of dates: what a finding carries, exact quotes, texts of any kind, linear time."""

import datetime as dt
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.languages import load_language
from extract.date_context import DateContext
from extract.date_lexicon import lexicon_of
from extract.dates import find_dates, scan_dates
from extract.mentions import Mention
from extract.reading import Reading
from records import edtf
from tests.extract.date_texts import LANGUAGES, item_of

ANCHORS = (None, dt.date(2025, 3, 1), dt.date(1, 1, 1), dt.date(9998, 12, 31))


def test_a_finding_carries_its_value_days_clock_and_backing() -> None:
    """Span, quote, EDTF, first and last day, clock, rule and how."""
    [found] = scan_dates("Ilta 3.–4.10.2025 klo 17-19.", load_language("fi").dates)
    date = found.value
    assert (date.text, date.span) == ("3.–4.10.2025 klo 17-19", (5, 27))
    assert (date.edtf, date.time) == ("2025-10-03/2025-10-04", "17:00/19:00")
    assert (date.start, date.end) == (dt.date(2025, 10, 3), dt.date(2025, 10, 4))
    assert (found.spans, found.rule, found.how) == (((5, 27),), "dates.day-dots-range", "stated")


def test_the_scan_tells_the_month_of_a_day_without_a_year() -> None:
    """What the words lack stays open; what they tell is there."""
    [found] = scan_dates("Ilmoittautuminen 13.9. mennessä", load_language("fi").dates)
    assert (found.value.edtf, found.value.start, found.value.month) == (None, None, 9)


def test_spans_index_the_text_as_it_was_written() -> None:
    """Capitals, no-break blanks and letters of other scripts shift nothing."""
    text = "İİ KOKOUS\u00a03.9.2025\u00a0KLO\u00a017"
    [found] = scan_dates(text, load_language("fi").dates)
    assert text[slice(*found.value.span)] == "3.9.2025\u00a0KLO\u00a017"


def test_an_event_that_the_reading_found_makes_a_session() -> None:
    """Words of the vocabulary count beside the date words' own."""
    text = "Hyttetur 3. september 2025 for de folkevalgte."
    item, words = item_of(text), load_language("nb")
    reading = Reading(mentions=(Mention("event", "study_trip", (0, 8)),))
    context = DateContext(anchor=dt.date(2026, 1, 1), relevant=True)
    [without], [with_event] = (find_dates(item, words, read, context) for read in (None, reading))
    assert (without.value.role, with_event.value.role) == ("reference", "session")


LEXICONS = [lexicon_of(load_language(code).dates) for code in ("fi", "sv", "nb", "nn")]
WORDS = st.sampled_from(
    [entry.phrase for one in LEXICONS for entries in one.by_word.values() for entry in entries]
)
PIECES = st.one_of(
    WORDS,
    st.sampled_from(
        [" ", ". ", ", ", "\n", "-", "–", "/", ":", "§ ", "(", ")", "2025", "2024-25", "31.", "29.2."]
    ),
    st.integers(0, 99_999).map(str),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from(ANCHORS), st.booleans(), st.booleans())
def test_any_text_gives_findings_that_quote_it(
    text: str, code: str, anchor: dt.date | None, relevant: bool, is_page: bool
) -> None:
    """Nothing raises; quotes are exact, in order and apart; days agree with the value."""
    words = load_language(code)
    context = DateContext(anchor=anchor, relevant=relevant, is_page=is_page)
    end = 0
    for found in find_dates(item_of(text), words, None, context):
        date = found.value
        assert end <= date.span[0] < date.span[1] <= len(text)
        assert text[slice(*date.span)] == date.text
        assert 0 <= found.confidence <= 1
        if date.edtf and not date.inherited and date.role != "term":
            assert edtf.bounds(date.edtf) == (date.start, date.end)
        end = date.span[1]


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_scan_and_find_quote_the_same_words(text: str, code: str) -> None:
    """Resolving adds values and leaves out weekdays that point back; it finds nothing new."""
    words = load_language(code)
    scanned = {found.value.span for found in scan_dates(text, words.dates)}
    assert {found.value.span for found in find_dates(item_of(text), words, None, DateContext())} <= scanned


def _calls(work: Callable[[], object]) -> int:
    """Return how many Python functions `work` calls: a measure of its cost that no clock disturbs."""
    count = 0

    def tally(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("code", ["fi", "sv"])
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("12 ", id="bare numbers"),
        pytest.param("1", id="digits"),
        pytest.param("1.", id="numbers and stops"),
        pytest.param("1-", id="numbers and dashes"),
        pytest.param("elo-", id="halves of months"),
        pytest.param("3 och ", id="lists without an end"),
        pytest.param("10.10, ", id="days without an end"),
        pytest.param("ma ", id="short weekdays"),
        pytest.param("2021 ", id="years on one line"),
        pytest.param("kokous 3.9. ja ", id="days on one line"),
        pytest.param("3.9.\n", id="a day a line"),
        pytest.param("1.1. ", id="the same day"),
        pytest.param("0930 kaffe\n", id="times without a point"),
        pytest.param("mars\n12. kurs\n", id="months above numbers"),
        pytest.param("v 4 måndag ", id="weeks and weekdays"),
        pytest.param("en två år ", id="counts without an end"),
        pytest.param("idag ", id="today"),
        pytest.param("andra måndagen i ", id="ranks without a month"),
        pytest.param("kurs 1.3.2025 § 5 ", id="days of minutes on one line"),
        pytest.param("\n", id="empty lines"),
        pytest.param(" ", id="blanks"),
    ],
)
def test_twice_the_text_costs_about_twice_the_work(code: str, piece: str) -> None:
    """Linear work whatever is repeated, on one line or many."""
    words, context = load_language(code), DateContext(anchor=dt.date(2025, 1, 1), relevant=True)
    small, large = item_of(piece * 400), item_of(piece * 800)
    find_dates(item_of("3.9.2025"), words, None, context)
    once = _calls(lambda: find_dates(small, words, None, context))
    twice = _calls(lambda: find_dates(large, words, None, context))
    assert twice <= 2.3 * once + 500
