"""How a dated session is told, what backs it, and how far its words reach."""

import pytest

from extract.session_dated import find_dated
from extract.session_slots import find_slots
from extract.session_stretches import find_stretches
from tests.extract.programmes import date, ground

BACKED = [
    ("sv", "Kursen hålls den 3 mars 2026.", "3 mars 2026", "Kursen", "an event word"),
    ("sv", "Del ett gavs den 3 mars 2026. Del två kommer.", "3 mars 2026", "Del ett", "a numbered part"),
    (
        "nb",
        "Juridisk påfyll. Den 3. mars 2026 kommer to advokater.",
        "3. mars 2026",
        "Juridisk påfyll",
        "a label",
    ),
    ("fi", "Kurssit:\n\n3.3.2026 talous", "3.3.2026", "talous", "a lead with an event word"),
    (
        "fi",
        "Koulutus kestää koko syksyn. Osassa 3.3.2026 aiheena on esteellisyys.",
        "3.3.2026",
        "esteellisyys",
        "a theme",
    ),
]


@pytest.mark.parametrize(("code", "text", "quote", "title", "why"), BACKED)
def test_what_backs_a_date(code: str, text: str, quote: str, title: str, why: str) -> None:
    """Event words, numbered parts, labels, leads and themes make a date a session, and name it."""
    (found,) = find_dated(ground(text, code, date(text, quote, "2026-03-03")))
    assert found.title is not None
    assert found.title.value == title, why


NOT_BACKED = [
    ("sv", "Fullmäktige valde styrelsen den 3 mars 2026.", "3 mars 2026", "no training"),
    ("sv", "Kurser.\n\nTjänsteskrivelse, 3 mars 2026", "3 mars 2026", "a paper's date in a row of its own"),
    (
        "fi",
        "Kurssi on ilmainen.\n\nKokous on 3.3.2026 ja sen jälkeen kahvit.",
        "3.3.2026",
        "another paragraph",
    ),
]


@pytest.mark.parametrize(("code", "text", "quote", "why"), NOT_BACKED)
def test_what_does_not_back_a_date(code: str, text: str, quote: str, why: str) -> None:
    """A date on its own is no session, whatever role it was given."""
    assert find_dated(ground(text, code, date(text, quote, "2026-03-03"))) == [], why


def test_rows_of_a_table_name_their_sessions_by_their_cells() -> None:
    """In columns split by blanks the cell with words names the session."""
    text = (
        "Økt    Når                     Emne\n"
        "A      27. august kl. 18       Dagsorden og sakspapir\n"
        "B      20. september           Å leie eit utval\n"
    )
    found = find_dated(
        ground(
            text,
            "nn",
            date(text, "27. august kl. 18", "2026-08-27", time="18:00"),
            date(text, "20. september", "2026-09-20"),
        )
    )
    assert [one.title.value for one in found if one.title] == ["Dagsorden og sakspapir", "Å leie eit utval"]


def test_a_stretch_ends_where_the_next_begins() -> None:
    """Words about one session are not those about the next."""
    text = "Kurs hålls 3 mars 2026 om jäv. Kurs hålls 9 april 2026 om ekonomi. Välkomna alla."
    found = ground(
        text, "sv", date(text, "3 mars 2026", "2026-03-03"), date(text, "9 april 2026", "2026-04-09")
    )
    first, second = find_stretches(found, find_slots(found))
    assert "jäv" in text[first.scope[0] : first.scope[1]]
    assert "ekonomi" not in text[first.scope[0] : first.scope[1]]
    assert text[second.scope[0] : second.scope[1]].endswith("Välkomna alla.")


def test_two_dates_in_one_sentence_share_the_words_before_them() -> None:
    """What stands before the first is said of both, what follows each of that one."""
    text = "I Parkhuset hålls kurs 3 mars 2026 om jäv samt 9 april 2026 om ekonomi."
    found = ground(
        text, "sv", date(text, "3 mars 2026", "2026-03-03"), date(text, "9 april 2026", "2026-04-09")
    )
    first, second = find_stretches(found, find_slots(found))
    assert first.lead is None
    assert second.lead is not None
    assert text[second.lead[0] : second.lead[1]] == "I Parkhuset hålls kurs "
    assert "jäv" not in text[second.scope[0] : second.scope[1]]


def test_days_in_a_row_share_all_their_words() -> None:
    """ "20 and 27 September" begin together."""
    text = "Kurs hålls 20 september 2026 och 27 september 2026 i Parkhuset."
    found = ground(
        text,
        "sv",
        date(text, "20 september 2026", "2026-09-20"),
        date(text, "27 september 2026", "2026-09-27"),
    )
    first, second = find_stretches(found, find_slots(found))
    assert first.scope == second.scope


def test_points_below_a_row_belong_to_it() -> None:
    """Subjects in a list below a day are what that day teaches."""
    text = "12 mars 2026 Styrning\n • Mål\n • Risker\n7 maj 2026 Dialog\n • Lyssna\n"
    found = ground(
        text, "sv", date(text, "12 mars 2026", "2026-03-12"), date(text, "7 maj 2026", "2026-05-07")
    )
    first, second = find_stretches(found, find_slots(found))
    assert "Risker" in text[first.scope[0] : first.scope[1]]
    assert "Lyssna" in text[second.scope[0] : second.scope[1]]


def test_one_date_for_trainings_side_by_side() -> None:
    """A year with three trainings in one sentence is three sessions."""
    text = "År 2026 ordnas kurs i jäv, utbildning för nämnderna samt utbildning i mötesteknik för utskotten."
    found = find_dated(ground(text, "sv", date(text, "2026", "2026")))
    assert [one.title.value for one in found if one.title] == [
        "kurs i jäv",
        "utbildning för nämnderna",
        "utbildning i mötesteknik för utskotten",
    ]
    assert {one.when.value.edtf for one in found if one.when} == {"2026"}


SURE = [
    (
        "Helgen med rådet\n\nFredag 13 oktober 2026 åker vi till lägret.",
        "Fredag 13 oktober 2026",
        1,
        "a weekday",
    ),
    ("Helgen med rådet\n\n13 oktober 2026 åker vi till lägret.", "13 oktober 2026", 0, "a bare date"),
    (
        "Helgen med rådet\n\nSenast uppdaterad 13 oktober 2026",
        "13 oktober 2026",
        0,
        "a stamp where nothing else is told",
    ),
    (
        "Introduktionskurs\nOnsdag 4 mars 2026 reser vi.",
        "Onsdag 4 mars 2026",
        1,
        "its heading is on training",
    ),
]


@pytest.mark.parametrize(("text", "quote", "count", "why"), SURE)
def test_days_that_only_their_words_back(text: str, quote: str, count: int, why: str) -> None:
    """Where nothing else is told, a day with its weekday is a session; a bare date is none."""
    laid = ground(text, "sv", date(text, quote, "2026-10-13"))
    assert len(find_dated(laid)) == count, why
