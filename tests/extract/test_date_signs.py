"""Signs: what is seen of a date, its words and its place."""

import datetime as dt

import pytest

from config.languages import load_language
from extract.date_context import DateContext, surroundings_of
from extract.date_nearness import near_words
from extract.date_neighbours import neighbour_signs, numbers_by_day
from extract.date_resolve import resolve_expressions
from extract.date_roles import assign_roles, cases_of
from extract.date_scan import scan_expressions
from extract.date_signs import signs_of
from tests.extract.date_texts import item_of


def _seen(code: str, text: str, *, relevant: bool = False, is_page: bool = False) -> list[set[str]]:
    """Return the signs of each date of a text that speaks from 1 June 2026."""
    words = load_language(code).dates
    item = item_of(text)
    around = surroundings_of(item, words)
    context = DateContext(dt.date(2026, 6, 1), relevant=relevant, is_page=is_page)
    resolved = resolve_expressions(scan_expressions(text, words), around, words, context)
    return [set(signs_of(case)) for case in cases_of(resolved, around, words.roles, context)]


@pytest.mark.parametrize(
    ("code", "text", "sign"),
    [
        ("fi", "Kaupunginhallitus 24.2.2025 § 71", "section after"),
        ("fi", "§ 31\n13.8.2019", "section before"),
        ("sv", "Sammanträdesdatum 2023-03-14", "meeting label"),
        ("nb", "Formannskapet 26.09.2023", "body before"),
        ("sv", "Svar lämnas senast den 1 maj 2026.", "deadline_before beside"),
        ("fi", "Ilmoittautuminen 13.3.2026 mennessä", "until"),
        ("fi", "Sääntö on voimassa 1.6.2026 alkaen", "from on"),
        ("nb", "Oppgaven sendes 19. mai 2026 kl. 23.59", "last minute"),
        ("sv", "Fullmäktige antog planen den 4 maj 2026.", "body decided"),
        ("sv", "Kursen börjar efter valet den 13 september 2026.", "election beside"),
        ("sv", "Nya regler. Stadgan gäller från 1 januari 2027.", "rule in force"),
        ("sv", "Budget 2027 behandlas.", "behind a noun"),
        ("nb", "Oppnevning av 17. mai-komite", "part of a name"),
        ("sv", "Möte den 1 juni 2026", "own day of the item"),
    ],
)
def test_a_sign_is_seen(code: str, text: str, sign: str) -> None:
    """Labels, sections, words beside, what the expression itself says."""
    assert any(sign in signs for signs in _seen(code, text))


@pytest.mark.parametrize(
    ("code", "text", "sign"),
    [
        ("sv", "Under 2027 ordnas en kurs.", "behind a noun"),
        ("fi", "Kurssi 24.2.2026, 71 paikkaa", "section after"),
        ("sv", "Kursen hålls den 4 maj 2026.", "body decided"),
    ],
)
def test_a_sign_is_not_seen_where_it_is_not(code: str, text: str, sign: str) -> None:
    """A year of when, a number that is no section, a day that nobody decided on."""
    assert all(sign not in signs for signs in _seen(code, text))


def test_words_of_training_count_by_the_kind_of_document() -> None:
    """The same word says more in an item on training for the elected."""
    text = "Seminaari ja sen jälkeen kahvit on 24.9.2026."
    assert "session before, training" in _seen("fi", text, relevant=True)[0]
    assert "session before, item" in _seen("fi", text)[0]
    assert "session before, page" in _seen("fi", text, is_page=True)[0]


def test_nearness_stops_at_the_date_between() -> None:
    """A word before another date stands in the clause, not beside this one."""
    words = load_language("sv").dates
    item = item_of("Anmälan senast 1 maj 2026, kursen hålls 4 juni 2026.")
    around = surroundings_of(item, words)
    context = DateContext()
    resolved = resolve_expressions(scan_expressions(item.text, words), around, words, context)
    first, second = cases_of(resolved, around, words.roles, context)
    assert near_words(first)["deadline_before"] == "beside"
    assert near_words(second)["deadline_before"] == "in the clause of"
    assert near_words(second)["arranged"] == "beside"


def test_what_a_row_names_is_the_rows() -> None:
    """In a calendar the rest of the line tells, for a day alone the line below."""
    text = "Kalender\n\n12.9.2026 utbildning i jäv\n\n19.9.2026 kommunstyrelsens möte\n\n26.9.2026\nKurs"
    rows = [{sign for sign in signs if sign.startswith("row")} for signs in _seen("sv", text, relevant=True)]
    assert rows == [{"row of an event, training"}, {"row of a meeting"}, {"row of an event, training"}]


def test_neighbours_lend_their_roles() -> None:
    """Days of one list, a day named again, a clock of its day."""
    words = load_language("sv").dates
    text = "Kurser 3.9.2026, 10.9.2026.\n\nProgram 3.9.2026: kl. 9 kaffe"
    item = item_of(text)
    around = surroundings_of(item, words)
    context = DateContext(relevant=True)
    resolved = resolve_expressions(scan_expressions(text, words), around, words, context)
    cases = list(cases_of(resolved, around, words.roles, context))
    roles = [told.role for told in assign_roles(resolved, around, words.roles, context)]
    by_day = numbers_by_day(cases)
    assert by_day["2026-09-03"] == [0, 2]
    assert f"listed after {roles[0]}" in set(neighbour_signs(1, cases, roles, by_day))
    assert f"named again as {roles[2]}" in set(neighbour_signs(0, cases, roles, by_day))


def test_a_role_is_told_with_its_reasons() -> None:
    """The strongest signs come first, so that a reader sees why."""
    words = load_language("fi").dates
    item = item_of("Kaupunginhallitus 24.2.2025 § 71")
    around = surroundings_of(item, words)
    context = DateContext()
    resolved = resolve_expressions(scan_expressions(item.text, words), around, words, context)
    [told] = assign_roles(resolved, around, words.roles, context)
    assert told.role == "meeting"
    assert told.reasons[0] == "section after"
