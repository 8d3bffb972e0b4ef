"""What a date is the date of."""

import datetime as dt

import pytest

from config.languages import load_language
from extract.date_context import DateContext
from extract.dates import find_dates
from tests.extract.date_texts import found, item_of, roles

MINUTES = """Kaupunginhallitus
Pöytäkirja 17.11.2025/Pykälä 365

Luottamushenkilöiden koulutus

Kaupunginhallitus 17.11.2025 § 365

Valtuustoseminaari pidetään 24.4.2026 klo 9.00 - 15.30 kurssikeskuksessa. Ilmoittautumiset 13.3.2026 mennessä.

Palkkiosääntö tulee voimaan 1.1.2026. Talousarvio vuodelle 2026 on annettu.

Asia palautettiin kokoukseen 1.12.2025.
"""


def test_the_dates_of_an_item_have_their_roles() -> None:
    """Head and handling are meetings; seminar, deadline, rule and budget are told by words."""
    assert roles("fi", MINUTES, "2025-11-17", relevant=True) == {
        "17.11.2025": "meeting",
        "24.4.2026 klo 9.00 - 15.30": "session",
        "13.3.2026 mennessä": "deadline",
        "1.1.2026": "law",
        "vuodelle 2026": "reference",
        "1.12.2025": "meeting",
    }


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("fi", "Luvut on syötettävä 13.9.2024 puoleenpäivään mennessä.", "deadline"),
        ("fi", "Hallintosääntö on ollut voimassa 1.8.2025 lähtien.", "law"),
        ("fi", "Tarkastuslautakunta on arvioinut (5.6.2017) konsernia.", "meeting"),
        ("sv", "Sidan granskad 2019-06-17", "reference"),
        ("sv", "Extra bolagsstämman hålls den 18 december 2025.", "meeting"),
        ("sv", "Val av ledamöter för tiden 1 januari 2019 - 31 december 2022", "term"),
        ("nb", "Oppgaven sendes fredag 19. mai 2028 kl. 23.59", "deadline"),
        ("nb", "Utskrift sendt 20.06.2025 til rådgiveren", "reference"),
        ("nn", "Satsane gjeld frå 1. juli 2025", "law"),
        ("nn", "Levekårsutvalet uttala seg 23. november 2021", "meeting"),
        ("fi", "Kunnanvaltuusto, kokous 22.5.2025", "meeting"),
        ("fi", "KOKOUSAIKA 28.09.2009 kello 18.00", "meeting"),
        ("fi", "Kehittämisjaosto\n§ 31\n13.08.2019", "meeting"),
        ("fi", "Valtuusto hyväksyi strategian 19.3.2018.", "meeting"),
        ("fi", "Pöytäkirja on nähtävillä 30.8.2023.", "reference"),
        ("fi", "Hallintosäännön muuttaminen 1.6.2025 alkaen", "law"),
        ("fi", "Esitys toimitetaan viimeistään 10.10.2025.", "deadline"),
        ("fi", "Tarjous on voimassa 12.12.2025 asti.", "deadline"),
        ("sv", "Sammanträdesdatum 2023-03-14", "meeting"),
        ("sv", "Kommunstyrelsens arbetsutskott behandlade ärendet 2019-04-15.", "meeting"),
        ("sv", "Publicerad: 28 mars 2017", "reference"),
        ("sv", "Protokolljustering: 17.5.2021", "reference"),
        ("sv", "Anmälan senast 17 april 2019.", "deadline"),
        ("sv", "15 april 2021\nSista dag att anmäla sig", "deadline"),
        ("sv", "Stadgan ska gälla från och med den 1 januari 2019.", "law"),
        ("sv", "Det nya fullmäktige tillträder den 1 augusti 2021.", "term"),
        ("nb", "Møtedato: 28.04.2021", "meeting"),
        ("nb", "Formannskapet       26.09.2023", "meeting"),
        ("nb", "Godkjenning av protokoll fra møtet 10.12.2019", "reference"),
        ("nb", "Sist oppdatert 28.02.2024", "reference"),
        ("nb", "Svar innen 1. mai 2024.", "deadline"),
        ("nn", "Møtebok 4. mars 2025", "meeting"),
        ("nn", "Alle melder frå innan 1. april 2025.", "deadline"),
        ("nn", "Det nye kommunestyret vart konstituert 17. oktober 2019.", "term"),
    ],
)
def test_signs_of_minutes_and_notices_tell_the_role(code: str, text: str, role: str) -> None:
    """Labels, bodies, sections, stamps, last days and rules in force, in each language."""
    [one] = found(code, text, "2030-01-01")
    assert one.role == role


