"""Which dates are sessions of their own, and at what clock."""

import pytest

from extract.session_slots import find_slots
from tests.extract.programmes import Told, date, ground


def _slots(text: str, code: str, *dates: Told) -> list[tuple[str | None, str | None]]:
    slots = find_slots(ground(text, code, *dates))
    return [(slot.date.value.edtf, slot.clock.value if slot.clock else None) for slot in slots]


def test_one_day_told_twice_is_one_slot() -> None:
    """A day that a proposal repeats is one session."""
    text = "Koulutus pidetään 3.9.2025. Esitys: koulutus 3.9. hyväksytään."
    found = _slots(text, "fi", date(text, "3.9.2025", "2025-09-03"), date(text, "3.9.", "2025-09-03", nth=1))
    assert found == [("2025-09-03", None)]


def test_two_clocks_on_one_day_are_two_slots() -> None:
    """A seminar at noon and a second at six are two."""
    text = "Seminaari 3.9.2025 klo 12 ja iltakoulu 3.9.2025 klo 18."
    found = _slots(
        text,
        "fi",
        date(text, "3.9.2025 klo 12", "2025-09-03", time="12:00"),
        date(text, "3.9.2025 klo 18", "2025-09-03", time="18:00"),
    )
    assert found == [("2025-09-03", "12:00"), ("2025-09-03", "18:00")]


def test_meetings_deadlines_and_references_are_no_slots() -> None:
    """Only dates of role session are times of training."""
    text = "Möte 1.2.2026, kurs 3.2.2026, anmälan 5.1.2026, beslut 4.4.2022."
    found = _slots(
        text,
        "sv",
        date(text, "1.2.2026", "2026-02-01", role="meeting"),
        date(text, "3.2.2026", "2026-02-03"),
        date(text, "5.1.2026", "2026-01-05", role="deadline"),
        date(text, "4.4.2022", "2022-04-04", role="reference"),
    )
    assert found == [("2026-02-03", None)]


def test_a_season_that_sums_up_days_is_no_slot() -> None:
    """ "This spring three evenings" are the three evenings."""
    text = "Våren 2026 hålls tre kurskvällar.\n\n3 mars 2026\n10 mars 2026\n17 mars 2026"
    days = [date(text, f"{day} mars 2026", f"2026-03-{day:02}") for day in (3, 10, 17)]
    found = _slots(text, "sv", date(text, "Våren 2026", "2026-21"), *days)
    assert [edtf for edtf, _ in found] == ["2026-03-03", "2026-03-10", "2026-03-17"]


def test_a_season_of_another_training_stays() -> None:
    """A lecture in spring is not the course days of the same spring."""
    text = "Våren 2026 hålls en föreläsning. Kursen hålls 3 mars 2026."
    found = _slots(text, "sv", date(text, "Våren 2026", "2026-21"), date(text, "3 mars 2026", "2026-03-03"))
    assert [edtf for edtf, _ in found] == ["2026-21", "2026-03-03"]


def test_a_year_above_its_days_is_no_slot() -> None:
    """The year of a heading only dates what stands below it."""
    text = "Kurser 2026\n\n3 mars: Ekonomikurs"
    found = _slots(text, "sv", date(text, "2026", "2026"), date(text, "3 mars", "2026-03-03"))
    assert [edtf for edtf, _ in found] == ["2026-03-03"]


def test_the_month_in_which_a_series_begins_is_part_of_it() -> None:
    """ "Begins in August and runs to October" is one series."""
    text = "Kurssi alkaa elokuussa ja jatkuu elo-lokakuun."
    found = _slots(
        text,
        "fi",
        date(text, "elokuussa", "2026-08"),
        date(text, "elo-lokakuun", "2026-08/2026-10"),
    )
    assert [edtf for edtf, _ in found] == ["2026-08/2026-10"]


