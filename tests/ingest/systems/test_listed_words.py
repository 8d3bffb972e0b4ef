"""What the words and numbers of a list tell: kinds of documents, bodies, days."""

import datetime as dt

import pytest

from ingest.systems.listed_days import find_day, find_day_among
from ingest.systems.listed_words import calls_it_minutes, find_body, words_for
from records.council import Body, Council, Country, Source

DAY = dt.date(2026, 10, 28)


def source(language: str | None = "sv", country: Country = "SE") -> Source:
    """Return a source in a language."""
    bodies = (Body(name="Kommunstyrelsen", aliases=("KS",)),)
    council = Council(name="Älgmo", country=country)
    return Source(id="algmo", system="listing", council=council, language=language, bodies=bodies)


SWEDISH, NORWEGIAN = words_for(source()), words_for(source("nn", "NO"))
FINNISH = words_for(source("fi", "FI"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("protokoll-2026-10-28.pdf", "ISO in a file name"),
        ("KS_20261028.pdf", "eight digits behind an underscore"),
        ("KS 261028", "six digits, year first in Sweden"),
        ("28.10.2026", "day first"),
        ("28-10-2026", "with hyphens"),
        ("Protokoll 28.10.26", "a short year"),
        ("onsdag den 28 oktober 2026", "the month's name"),
        ("28-oktober-2026", "the name in a file"),
        ("Protokoll%2028%20okt%202026", "escaped, the name shortened"),
        ("28-29 oktober 2026", "of two days the first"),
        ("2026-13-45, 2026-10-28", "a number that no calendar has is passed over"),
        ("protokoll-2026-10-28-justerat-2026-11-03", "the first day named"),
    ],
)
def test_days(text: str, reason: str) -> None:
    """The ways in which lists write a day."""
    assert find_day(text, SWEDISH) == DAY, reason


def test_days_in_other_languages() -> None:
    """Months by the source's language, six digits by its country."""
    assert find_day("28. lokakuuta 2026", FINNISH) == DAY
    assert find_day("28. oktober 2026", NORWEGIAN) == DAY
    assert find_day("protokoll 281026", NORWEGIAN) == DAY
    assert find_day("Pöytäkirja 28. lokakuuta 2026", words_for(source(None))) == DAY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Protokoll", "no number"),
        ("/download/18.4c1d7a2/1793106000/a.pdf", "a time of another kind"),
        ("KS 2026/231", "a case number"),
        ("PS 73/26", "an item's number"),
        ("oktober 2026", "a month is no day"),
        ("28 oktober", "a day without year"),
        ("31.9.2026", "no calendar has it"),
        ("1815-10-28", "before any list"),
        ("(pdf, 2.3 MB)", "a size"),
        ("10.3.1.26", "a classification"),
    ],
)
def test_no_days(text: str, reason: str) -> None:
    """A number that names no day gives none."""
    assert find_day(text, SWEDISH) is None, reason


@pytest.mark.parametrize(
    ("texts", "day", "reason"),
    [
        (["Protokoll", "2026-10-28 Kommunstyrelsen", "2025-01-01"], DAY, "the nearest that names one"),
        (["28 oktober", "Kommunstyrelsen", "Protokoll 2026"], DAY, "the year stands further away"),
        (["28.10.", "Protokoll 2026"], DAY, "a day and month in digits"),
        (["28 oktober", "Protokoll 2025-2026"], None, "two years tell none"),
        (["28 oktober"], None, "no year at all"),
        (["30 februari", "2026"], None, "no calendar has it"),
        ([], None, "nothing"),
    ],
)
def test_day_among(texts: list[str], day: dt.date | None, reason: str) -> None:
    """What stands nearest to a link counts first."""
    assert find_day_among(texts, SWEDISH) == day, reason


@pytest.mark.parametrize(
    ("texts", "minutes", "reason"),
    [
        (["Protokoll 28 oktober"], True, "the word"),
        (["Protokollet"], True, "an ending"),
        (["nämndprotokoll-2026.pdf"], True, "the end of a compound"),
        (["SAMMANTR%C3%84DESPROTOKOLL_KS"], True, "capitals, escapes, underscores"),
        (["Protokoll med bilagor"], True, "the first kind counts"),
        (["Bilaga till protokoll"], False, "the first kind counts"),
        (["Protokollsbilaga 3"], False, "the beginning of a compound"),
        (["Kallelse", "protokoll.pdf"], False, "the link's text before its file name"),
        (["Läs här", "protokoll.pdf"], True, "the file name where the text tells nothing"),
        (["Delegationsprotokoll"], False, "another kind that holds the word"),
        (["Blankett"], False, "neither"),
        ([], False, "nothing"),
    ],
)
def test_minutes(texts: list[str], minutes: bool, reason: str) -> None:
    """Minutes are told from agendas, papers and attachments by the words of the language file."""
    assert calls_it_minutes(texts, SWEDISH) is minutes, reason


def test_minutes_in_other_languages() -> None:
    """Accents are lost in file names; each language has its words."""
    assert calls_it_minutes(["poytakirja_2026.pdf"], FINNISH)
    assert calls_it_minutes(["Moteprotokoll.pdf"], NORWEGIAN)
    assert calls_it_minutes(["Møtebok 28.10.2026"], NORWEGIAN)
    assert not calls_it_minutes(["Møteinnkalling"], NORWEGIAN)
    assert not calls_it_minutes(["Møtebok"], SWEDISH)


@pytest.mark.parametrize(
    ("texts", "body", "reason"),
    [
        (["KS_20261028.pdf"], "Kommunstyrelsen", "an alias of the source"),
        (["ks"], "Kommunstyrelsen", "in small letters"),
        (["Protokoll tekniska nämnden 2026"], "tekniska nämnden", "an adjective before a kind of body"),
        (["Bygg- och miljönämnden"], "Bygg- och miljönämnden", "two names in one"),
        (["pdf", "Socialnämnden"], "Socialnämnden", "a heading further away"),
        (["Kommunstyrelsens protokoll"], None, "a genitive"),
        (["Läsåret 2026", "Taksen"], None, "no body"),
    ],
)
def test_bodies(texts: list[str], body: str | None, reason: str) -> None:
    """Bodies are known by name, or by the endings of the language file."""
    assert find_body(texts, source(), SWEDISH) == body, reason


def test_a_language_without_words() -> None:
    """A language that has no file is looked for in the words of all."""
    assert words_for(source("xx")) == words_for(source(None))
