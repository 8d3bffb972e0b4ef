"""Times in the words of five languages."""

import datetime as dt
from typing import Any

import pytest

from config.wording import DatePhrases, load_wording
from export.times import tell_clock, tell_day, tell_days, tell_edtf, tell_length, tell_time
from records.dates import DateFinding
from records.programme import Session

LANGUAGES = {
    "fi": ("fi", "FI"),
    "sv": ("sv", "SE"),
    "sv-FI": ("sv", "FI"),
    "nb": ("nb", "NO"),
    "nn": ("nn", "NO"),
}


def _words(language: str) -> DatePhrases:
    return load_wording(*LANGUAGES[language]).dates


def _session(**values: Any) -> Session:
    return Session(title=None, span=(0, 1), **values)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "3.9.2025 klo 17–19"),
        ("sv", "onsdag 3 september 2025 kl. 17–19"),
        ("sv-FI", "onsdag 3 september 2025 kl. 17–19"),
        ("nb", "onsdag 3. september 2025 kl. 17–19"),
        ("nn", "onsdag 3. september 2025 kl. 17–19"),
    ],
)
def test_a_day_with_its_hours(language: str, told: str) -> None:
    """A session has its weekday outside Finnish, and full hours stand without minutes."""
    assert tell_time(_session(edtf="2025-09-03", time="17:00/19:00"), _words(language)) == told


@pytest.mark.parametrize(
    ("edtf", "fi", "sv", "nb", "nn"),
    [
        (
            "2025-09-03/2025-09-04",
            "3.–4.9.2025",
            "3–4 september 2025",
            "3.–4. september 2025",
            "3.–4. september 2025",
        ),
        (
            "2025-09-30/2025-10-01",
            "30.9.–1.10.2025",
            "30 september–1 oktober 2025",
            "30. september–1. oktober 2025",
            "30. september–1. oktober 2025",
        ),
        (
            "2025-12-30/2026-01-02",
            "30.12.2025–2.1.2026",
            "30 december 2025–2 januari 2026",
            "30. desember 2025–2. januar 2026",
            "30. desember 2025–2. januar 2026",
        ),
        ("2025-05", "toukokuu 2025", "maj 2025", "mai 2025", "mai 2025"),
        (
            "2025-08/2025-09",
            "elo–syyskuu 2025",
            "augusti–september 2025",
            "august–september 2025",
            "august–september 2025",
        ),
        (
            "2025-11/2026-01",
            "marraskuu 2025 – tammikuu 2026",
            "november 2025 – januari 2026",
            "november 2025 – januar 2026",
            "november 2025 – januar 2026",
        ),
        ("2026-21", "kevät 2026", "våren 2026", "våren 2026", "våren 2026"),
        ("2025-22", "kesä 2025", "sommaren 2025", "sommeren 2025", "sommaren 2025"),
        ("2025-23", "syksy 2025", "hösten 2025", "høsten 2025", "hausten 2025"),
        ("2025-24", "talvi 2025", "vintern 2025", "vinteren 2025", "vinteren 2025"),
        ("2025", "vuosi 2025", "år 2025", "2025", "2025"),
        ("2025/2026", "vuodet 2025–2026", "åren 2025–2026", "2025–2026", "2025–2026"),
        (
            "2020-01-13/..",
            "13.1.2020 alkaen",
            "från och med 13 januari 2020",
            "fra og med 13. januar 2020",
            "frå og med 13. januar 2020",
        ),
        (
            "../2025-05",
            "toukokuu 2025 saakka",
            "till och med maj 2025",
            "til og med mai 2025",
            "til og med mai 2025",
        ),
        ("2025-05~", "toukokuu 2025", "maj 2025", "mai 2025", "mai 2025"),
    ],
)
def test_calendar_values(edtf: str, fi: str, sv: str, nb: str, nn: str) -> None:
    """Days, months, seasons, years, stretches and open ends have words in each language."""
    assert [tell_edtf(edtf, _words(language)) for language in ("fi", "sv", "nb", "nn")] == [fi, sv, nb, nn]