def test_a_day_within_a_two_day_seminar_is_part_of_it() -> None:
    """The second day's own heading opens no second session."""
    text = "Seminarium 3–4 mars 2026. Den 4 mars avslutas seminariet."
    found = _slots(
        text,
        "sv",
        date(text, "3–4 mars 2026", "2026-03-03/2026-03-04"),
        date(text, "4 mars", "2026-03-04", nth=1),
    )
    assert [edtf for edtf, _ in found] == ["2026-03-03/2026-03-04"]


def test_a_clock_told_for_all_is_handed_on() -> None:
    """ "They begin at 16" holds for every day without a clock of its own, and is told as inherited."""
    text = "Iltakoulut alkavat klo 16.\n\n12.2.2026 iltakoulu\n9.3.2026 klo 18 iltakoulu\n13.4.2026 iltakoulu"
    slots = find_slots(
        ground(
            text,
            "fi",
            date(text, "klo 16", time="16:00"),
            date(text, "12.2.2026", "2026-02-12"),
            date(text, "9.3.2026 klo 18", "2026-03-09", time="18:00"),
            date(text, "13.4.2026", "2026-04-13"),
        )
    )
    clocks = [(slot.clock.value, slot.clock.how) for slot in slots if slot.clock]
    assert clocks == [("16:00", "inherited"), ("18:00", "stated"), ("16:00", "inherited")]


def test_a_clock_beside_its_days_is_theirs_alone() -> None:
    """A clock in the sentence of two days is not the third's."""
    text = "Kurs den 3 mars och 5 mars, båda kl 18. Seminariet hålls den 9 april."
    found = _slots(
        text,
        "sv",
        date(text, "3 mars", "2026-03-03"),
        date(text, "5 mars", "2026-03-05"),
        date(text, "kl 18", time="18:00"),
        date(text, "9 april", "2026-04-09"),
    )
    assert found == [("2026-03-03", "18:00"), ("2026-03-05", "18:00"), ("2026-04-09", None)]


def test_start_and_end_told_apart_are_one_clock() -> None:
    """ "From 10 on day one to 13 on day two"."""
    text = "Kurs 3–4 mars 2026\n\nVi börjar 10.00 dag ett och slutar 13.00 dag två."
    found = _slots(
        text,
        "sv",
        date(text, "3–4 mars 2026", "2026-03-03/2026-03-04"),
        date(text, "10.00", time="10:00"),
        date(text, "13.00", time="13:00"),
    )
    assert found == [("2026-03-03/2026-03-04", "10:00/13:00")]


def test_a_timetable_is_no_clock() -> None:
    """Four clocks of one day's programme are not its beginning and end."""
    text = "Seminaari 24.4.2026\n\nklo 9 avaus, klo 10 talous, klo 12 lounas, klo 13 strategia"
    clocks = [date(text, f"klo {hour}", time=f"{hour:02}:00") for hour in (9, 10, 12, 13)]
    found = _slots(text, "fi", date(text, "24.4.2026", "2026-04-24"), *clocks)
    assert found == [("2026-04-24", None)]


def test_midnight_to_midnight_is_no_clock() -> None:
    """A machine's 00:00 tells no time."""
    text = "Kurssi 1.8.2025 00:00 - 31.8.2025 00:00"
    whole = date(text, "1.8.2025 00:00 - 31.8.2025 00:00", "2025-08-01/2025-08-31", time="00:00/00:00")
    assert _slots(text, "fi", whole) == [("2025-08-01/2025-08-31", None)]


def test_a_weekday_without_a_year_beside_a_dated_one_adds_nothing() -> None:
    """ "On Saturday" only says again which day was meant."""
    text = "Kursen hölls den 8 december 2018. På lördagen var kursen full."
    found = _slots(
        text,
        "sv",
        date(text, "8 december 2018", "2018-12-08"),
        date(text, "lördagen", recurring="P1W"),
    )
    assert [edtf for edtf, _ in found] == ["2018-12-08"]


