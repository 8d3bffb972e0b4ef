"""Numbered parts of a programme: which lines count them, how they are named, how far each reaches."""

import pytest

from extract.session_numbered import find_series
from tests.extract.programmes import date, ground

SERIES = [
    (
        "nb",
        "Modul 1: I salen\nHvordan stemmer vi?\n\nModul 2: Sakens gang\nHvem gjør hva?",
        ["Modul 1: I salen", "Modul 2: Sakens gang"],
        "number, colon, name",
    ),
    (
        "sv",
        "+ Modul 1. Nämndens roll\nOm ansvar.\n+ Modul 2. Jäv\nOm jäv.",
        ["Modul 1. Nämndens roll", "Modul 2. Jäv"],
        "a sign before the number",
    ),
    (
        "sv",
        "KURS A\nAtt läsa en budget\nFör nya.\n\nKURS B\nNära vård\nFör alla.",
        ["Att läsa en budget", "Nära vård"],
        "the name stands below a letter",
    ),
    (
        "fi",
        "Osa I: Kokouksen kulku\n\nOsa II: Talous",
        ["Osa I: Kokouksen kulku", "Osa II: Talous"],
        "Roman numbers",
    ),
    (
        "nn",
        "Første del: Saksgang\n\nAndre del: Økonomi",
        ["Første del: Saksgang", "Andre del: Økonomi"],
        "ordinals before a colon",
    ),
    ("nb", "Modul 1: I salen\nHvordan stemmer vi?", [], "one number is no series"),
    ("nb", "Kurs i Ånesvik\n\nKurs i Fagerbukta", [], "a preposition is no Roman number"),
    ("nb", "Del 1 av planen gjelder alle.\n\nDel 2 av planen gjelder noen.", [], "a sentence goes on"),
    ("nb", "Modul 1: Roller\n\nModul 1: Roller igjen", [], "the same number twice is a mention"),
    ("sv", "Webbinarium 18:00-20:00\n\nWebbinarium 12:00-13:00", [], "a clock counts nothing"),
]


@pytest.mark.parametrize(("code", "text", "titles", "why"), SERIES)
def test_lines_that_count_upwards_are_parts(code: str, text: str, titles: list[str], why: str) -> None:
    """Two lines or more that open with one word and different numbers are a series."""
    laid = ground(text, code)
    assert [laid.outline.quote(part.title) for part in find_series(laid) if part.title] == titles, why


def test_a_part_reaches_to_the_next_and_the_last_as_far_as_the_others() -> None:
    """What stands behind the last part and is no part of it is left out."""
    text = "Modul 1: Roller\nHvem gjør hva?\n\nModul 2: Penger\nHvem betaler?\n\nTil slutt får alle bevis."
    first, last = find_series(ground(text, "nb"))
    assert text[first.scope[0] : first.scope[1]].strip() == "Modul 1: Roller\nHvem gjør hva?"
    assert text[last.scope[0] : last.scope[1]] == "Modul 2: Penger\nHvem betaler?"


def test_a_heading_of_details_ends_a_part() -> None:
    """Prices and contacts between two parts belong to neither."""
    text = "Kurs 1. Roller\nOm roller.\n\nPris\nGratis for alle.\n\nKurs 2. Penger\nOm penger."
    first, _ = find_series(ground(text, "nb"))
    assert "Gratis" not in text[first.scope[0] : first.scope[1]]


def test_a_date_behind_a_number_is_no_name() -> None:
    """A part that only tells when it is held is named by its number."""
    text = "Kveld 1: 3. mai i salen\n\nKveld 2: 9. mai i salen"
    laid = ground(text, "nb", date(text, "3. mai", "2026-05-03"), date(text, "9. mai", "2026-05-09"))
    assert [part.title for part in find_series(laid)] == [None, None]
