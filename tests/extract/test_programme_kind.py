"""Plan, offer, participation, report or calendar; and what a programme is called."""

import datetime as dt

import pytest

from extract.organisers import Parties
from extract.programme_kind import find_kind, takes_part
from extract.programme_title import find_title
from extract.sessions import find_sessions
from records.evidence import Found
from tests.extract.programmes import Told, date, ground, parties_of

NOBODY = Parties((), ())


def _kind(title: str, text: str, code: str, *dates: Told, decided: dt.date | None = None) -> str:
    whole = f"{title}\n\n{text}"
    found = ground(whole, code, *dates)
    parties = parties_of(found)
    sessions = find_sessions(found, parties, None)
    return find_kind(found, (0, len(title)), sessions, parties, decided).value


@pytest.mark.parametrize(
    ("code", "title", "text", "kind"),
    [
        ("fi", "Luottamushenkilöiden koulutus", "Kunnanhallitus järjestää koulutuksen.", "plan"),
        ("fi", "Valtuuston kokoukset ja iltakoulut 2026", "Iltakouluja on kolme.", "calendar"),
        ("fi", "Osallistuminen puheenjohtajapäiville", "Päivät ovat syksyllä.", "participation"),
        ("fi", "Koulutusten toteutuma", "Koulutukset pidettiin.", "report"),
        ("sv", "Deltagande i presidiedagarna", "Dagarna hålls i maj.", "participation"),
        ("sv", "Utvärdering av introduktionen", "Utbildningen gavs i mars.", "report"),
        ("sv", "Skolning samt deltagande i kurser i nejden", "En kurs ordnas.", "plan"),
        ("nb", "Møteplan og folkevalgtopplæring", "Kurs holdes.", "calendar"),
        ("nb", "Kurs for eldreråd", "KS tilbyr kurs for eldreråd.", "offer"),
    ],
)
def test_words_of_title_and_text_tell_the_kind(code: str, title: str, text: str, kind: str) -> None:
    """The title's words come first; a page on which only outsiders arrange is an offer; else a plan."""
    assert _kind(title, text, code) == kind


def test_rows_among_meetings_make_a_calendar() -> None:
    """Training rows in a list of meetings."""
    text = "Datum\n\n1.2. sammanträde\n8.2. kurs\n15.2. sammanträde\n1.3. sammanträde\n8.3. sammanträde"
    whole = f"Vårens tider\n\n{text}"
    meetings = [
        date(whole, day, f"2026-{month}", role="meeting")
        for day, month in (("1.2. s", "02-01"), ("15.2.", "02-15"), ("1.3.", "03-01"), ("8.3.", "03-08"))
    ]
    assert _kind("Vårens tider", text, "sv", date(whole, "8.2.", "2026-02-08"), *meetings) == "calendar"


def test_sessions_before_the_meeting_make_a_report() -> None:
    """What has taken place when the body meets is reported."""
    text = "Kurs i jäv hölls den 3 mars 2026. Kurs i ekonomi hölls den 10 mars 2026."
    whole = f"Kurser för nämnden\n\n{text}"
    days = [date(whole, "3 mars 2026", "2026-03-03"), date(whole, "10 mars 2026", "2026-03-10")]
    assert _kind("Kurser för nämnden", text, "sv", *days, decided=dt.date(2026, 5, 1)) == "report"
    assert _kind("Kurser för nämnden", text, "sv", *days, decided=dt.date(2026, 1, 5)) == "plan"


def test_the_kind_is_inferred_from_its_cue() -> None:
    """The backing of a kind is the words that tell it, and says that it was inferred."""
    text = "Osallistuminen valtuustopäiville"
    found = ground(text, "fi")
    kind = find_kind(found, (0, len(text)), (), NOBODY, None)
    assert kind.how == "inferred"
    assert text[kind.span[0] : kind.span[1]].lower().startswith("osallistumi")


@pytest.mark.parametrize(
    ("title", "takes"),
    [
        ("Osallistuminen seminaariin", True),
        ("Koulutus", False),
        ("Seminaari ja toisen osallistuminen", False),
    ],
)
def test_taking_part_opens_a_title(title: str, takes: bool) -> None:
    """Words for taking part count where no word for training stands before them."""
    assert takes_part(ground(title, "fi"), (0, len(title))) is takes


TITLES = [
    (
        "sv",
        "Senast uppdaterad 3 mars\n\nKurser för nämnder\n\nText följer här.",
        "Kurser för nämnder",
        "on training",
    ),
    ("fi", "Etusivu / Päätöksenteko\n\nLuottamushenkilöiden perehdytys\n\nTeksti on tässä.", None, "no path"),
    ("nb", "Politisk lederskap\n\nKS tilbyr et seminar i vår.", "Politisk lederskap", "the first line"),
    (
        "nn",
        "Velkomen hit.\n\nKS Program for folkevalde er eit tilbod til alle.",
        "KS Program for folkevalde",
        "a name",
    ),
    ("nb", "Alle får KS Folkevalgtprogram i perioden.", "KS Folkevalgtprogram", "words with their acronym"),
    ("sv", "Protokollet är justerat.", None, "nothing on training"),
]


@pytest.mark.parametrize(("code", "text", "title", "why"), TITLES)
def test_pages_are_called_by_heading_or_words(code: str, text: str, title: str | None, why: str) -> None:
    """A heading on training, the first line, a programme's name or its words; else no title."""
    found = find_title(ground(text, code, read=True), None)
    expected = "Luottamushenkilöiden perehdytys" if why == "no path" else title
    assert (found.value if found else None) == expected, why


def test_a_decision_names_its_programme() -> None:
    """The item's title wins over every heading."""
    text = "Koulutus\n\nKurssi pidetään."
    told = Found("Koulutus", ((0, 8),), "title")
    assert find_title(ground(text, "fi"), told) is told