@pytest.mark.parametrize(
    ("values", "fi", "sv", "nb", "nn"),
    [
        (
            {"term_year": 1, "month": 2},
            "toimikauden ensimmäinen vuosi, helmikuu",
            "mandatperiodens första år, februari",
            "første år i valgperioden, februar",
            "første år i valperioden, februar",
        ),
        (
            {"term_year": 3, "season": 23},
            "toimikauden kolmas vuosi, syksy",
            "mandatperiodens tredje år, hösten",
            "tredje år i valgperioden, høsten",
            "tredje år i valperioden, hausten",
        ),
        (
            {"term_year": 4},
            "toimikauden neljäs vuosi",
            "mandatperiodens fjärde år",
            "fjerde år i valgperioden",
            "fjerde år i valperioden",
        ),
        (
            {"recurring": "P1Y", "month": 2},
            "joka vuosi, helmikuu",
            "varje år, februari",
            "hvert år, februar",
            "kvart år, februar",
        ),
        (
            {"recurring": "term"},
            "jokaisella toimikaudella",
            "varje mandatperiod",
            "i hver valgperiode",
            "i kvar valperiode",
        ),
    ],
)
def test_times_within_a_term_and_recurring_ones(
    values: dict[str, Any], fi: str, sv: str, nb: str, nn: str
) -> None:
    """A time that is told only within a term, or again and again, has words and no invented year."""
    assert [tell_time(_session(**values), _words(each)) for each in ("fi", "sv", "nb", "nn")] == [
        fi,
        sv,
        nb,
        nn,
    ]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"time": "17:00"},  # the day itself is untold
        {"edtf": "XXXX-11-17"},  # no year
        {"edtf": "2025-02-31"},  # no such day
        {"edtf": "0000-05"},
        {"edtf": "soon"},
        {"edtf": "2025-05/2025-06-01"},  # of two precisions
        {"term_year": 9},
        {"term_year": 0, "month": 2},
        {"recurring": "P7Y"},
        {"month": 13},
    ],
)
def test_what_has_no_words_is_told_as_none(values: dict[str, Any]) -> None:
    """A draft has a placeholder rather than half a date."""
    for language in LANGUAGES:
        assert tell_time(_session(**values), _words(language)) is None


def test_a_value_without_words_is_told_by_its_days() -> None:
    """Where first and last day are known, a quarter is told by them."""
    days = {"start": dt.date(2025, 1, 1), "end": dt.date(2025, 3, 31)}

    assert tell_time(_session(edtf="2025-33", **days), _words("fi")) == "1.1.–31.3.2025"


def test_date_findings_are_told_as_sessions_are() -> None:
    """Both nouns of time have the same words."""
    finding = DateFinding(text="3.9. kello 17-19", span=(0, 16), edtf="2025-09-03", time="17:00/19:00")

    assert tell_time(finding, _words("fi")) == "3.9.2025 klo 17–19"


@pytest.mark.parametrize(
    ("time", "fi", "sv", "nb"),
    [
        ("17:00", "klo 17", "kl. 17", "kl. 17"),
        ("09:30/15:00", "klo 9.30–15.00", "kl. 9.30–15.00", "kl. 09.30–15.00"),
        ("00:00", "klo 0", "kl. 0", "kl. 0"),
        ("25:00", None, None, None),
        ("17:00/", None, None, None),
        ("", None, None, None),
        (None, None, None, None),
    ],
)
def test_clock_times(time: str | None, fi: str | None, sv: str | None, nb: str | None) -> None:
    """Minutes are told for both ends or for none; what is no time of day is not told."""
    assert [tell_clock(time, _words(language)) for language in ("fi", "sv", "nb")] == [fi, sv, nb]


def test_single_days() -> None:
    """A day in running text has no weekday; a stretch of one day has it where a session would."""
    day = dt.date(2025, 2, 24)

    assert [tell_day(day, _words(each)) for each in ("fi", "sv", "nn")] == [
        "24.2.2025",
        "24 februari 2025",
        "24. februar 2025",
    ]
    assert tell_days(day, day, _words("nn")) == "måndag 24. februar 2025"


@pytest.mark.parametrize(
    ("values", "fi", "sv", "nb", "nn"),
    [
        ({"duration_hours": 2}, "2 tuntia", "2 timmar", "2 timer", "2 timar"),
        ({"duration_hours": 1}, "1 tunti", "1 timme", "1 time", "1 time"),
        ({"duration_hours": 1.5}, "1,5 tuntia", "1,5 timmar", "1,5 timer", "1,5 timar"),
        ({"duration_days": 2}, "2 päivää", "2 dagar", "2 dager", "2 dagar"),
        ({"duration_days": 1}, "1 päivä", "1 dag", "1 dag", "1 dag"),
        ({}, None, None, None, None),
    ],
)
def test_lengths(values: dict[str, float], fi: str, sv: str, nb: str, nn: str) -> None:
    """A length is told with the noun's right number and the language's decimal comma."""
    told = [tell_length(_session(**values), _words(language)) for language in ("fi", "sv", "nb", "nn")]

    assert told == [fi, sv, nb, nn]
