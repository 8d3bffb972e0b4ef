"""Numbered parts and offers beside dated sessions: which are sessions, and which share one."""

import pytest

from extract.session_choice import find_outsets
from tests.extract.programmes import date, ground

MODULES = "Nettkurs for folkevalgte\n\nModul 1: Roller\nHvem gjør hva?\n\nModul 2: Penger\nHvem betaler?"


def test_modules_without_dates_are_sessions_and_the_course_none_besides() -> None:
    """The general noun is not told again beside its parts."""
    found = find_outsets(ground(MODULES, "nb"))
    assert [one.title.value for one in found if one.title] == ["Modul 1: Roller", "Modul 2: Penger"]
    assert not any(one.when for one in found)


def test_a_date_in_a_part_is_the_parts() -> None:
    """Name and text of the part belong to the session that is dated in it."""
    text = "Kurs 1. Roller\nOm roller.\nNår: 3. mai 2026\n\nKurs 2. Penger\nOm penger, som opptak."
    laid = ground(text, "nb", date(text, "3. mai 2026", "2026-05-03"))
    first, second = find_outsets(laid)
    assert first.when
    assert first.title
    assert first.title.value == "Kurs 1. Roller"
    assert "Om roller" in text[first.scope[0] : first.scope[1]]
    assert second.when is None
    assert second.title
    assert second.title.value == "Kurs 2. Penger"


def test_a_date_in_a_table_below_is_the_parts_that_its_row_names() -> None:
    """Parts told first and dated further down are told once."""
    text = (
        "Kurs i tre moduler\n\nModul 1: Roller\nHvem gjør hva?\n\nModul 2: Penger\nHvem betaler?\n\n"
        "Datoer for kurset\n\nModul 1 3. mai 2026\nModul 2 9. mai 2026"
    )
    days = [("3. mai 2026", "2026-05-03"), ("9. mai 2026", "2026-05-09")]
    laid = ground(text, "nb", *(date(text, words, edtf) for words, edtf in days))
    found = find_outsets(laid)
    assert [(one.title.value if one.title else None, bool(one.when)) for one in found] == [
        ("Modul 1: Roller", True),
        ("Modul 2: Penger", True),
    ]


def test_a_part_with_a_day_that_nothing_else_backs_is_a_session() -> None:
    """Its number and its day are enough; its name is its number."""
    text = "Koulutus tilataan.\n\nOsa I (1 pv) 23.11.2026 Vastuu ja velvollisuudet.\nOsa II 19.1.2027 Riskit."
    days = [date(text, "23.11.2026", "2026-11-23"), date(text, "19.1.2027", "2027-01-19")]
    found = [one for one in find_outsets(ground(text, "fi", *days)) if one.when]
    assert [one.when.value.edtf for one in found if one.when] == ["2026-11-23", "2027-01-19"]


@pytest.mark.parametrize(
    ("word", "count", "why"),
    [("Del", 1, "parts of one day are no sessions"), ("Modul", 3, "modules are")],
)
def test_parts_of_one_dated_event(word: str, count: int, why: str) -> None:
    """What one dated day is made of is no session, but modules beside it are."""
    text = (
        "Kurs for folkevalgte\n\nKurset holdes 3. mai 2026 kl. 10 på rådhuset.\n\n"
        f"{word} 1: Roller\nHvem gjør hva?\n\n{word} 2: Penger\nHvem betaler?"
    )
    laid = ground(text, "nb", date(text, "3. mai 2026", "2026-05-03"))
    assert len(find_outsets(laid)) == count, why


def test_a_month_is_the_date_of_a_part_that_has_no_day() -> None:
    """A part planned for a month or season has it."""
    text = "Våre kurs i to deler\n\nKurs 1: Roller\nOm roller.\n\nKurs 2: Penger\nKommer i mars 2027."
    laid = ground(text, "nb", date(text, "mars 2027", "2027-03"))
    assert [one.when.value.edtf if one.when else None for one in find_outsets(laid)] == [None, "2027-03"]
