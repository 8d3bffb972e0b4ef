"""What holds of dates in any text."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.languages import load_language
from extract.date_context import DateContext
from extract.date_lexicon import lexicon_of
from extract.date_points import ANY, POINTS
from extract.date_roles import ROLES
from extract.date_scan import scan_expressions
from extract.dates import find_dates, scan_dates
from records import edtf
from records.dates import DateFinding
from tests.extract.date_texts import LANGUAGES, item_of

EXAMPLES = 60
_CODES = st.sampled_from(LANGUAGES)
_DIGITS = st.text("0123456789./:-– ,()§\n", max_size=40)
_ANY = st.text(max_size=60)
_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


def _words(code: str) -> list[str]:
    lexicon = lexicon_of(load_language(code).dates)
    return sorted({entry.phrase for entries in lexicon.by_word.values() for entry in entries})


_TIMES = {code: st.sampled_from(_words(code)) for code in LANGUAGES}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a language and a text of its words of time among digits, signs and anything else."""
    code = draw(_CODES)
    pieces = draw(st.lists(st.one_of(_TIMES[code], _DIGITS, _ANY), max_size=14))
    return code, draw(st.sampled_from((" ", "", "\n"))).join(pieces)


def _found(code: str, text: str, anchor: dt.date | None = None) -> list[DateFinding]:
    context = DateContext(anchor=anchor, relevant=True)
    return [one.value for one in find_dates(item_of(text), load_language(code), None, context)]


@given(texts(), st.one_of(st.none(), _DAYS))
@settings(max_examples=EXAMPLES, deadline=None)
def test_spans_are_their_text_in_order_and_apart(drawn: tuple[str, str], anchor: dt.date | None) -> None:
    """Whatever the text: nothing raises, each quote stands where its span says, none on another."""
    code, text = drawn
    end = 0
    for one in _found(code, text, anchor):
        assert one.text == text[one.span[0] : one.span[1]]
        assert end <= one.span[0] < one.span[1]
        end = one.span[1]


@given(texts(), _DAYS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_value_has_the_days_it_says(drawn: tuple[str, str], anchor: dt.date) -> None:
    """EDTF read back gives the same first and last day, in order; an open end has none."""
    code, text = drawn
    for one in _found(code, text, anchor):
        if one.inherited != ("term",):
            assert edtf.bounds(one.edtf) == (one.start, one.end)
        if one.start and one.end:
            assert one.start <= one.end


@given(texts())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_value_is_there_or_its_month_and_season_are_told_alone(drawn: tuple[str, str]) -> None:
    """Month and season stand only where no value does; what was not in the words is named."""
    code, text = drawn
    for one in _found(code, text):
        assert one.edtf is None or (one.month is None and one.season is None)
        assert not one.inherited or one.edtf is not None or one.term_year is not None


@given(texts(), st.one_of(st.none(), _DAYS))
@settings(max_examples=EXAMPLES, deadline=None)
def test_the_same_text_gives_the_same_dates(drawn: tuple[str, str], anchor: dt.date | None) -> None:
    """Reading again changes nothing, and other texts read between leave no trace."""
    code, text = drawn
    once = _found(code, text, anchor)
    scan_dates(text[::-1], load_language(code).dates)
    assert _found(code, text, anchor) == once


@given(_CODES, _DAYS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_day_is_read_back_from_its_digits(code: str, day: dt.date) -> None:
    """Day, month and year with stops, and the ISO form, give the day they were made from."""
    printed = (f"{day.day}.{day.month}.{day.year}", day.isoformat())
    for text in printed:
        [one] = scan_dates(f"({text})", load_language(code).dates)
        assert (one.value.text, one.value.edtf) == (text, day.isoformat())


@given(_CODES, _DAYS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_day_is_read_back_from_words(code: str, day: dt.date) -> None:
    """The month in words, in every language and inflection of its file."""
    words = load_language(code).dates
    for name in words.months[day.month - 1]:
        for ending in words.month_endings:
            [one] = scan_expressions(f"{day.day}. {name}{ending} {day.year}", words)
            assert one.first is not None
            assert (one.first.year, one.first.month, one.first.day) == (day.year, day.month, day.day)


@given(texts())
@settings(max_examples=EXAMPLES, deadline=None)
def test_numbers_of_other_things_are_never_dates(drawn: tuple[str, str]) -> None:
    """A telephone number, an amount and a statute beside any text bring no date of their own."""
    code, _ = drawn
    for text in ("040 123 4567", "1 500 euro", "§ 12", "2017:725", "12,5 %", "0500 123 456"):
        assert scan_dates(text, load_language(code).dates) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_point_belongs_to_a_role(code: str) -> None:
    """The table knows no other roles, and each of its words of roles has a list in the language file."""
    assert {role for points in POINTS.values() for role in points} <= set(ROLES)
    lists = set(type(load_language(code).dates.roles).model_fields)
    named = {sign.split(" ")[0] for sign in POINTS if "_" in sign.split(" ")[0]}
    assert named <= lists
    assert ANY in POINTS


@given(texts())
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_role_has_its_reasons(drawn: tuple[str, str]) -> None:
    """The signs told for a role are those that give it points, strongest first."""
    code, text = drawn
    language = load_language(code)
    for one in find_dates(item_of(text), language, None, DateContext(relevant=True)):
        _, _, told = one.rule.partition("; ")
        role, _, reasons = told.partition(": ")
        if reasons:
            assert role == one.value.role
            assert all(POINTS[reason].get(one.value.role, 0) > 0 for reason in reasons.split(" + "))
