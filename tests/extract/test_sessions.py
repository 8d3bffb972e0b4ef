"""Which finds are sessions, and all that is told of each."""

import pytest

from extract.organisers import Parties
from extract.session_choice import find_outsets
from extract.session_found import SessionFound
from extract.sessions import find_sessions
from records.evidence import Found
from records.programme import Session
from tests.extract.programmes import Told, date, ground, parties_of

NOBODY = Parties((), ())


def _titles(text: str, code: str, *dates: Told) -> list[str | None]:
    return [one.title.value if one.title else None for one in find_outsets(ground(text, code, *dates))]


def _sessions(text: str, code: str, *dates: Told) -> list[Session]:
    found = ground(text, code, *dates, read=True)
    return [one.record() for one in find_sessions(found, parties_of(found), None)]


CALENDAR = """\
Valtuuston kokoukset ja iltakoulut 2026

Iltakoulut alkavat klo 16.

22.1. valtuuston kokous
12.2. iltakoulu, keskustan kaava
26.2. valtuuston kokous
22.3. klo 9-16 talousseminaari, Lehtolan kurssikeskus
"""


def test_a_calendar_has_its_training_rows_alone() -> None:
    """Ordinary meetings are none; the general clock goes to days without one; the place leaves the name."""
    found = _sessions(
        CALENDAR,
        "fi",
        date(CALENDAR, "2026", "2026", role="reference"),
        date(CALENDAR, "klo 16", time="16:00"),
        date(CALENDAR, "22.1.", "2026-01-22", role="meeting"),
        date(CALENDAR, "12.2.", "2026-02-12"),
        date(CALENDAR, "26.2.", "2026-02-26", role="meeting"),
        date(CALENDAR, "22.3. klo 9-16", "2026-03-22", time="09:00/16:00"),
    )
    assert [(one.title, one.edtf, one.time) for one in found] == [
        ("iltakoulu, keskustan kaava", "2026-02-12", "16:00"),
        ("talousseminaari", "2026-03-22", "09:00/16:00"),
    ]


TABLE = """\
Våren 2026 holdes tre kurskvelder på rådhuset.

Dato
Tema
Ansvar
6. februar
Kommuneloven
Rådmannen
5. mars
Budsjettet
Økonomisjefen
2. april
Etikk
Advokaten
"""


def test_a_flattened_table_names_its_sessions_below_their_dates() -> None:
    """The line below a date is its name; heads of columns are none; the place told for all is inherited."""
    days = [
        date(TABLE, "6. februar", "2026-02-06"),
        date(TABLE, "5. mars", "2026-03-05"),
        date(TABLE, "2. april", "2026-04-02"),
    ]
    found = _sessions(TABLE, "nb", date(TABLE, "Våren 2026", "2026-21"), *days)
    assert [(one.title, one.edtf) for one in found] == [
        ("Kommuneloven", "2026-02-06"),
        ("Budsjettet", "2026-03-05"),
        ("Etikk", "2026-04-02"),
    ]
    assert {(one.place, one.format) for one in found} == {("rådhuset", "in_person")}
    assert [one.topics for one in found] == [
        ("municipal_law",),
        ("economy_and_budget",),
        ("ethics_and_anticorruption",),
    ]


def test_two_days_in_one_sentence_are_told_apart() -> None:
    """Each date has the words behind it; the theme names it."""
    text = (
        "Uusille valtuutetuille pidetään kaksi tilaisuutta. Ensimmäinen järjestetään 3.9.2026 klo 17, "
        "koulutuksen teemana on esteellisyys ja 8.10.2026 klo 17 koulutuksen aiheena on talousarvio."
    )
    found = _sessions(
        text,
        "fi",
        date(text, "3.9.2026 klo 17", "2026-09-03", time="17:00"),
        date(text, "8.10.2026 klo 17", "2026-10-08", time="17:00"),
    )
    assert [(one.title, one.topics) for one in found] == [
        ("esteellisyys", ("disqualification",)),
        ("talousarvio", ("economy_and_budget",)),
    ]


