"""Sessions told in cards, in rows with clocks, in prose without a word for training, by ordinals."""

from extract.organisers import Parties
from extract.session_choice import find_outsets
from extract.session_dated import find_dated
from extract.session_terms import find_by_term_year, term_region
from extract.sessions import find_sessions
from tests.extract.programmes import Told, date, ground, parties_of


def _told(text: str, code: str, *dates: Told) -> list[tuple[str | None, str | None]]:
    outsets = find_outsets(ground(text, code, *dates, read=True))
    return [
        (one.title.value if one.title else None, one.when.value.edtf if one.when else None) for one in outsets
    ]


ABOVE = """\
Kurser för förtroendevalda

Tala så att det hörs
När: 3 mars 2027, kl. 13
Var: Folkets hus

Läsa en budget
När: 8 april 2027, kl. 13
Var: Folkets hus
"""

BELOW = """\
Kurs for folkevalgte

4. mars kl. 08.15
Innkjøp på en time
Hva må en vite?

8. april kl. 08.15
Personvern i praksis
Hva er greit?
"""

ROWS = """\
Kevään koulutus:

ti 9.2. klo 15.30 koulupolku ja esiopetus
ti 9.3. klo 15.30 tasa-arvosuunnitelma
"""

NUMBERED = """\
Opplæring i fire bolkar:
Ettermiddag 1, 4. april: Strategi i trange tider
Ettermiddag 2, 18. april: Å leia utan fasit
"""

EVENINGS = (
    "Perehdytys pidetään 4. ja 11. syyskuuta. Ensimmäisenä iltana esitellään kunta. "
    "Toisen illan aiheena on talousarvio."
)

CLAUSES = (
    "Fullmäktige har samlats till kvällar i aulan. Den 7 september dryftades hamnens plan "
    "och den 5 oktober servicen för äldre."
)

TERM = """\
Plan
År 1, februar – Oppstartssamling: oppgaver
År 2 – Sikkerhetskveld: trusler
"""


def test_a_card_names_its_session_above_its_labels() -> None:
    """A row labelled with when and where is a detail: the card's first line is the name."""
    days = [date(ABOVE, "3 mars 2027", "2027-03-03"), date(ABOVE, "8 april 2027", "2027-04-08")]
    assert _told(ABOVE, "sv", *days) == [
        ("Tala så att det hörs", "2027-03-03"),
        ("Läsa en budget", "2027-04-08"),
    ]


def test_a_day_with_its_clock_above_a_name_is_a_row() -> None:
    """The full stop of "kl. 08.15" ends no sentence: the line is a row, the name stands below it."""
    days = [
        date(BELOW, "4. mars kl. 08.15", "2027-03-04", time="08:15"),
        date(BELOW, "8. april kl. 08.15", "2027-04-08", time="08:15"),
    ]
    assert _told(BELOW, "nb", *days) == [
        ("Innkjøp på en time", "2027-03-04"),
        ("Personvern i praksis", "2027-04-08"),
    ]


def test_a_weekday_in_small_letters_opens_a_row() -> None:
    """Lines that begin with a date are rows of their own and no wrapped prose."""
    days = [
        date(ROWS, "ti 9.2. klo 15.30", "2027-02-09", time="15:30"),
        date(ROWS, "ti 9.3. klo 15.30", "2027-03-09", time="15:30"),
    ]
    assert _told(ROWS, "fi", *days) == [
        ("koulupolku ja esiopetus", "2027-02-09"),
        ("tasa-arvosuunnitelma", "2027-03-09"),
    ]


def test_a_counter_before_a_date_is_no_name() -> None:
    """ "Ettermiddag 1" only numbers the part; its name follows the date."""
    days = [date(NUMBERED, "4. april", "2027-04-04"), date(NUMBERED, "18. april", "2027-04-18")]
    names = [one.title.value for one in find_dated(ground(NUMBERED, "nn", *days)) if one.title]
    assert names == ["Strategi i trange tider", "Å leia utan fasit"]


def test_days_of_one_sentence_take_the_names_that_follow_in_order() -> None:
    """The first evening is the first day's, the second the second's; they are no further sessions."""
    days = [date(EVENINGS, "4.", "2027-09-04"), date(EVENINGS, "11. syyskuuta", "2027-09-11")]
    assert _told(EVENINGS, "fi", *days) == [
        ("Ensimmäisenä iltana", "2027-09-04"),
        ("Toisen illan", "2027-09-11"),
    ]


def test_a_clause_names_what_no_word_for_training_does() -> None:
    """What follows the date in its clause is the name, without the joiner before the next date."""
    days = [date(CLAUSES, "7 september", "2027-09-07"), date(CLAUSES, "5 oktober", "2027-10-05")]
    assert [edtf for _, edtf in _told(CLAUSES, "sv", *days)] == ["2027-09-07", "2027-10-05"]


def test_rows_that_begin_with_a_year_of_the_term_are_its_sessions() -> None:
    """Year and month stand before the name; the plan's region reaches from the first row to the last."""
    found = ground(
        TERM,
        "nb",
        date(TERM, "År 1", term_year=1),
        date(TERM, "februar", term_year=1, month=2),
        date(TERM, "År 2", term_year=2),
    )
    rows = find_by_term_year(found)
    assert [(one.title.value, one.when.value.term_year) for one in rows if one.title and one.when] == [
        ("Oppstartssamling", 1),
        ("Sikkerhetskveld", 2),
    ]
    assert term_region(found) == (rows[0].anchor[0], rows[1].anchor[1])


SERIES = """\
Nordvik Lokalråd AS tilbyr kurs i ledelse.

Kurset har to deler:
• Godt samspill
• Aktivt lederskap

Rådmenn er også målgruppe for første del. Kurset er utviklet av Nordvik Lokalråd AS og Bygdelyd AS.
"""


def test_the_first_of_several_is_for_some_more() -> None:
    """A sentence on the first part's audience adds it to that part alone."""
    found = ground(SERIES, "nb", read=True)
    sessions = find_sessions(found, Parties((), ()), None)
    assert ["management" in one.record().audiences for one in sessions] == [True, False]


def test_who_offers_together_are_organisers_together() -> None:
    """A name joined to that of who offers is an organiser beside it."""
    names = [one.value.name for one in parties_of(ground(SERIES, "nb", read=True)).organisers]
    assert names == ["Nordvik Lokalråd AS", "Bygdelyd AS"]