def test_a_month_in_a_sentence_on_signing_up_names_another_session() -> None:
    """ "Sign up for the November seminar by the 13th" tells no seminar of its own."""
    text = "Seminaari on 28.11.2026. Marraskuun seminaariin ilmoittaudutaan viimeistään 13.11.2026."
    found = _slots(
        text,
        "fi",
        date(text, "28.11.2026", "2026-11-28"),
        date(text, "Marraskuun", "2027-11"),
        date(text, "13.11.2026", "2026-11-13", role="deadline"),
    )
    assert [edtf for edtf, _ in found] == ["2026-11-28"]


def test_what_was_called_off_is_no_slot() -> None:
    """A half-day that should have been held and was called off."""
    text = "Den kurs som skulle ha hållits i april 2020 ställdes in. Kursen ges i maj 2021."
    found = _slots(text, "sv", date(text, "april 2020", "2020-04"), date(text, "maj 2021", "2021-05"))
    assert [edtf for edtf, _ in found] == ["2021-05"]


def test_the_clock_at_which_a_member_left_is_nobodys() -> None:
    """A clock without a word of training or beginning is not handed on."""
    text = "Jäsen poistui kokouksesta klo 10.41.\n\nKurssi on 25.1.2027."
    found = _slots(text, "fi", date(text, "klo 10.41", time="10:41"), date(text, "25.1.2027", "2027-01-25"))
    assert found == [("2027-01-25", None)]


CARDS = [
    (
        "Kurs för nämnder\n\n12 februari 2026\nNy i nämnden\nRådhuset 09:30-15:00",
        [("12 februari 2026", "2026-02-12", None), ("09:30-15:00", None, "09:30/15:00")],
        ["09:30/15:00"],
        "a clock in the rows below its day",
    ),
    (
        "Kurs: Ny revisor\n\nUmeå 19 april 2026\nLund 26 april 2026\nAlla dagar 09:00-16:00",
        [
            ("19 april 2026", "2026-04-19", None),
            ("26 april 2026", "2026-04-26", None),
            ("09:00-16:00", None, "09:00/16:00"),
        ],
        ["09:00/16:00", "09:00/16:00"],
        "a clock below several days is told for all",
    ),
    (
        "Kursdag\n\nfredag 11 september 2026\n9.30 Kaffe\n10.15 Rollen\n13.45 Möten\n15.00 Avslutning",
        [
            ("fredag 11 september 2026", "2026-09-11", None),
            ("9.30", None, "09:30"),
            ("10.15", None, "10:15"),
            ("13.45", None, "13:45"),
            ("15.00", None, "15:00"),
        ],
        ["09:30/15:00"],
        "a timetable runs from its first row to its closing one",
    ),
    (
        "Kursdag\n\nfredag 11 september 2026\n9.30 Kaffe\n10.15 Rollen\n13.45 Möten",
        [
            ("fredag 11 september 2026", "2026-09-11", None),
            ("9.30", None, "09:30"),
            ("10.15", None, "10:15"),
            ("13.45", None, "13:45"),
        ],
        ["09:30"],
        "a timetable that tells no end has but a start",
    ),
    (
        "Utbildning den 3 mars 2026. Det serveras kaffe från 18.30 och vi börjar 19.00.",
        [("3 mars 2026", "2026-03-03", None), ("18.30", None, "18:30"), ("19.00", None, "19:00")],
        ["19:00"],
        "what begins, not the coffee before it",
    ),
]


@pytest.mark.parametrize(("text", "told", "clocks", "why"), CARDS)
def test_clocks_around_days(
    text: str, told: list[tuple[str, str | None, str | None]], clocks: list[str], why: str
) -> None:
    """A clock belongs to the day of its card, or to all days above it; a timetable is one session."""
    laid = ground(text, "sv", *(date(text, words, edtf, time=time) for words, edtf, time in told))
    slots = find_slots(laid)
    assert [slot.clock.value if slot.clock else None for slot in slots] == clocks, why