def test_alternative_days_are_one_session_each_with_all_topics() -> None:
    """Two possible days of one seminar share place, clock and topics."""
    text = (
        "Ett halvdagsseminarium om debattklimatet planeras. Två dagar har reserverats i Parkteatern: "
        "20 september 2026 och 27 september 2026, i båda fallen kl 8–12."
    )
    found = _sessions(
        text,
        "sv",
        date(text, "20 september 2026", "2026-09-20"),
        date(text, "27 september 2026", "2026-09-27"),
        date(text, "kl 8–12", time="08:00/12:00"),
    )
    assert [(one.edtf, one.time, one.place) for one in found] == [
        ("2026-09-20", "08:00/12:00", "Parkteatern"),
        ("2026-09-27", "08:00/12:00", "Parkteatern"),
    ]


def test_a_list_takes_over_the_date_of_its_lead() -> None:
    """Four evenings "in August to October" are four sessions with that date, and the lead is none."""
    text = (
        "Kursen hålls under augusti–oktober 2026. Kursen omfattar tre kvällar:\n\n"
        "1. Kommunens uppgifter\n2. Från beredning till beslut\n3. Läsa en budget"
    )
    found = find_outsets(ground(text, "sv", date(text, "augusti–oktober 2026", "2026-08/2026-10")))
    assert [one.title.value for one in found if one.title] == [
        "Kommunens uppgifter",
        "Från beredning till beslut",
        "Läsa en budget",
    ]
    assert {one.when.value.edtf if one.when else None for one in found} == {"2026-08/2026-10"}
    assert {one.when.how if one.when else None for one in found} == {"inherited"}


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Ärendet bereddes i februari 2026 av kansliet.", "februari 2026", "no word of training"),
        ("Bilagor\n\nProgrambeskrivning, 2026-02-01", "2026-02-01", "an enclosure's date"),
        ("Senast uppdaterad\n\n2026-02-01", "2026-02-01", "a page's stamp"),
    ],
)
def test_a_date_with_nothing_to_back_it_is_no_session(text: str, quote: str, why: str) -> None:
    """A date needs an event word, a row like it or a verb of holding beside it."""
    assert _titles(text, "sv", date(text, quote, "2026-02-01")) == [], why


def test_the_only_session_has_what_the_whole_text_tells() -> None:
    """Topics, audiences, deadline and length stand anywhere in a text about one training."""
    text = (
        "Valtuustoseminaari\n\nSeminaari pidetään 24.4.2026 valtuustosalissa. Se on kaksipäiväinen.\n\n"
        "Aiheina ovat talousarvio ja kaupunkistrategia.\n\nIlmoittautuminen 1.4.2026 mennessä."
    )
    (only,) = _sessions(
        text,
        "fi",
        date(text, "24.4.2026", "2026-04-24"),
        date(text, "1.4.2026 mennessä", "2026-04-01", role="deadline"),
    )
    assert only.place == "valtuustosalissa"
    assert only.duration_days == 2
    assert only.registration_deadline == "2026-04-01"
    assert set(only.topics) == {"economy_and_budget", "strategy"}


def test_the_only_session_is_named_by_more_than_the_course() -> None:
    """ "The course" is called what the text calls it elsewhere."""
    text = "Folkevalgtopplæring\n\nKurset ble holdt 3. mars 2026 på rådhuset."
    assert _titles(text, "nb", date(text, "3. mars 2026", "2026-03-03")) == ["Folkevalgtopplæring"]


def test_named_parts_beside_dates_stand_in_paragraphs_of_their_own() -> None:
    """A part without a time is a session too, but not one that a dated paragraph mentions."""
    text = (
        "KS-programmet\n\nBasisprogrammet holdes 3. mars 2026, og temadager nevnes her.\n\n"
        "To folkevalgtdager kan bestilles senere."
    )
    found = _titles(text, "nb", date(text, "3. mars 2026", "2026-03-03"))
    assert found == ["Basisprogrammet", "To folkevalgtdager"]