CALENDAR = """Kevätkausi 2024

22.1. (ma) valtuuston kokous
12.2. (ma) iltakoulu, osayleiskaava
26.2. (ma) valtuuston kokous
22.3. (pe) klo 9-16 talousseminaari"""


def test_in_a_calendar_each_line_tells_its_own_role() -> None:
    """Meetings and evening schools stand side by side."""
    told = roles("fi", CALENDAR, "2023-11-13", relevant=True)
    assert [told[quote] for quote in ("22.1. (ma)", "12.2. (ma)", "26.2. (ma)")] == [
        "meeting",
        "session",
        "meeting",
    ]
    assert told["22.3. (pe) klo 9-16"] == "session"


def test_a_list_takes_its_role_from_the_line_that_opens_it() -> None:
    """Bare days below "Kokoukset pidetään:" are meetings."""
    text = "Valtuuston kokoukset pidetään seuraavasti:\n\n26.1.2026\n\n23.3.2026\n\n20.4.2026"
    assert set(roles("fi", text, "2025-12-08").values()) == {"meeting"}


@pytest.mark.parametrize(("relevant", "role"), [(True, "session"), (False, "reference")])
def test_sessions_are_those_of_training_for_the_elected(relevant: bool, role: str) -> None:
    """The same sentence about a course in an item on something else is a reference."""
    text = "Kurset holdes 3. september 2025 på rådhuset."
    assert roles("nb", text, "2025-06-01", relevant=relevant) == {"3. september 2025": role}


def test_the_years_of_a_term_are_a_term_but_a_budgets_are_not() -> None:
    """The term table and the words beside the years tell them apart."""
    told = found(
        "fi", "Koulutusohjelma valtuustokaudelle 2021–2025. Taloussuunnitelma 2026–2029.", country="FI"
    )
    assert [one.role for one in told] == ["term", "reference"]


@pytest.mark.parametrize(("relevant", "role"), [(True, "session"), (False, "reference")])
def test_a_line_with_a_year_of_the_term_opens_a_slot_of_a_plan(relevant: bool, role: str) -> None:
    """`År 1` alone on its line is a session of a training plan."""
    assert roles("sv", "År 1\nKommunallagen", relevant=relevant) == {"År 1": role}


def test_a_clock_has_the_role_of_its_day() -> None:
    """The programme below a seminar's day is that seminar's."""
    text = "Seminaari on 24.4.2026 klo 9.\n\nOhjelma:\n9.00\nAvaus\n11.00\nTyönjako"
    assert set(roles("fi", text, "2026-03-09", relevant=True).values()) == {"session"}


def test_spans_that_the_decision_read_are_meetings() -> None:
    """What the decision calls its meeting date is one, whatever stands around it."""
    text = "Hotell Sjömärket 12.12.2022"
    context = DateContext(anchor=dt.date(2022, 12, 12), is_page=True, meeting_dates=((17, 27),))
    [one] = find_dates(item_of(text), load_language("sv"), None, context)
    assert one.value.role == "meeting"


def test_a_day_that_minutes_mark_once_is_a_meetings_wherever_it_stands() -> None:
    """The day of a § in brackets is the same day in the sentence before."""
    text = "Aloitteet jätettiin 28.8.2017 (Kunnanvaltuusto 28.8.2017 § 67)."
    assert [one.role for one in found("fi", text, "2017-10-31")] == ["meeting", "meeting"]


def test_days_listed_after_one_have_its_role() -> None:
    """A label before the first day of a list tells the role of all, whatever sign parts them."""
    days = "19. januar 2027 – 16. februar 2027 – 16. mars 2027, 27. april 2027 (budsjett), 1. juni 2027"
    text = f"Formannskapet: {days}"
    assert set(roles("nb", text, "2026-11-17").values()) == {"meeting"}


def test_lists_below_a_calendar_are_meetings() -> None:
    """Days below the heading of a meeting calendar are meetings, though no line says so."""
    text = "Møtekalender 2022\n\nUtvalet for oppvekst:\n31. jan., 28. mars, 13. juni"
    told = roles("nn", text, "2021-12-09")
    assert [told[quote] for quote in ("31. jan.", "28. mars", "13. juni")] == ["meeting"] * 3


def test_an_inline_year_of_a_term_is_a_slot_of_a_plan() -> None:
    """`År 2, mai – Studietur` tells a session in a year of the term."""
    text = "Plan\n\nÅr 2, mai – Studietur om arealplan\nÅr 3 – Kurs i beredskap"
    assert roles("nb", text, "2023-12-12", relevant=True) == {
        "År 2": "session",
        "mai": "session",
        "År 3": "session",
    }