def test_topics_of_the_title_belong_to_sessions_without_their_own() -> None:
    """A course in planning law whose sessions name no subject teaches planning law."""
    text = (
        "Kurs for folkevalgte i plan- og bygningsloven\n\n"
        "Nettleksjoner åpner 10. mai 2026. Workshop er 15. juni 2026."
    )
    found = ground(
        text,
        "nb",
        date(text, "10. mai 2026", "2026-05-10"),
        date(text, "15. juni 2026", "2026-06-15"),
        read=True,
    )
    sessions = find_sessions(found, NOBODY, (0, text.index("\n")))
    assert [one.record().topics for one in sessions] == [("planning_and_land_use",)] * 2
    assert {topic.how for one in sessions for topic in one.topics} == {"inherited"}


def test_a_sentence_that_names_a_session_again_tells_of_it() -> None:
    """ "Basisdagane, der roller er kjernen" stands far from the date and is read."""
    text = (
        "Kommunestyret held basisdagane 26. januar 2026.\n\nTemadagen er 5. april 2026 om økonomi.\n\n"
        "Saka\n\nBasisdagane har habilitet som emne."
    )
    found = _sessions(
        text, "nn", date(text, "26. januar 2026", "2026-01-26"), date(text, "5. april 2026", "2026-04-05")
    )
    assert [one.topics for one in found] == [("disqualification",), ("economy_and_budget",)]


def test_audiences_in_brackets_belong_to_their_row() -> None:
    """ "(lautakunnat)" behind a name tells whom it is for."""
    text = (
        "Luottamushenkilöiden koulutusohjelma\n\n1. vuosi\n"
        "Omistajaohjaus (konserni)\nPuheenjohtajan taidot (lautakunnat)\n"
    )
    found = _sessions(text, "fi", date(text, "1. vuosi", term_year=1))
    assert [one.audiences for one in found] == [(), ("committees",)]
    assert [one.term_year for one in found] == [1, 1]


def test_every_value_of_a_session_is_backed() -> None:
    """Each told key has evidence whose spans lie in the text; the quote of a title is the title."""
    text = CALENDAR
    found = ground(text, "fi", date(text, "22.3. klo 9-16", "2026-03-22", time="09:00/16:00"), read=True)
    (one,) = find_sessions(found, NOBODY, None)
    told = {
        f"/{key}"
        for key, value in one.record().model_dump().items()
        if value not in (None, (), []) and key not in ("span", "audiences", "topics", "organisers")
    }
    backed = dict(one.backing())
    assert told <= backed.keys()
    start, end = backed["/title"].spans[0]
    assert text[start:end] == one.record().title
    assert all(0 <= s < e <= len(text) for evidence in backed.values() for s, e in evidence.spans)


def test_a_month_is_told_apart_only_where_the_year_is_unknown() -> None:
    """The month of a whole date is in the date; of a date within a term it stands alone."""
    text = "År 1\nMars\nGrundkurs i juridik\n"
    (one,) = _sessions(text, "sv", date(text, "År 1", term_year=1), date(text, "Mars", term_year=1, month=3))
    assert (one.edtf, one.term_year, one.month) == (None, 1, 3)
    dated = "Kursen hålls i mars 2026."
    (two,) = _sessions(dated, "sv", date(dated, "mars 2026", "2026-03", month=3))
    assert (two.edtf, two.month) == ("2026-03", None)


def test_thousands_of_dates_end() -> None:
    """A table of thousands of rows is read to an end, with a bounded number of sessions."""
    rows = [
        f"Kurs {number}: {number % 28 + 1}.{number % 12 + 1}.{2000 + number % 50}" for number in range(2000)
    ]
    text = "\n".join(rows)
    dates = []
    place = 0
    for number, row in enumerate(rows):
        day, month, year = number % 28 + 1, number % 12 + 1, 2000 + number % 50
        quote = f"{day}.{month}.{year}"
        one = date(row, quote, f"{year}-{month:02}-{day:02}")
        span = (place + one.span[0], place + one.span[1])
        dates.append(Found(one.value.model_copy(update={"span": span}), (span,), "test"))
        place += len(row) + 1
    found = find_sessions(ground(text, "sv", *dates), NOBODY, None)
    assert 0 < len(found) <= 60
    assert all(isinstance(one, SessionFound) for one in found)
