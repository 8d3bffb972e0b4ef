"""What expressions inherit from what stands around them."""

import datetime as dt

import pytest

from config.languages import load_language
from extract.date_context import DateContext
from extract.dates import find_dates
from records.council import Country
from tests.extract.date_texts import found, item_of, values


@pytest.mark.parametrize(
    ("anchor", "code", "text", "expected"),
    [
        pytest.param(
            "2025-11-17",
            "fi",
            "Koulutus alkaa tammikuun lopulla.",
            {"tammikuun lopulla": "2026-01"},
            id="next month",
        ),
        pytest.param(
            "2026-11-17",
            "nb",
            "Møteplan 2027\n\nPlanen følger rytmen i 2026.\n\nFormannskap: 19. januar – 16. mars – 1. juni",
            {
                "2027": "2027",
                "2026": "2026",
                "19. januar": "2027-01-19",
                "16. mars": "2027-03-16",
                "1. juni": "2027-06-01",
            },
            id="a plan for next year",
        ),
        pytest.param(
            "2026-11-17",
            "sv",
            "Bolaget rapporterar 1 mars och 1 oktober varje år.",
            {"1 mars": None, "1 oktober": None},
            id="comes every year",
        ),
        pytest.param(
            "2015-10-01",
            "nn",
            "Samling 6.-7.11.2015\n\nLAURDAG\nkl 9.00 Om tonen\nkl 10.30 Helse",
            {
                "6.-7.11.2015": "2015-11-06/2015-11-07",
                "LAURDAG": "2015-11-07",
                "kl 9.00": "2015-11-07",
                "kl 10.30": "2015-11-07",
            },
            id="weekday as a heading",
        ),
        pytest.param(
            "2020-01-21", "nb", "KS holdt kurset i november.", {"november": "2019-11"}, id="last month"
        ),
        pytest.param(
            "2023-11-13",
            "fi",
            "Kevätkausi 2024\n\n22.1. valtuusto\n26.2. valtuusto",
            {"Kevätkausi 2024": "2024-21", "22.1.": "2024-01-22", "26.2.": "2024-02-26"},
            id="heading",
        ),
        pytest.param(
            "2023-11-13",
            "fi",
            "Syyskausi 2024\n\n9.12. (ma) valtuusto",
            {"Syyskausi 2024": "2024-23", "9.12. (ma)": "2024-12-09"},
            id="heading over distance",
        ),
        pytest.param(
            "2025-02-24",
            "fi",
            "Verkosto tarjoaa syksyllä 2025 kaksi iltaa, 3.9. ja 8.10. kaikille.",
            {"syksyllä 2025": "2025-23", "3.9.": "2025-09-03", "8.10.": "2025-10-08"},
            id="sentence",
        ),
        pytest.param(
            "2025-11-04",
            "fi",
            "Koulutukset ovat 27.1., 3.2. ja 10.2.2026.",
            {"27.1.": "2026-01-27", "3.2.": "2026-02-03", "10.2.2026": "2026-02-10"},
            id="end of the list",
        ),
        pytest.param(
            "2024-05-13",
            "sv",
            "Dagarna är 12 augusti, 28 oktober och 7 januari.",
            {"12 augusti": "2024-08-12", "28 oktober": "2024-10-28", "7 januari": "2025-01-07"},
            id="list over new year",
        ),
        pytest.param(
            "2020-12-16",
            "fi",
            "Valtuusto kokoontuu kalenterivuonna 2021 näin:\n\n • 27.1.\n • 24.3.\n • 17.11.\n • 15.12.",
            {
                "kalenterivuonna 2021": "2021",
                "27.1.": "2021-01-27",
                "24.3.": "2021-03-24",
                "17.11.": "2021-11-17",
                "15.12.": "2021-12-15",
            },
            id="list elected together",
        ),
        pytest.param(
            "2012-02-01",
            "nn",
            "Saka kjem opp måndag 19. mars.",
            {"måndag 19. mars": "2012-03-19"},
            id="weekday fits",
        ),
        pytest.param(
            "2011-12-01",
            "nn",
            "Møte måndag 19. mars.",
            {"måndag 19. mars": "2012-03-19"},
            id="weekday decides",
        ),
        pytest.param(
            "2019-10-01",
            "sv",
            "Programmet genomförs 2020.\n\nSista anmälningsdag 13 december.",
            {"2020": "2020", "13 december": "2019-12-13"},
            id="deadline before the year of the course",
        ),
        pytest.param("2025-03-01", "fi", "viime vuonna", {"viime vuonna": "2024"}, id="last year"),
        pytest.param("2025-03-01", "nb", "neste år", {"neste år": "2026"}, id="next year"),
        pytest.param("2025-03-01", "sv", "i somras", {"i somras": "2024-22"}, id="last summer"),
        pytest.param("2025-10-01", "sv", "i somras", {"i somras": "2025-22"}, id="summer just over"),
        pytest.param("2025-10-01", "fi", "ensi keväänä", {"ensi keväänä": "2026-21"}, id="next spring"),
        pytest.param(
            "2025-10-01", "sv", "vid årsskiftet", {"årsskiftet": "2025-12/2026-01"}, id="turn of the year"
        ),
        pytest.param("2025-10-01", "sv", "vecka 2", {"vecka 2": "2026-01-05/2026-01-11"}, id="week"),
        pytest.param(
            "2025-12-01",
            "fi",
            "Katsaus 1-8 kk hyväksyttiin.",
            {"1-8 kk": "2025-01/2025-08"},
            id="report looks back",
        ),
    ],
)
def test_the_year_comes_from_what_speaks_for_it(
    anchor: str, code: str, text: str, expected: dict[str, str]
) -> None:
    """Headings, sentences, lists, weekdays and the own day vote; a day far from the own day loses points."""
    assert values(code, text, anchor) == expected


def test_what_was_not_in_the_words_is_named() -> None:
    """A finding tells that its year is inherited, and how sure it is."""
    [told, inherited] = found("fi", "Ilta on 3.9.2025, toinen 8.10. samassa paikassa.", "2025-08-01")
    assert (told.inherited, inherited.inherited) == ((), ("year",))


@pytest.mark.parametrize("text", ["Kurs den 5 maj.", "i våras", "förra mandatperioden", "nästa år"])
def test_without_a_source_nothing_is_guessed(text: str) -> None:
    """No day of its own, no year in the text: the value stays open."""
    [one] = found("sv", text)
    assert (one.edtf, one.start, one.end) == (None, None, None)


def test_the_address_tells_the_own_day() -> None:
    """An undated page speaks from the day in its address."""
    [one] = found(
        "sv", "På mötet den 27 maj beslutades.", url="https://www.byholm.example/2024/05/30/beslut/"
    )
    assert one.edtf == "2024-05-27"


def test_case_numbers_tell_the_year_where_nothing_else_does() -> None:
    """Minutes whose date was lost still number their cases by year."""
    text = "Saker: PS 16/180, PS 16/181, PS 16/182. Budsjettavvik januar - november"
    assert values("nb", text)["januar - november"] == "2016-01/2016-11"


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("Ilta on 25.9.2021 koululla. Se alkaa klo 9–15.", "klo 9–15", "2021-09-25"),
        ("29.8.2011\nklo 18.00", "klo 18.00", "2011-08-29"),
        ("Päivä on 11.5.2022 klo 9.\n\nOhjelma\n\n13:30 Työnjako", "13:30", "2022-05-11"),
        ("Päivät ovat 3.–4.11.2022. Ensin klo 11–18 ja sitten klo 9–13.", "klo 9–13", "2022-11-04"),
        ("Illat ovat 14.1.2026 ja 11.2.2026, ja ne pidetään klo 17–19.", "klo 17–19", None),
        ("Kokoukset alkavat klo 17.30.", "klo 17.30", None),
    ],
)
def test_a_clock_belongs_to_its_day(text: str, quote: str, day: str | None) -> None:
    """The day of its sentence, block or the line above; where it holds for several, none."""
    clocks = {one.text: one for one in found("fi", text, is_page=True)}
    assert clocks[quote].edtf == day


def test_a_clock_of_the_meeting_has_the_meetings_day() -> None:
    """Who left when is told of the meeting, not of the session named before."""
    text = "Koulutus on 3.9.2025.\n\nJäsen Tapio Kiviranta poistui kokouksesta klo 18:52."
    clocks = {one.text: one for one in found("fi", text, "2025-08-11")}
    assert (clocks["klo 18:52"].edtf, clocks["klo 18:52"].inherited) == ("2025-08-11", ("day",))


def test_a_weekday_within_told_days_is_left_out_or_resolved() -> None:
    """Alone it only points back; with a clock it tells the day."""
    text = "Seminariet hålls 14-15.1.2023 med start på lördagen kl 10. Middag på lördagen."
    assert [(one.text, one.edtf, one.time) for one in found("sv", text)] == [
        ("14-15.1.2023", "2023-01-14/2023-01-15", None),
        ("lördagen kl 10", "2023-01-14", "10:00"),
    ]


PLAN = """Mandatperiod år 1

Februari

Grundutbildning

Hösten

Presidier

Mandatperiod år 2

Maj

Ekonomi"""


def test_months_under_a_year_of_a_term_belong_to_it() -> None:
    """They have no calendar year; the year of the term is inherited."""
    told = [
        (one.text, one.edtf, one.term_year, one.month, one.season) for one in found("sv", PLAN, "2022-09-19")
    ]
    assert told == [
        ("Mandatperiod år 1", None, 1, None, None),
        ("Februari", None, 1, 2, None),
        ("Hösten", None, 1, None, 23),
        ("Mandatperiod år 2", None, 2, None, None),
        ("Maj", None, 2, 5, None),
    ]
    assert found("sv", PLAN)[1].inherited == ("term_year",)


@pytest.mark.parametrize(
    ("code", "country", "anchor", "text", "value", "start"),
    [
        ("fi", "FI", "2025-11-03", "koko valtuustokauden", "2025/2029", "2025-06-01"),
        ("fi", "FI", "2025-11-03", "viime valtuustokausi", "2021/2025", "2021-08-01"),
        ("fi", "FI", "2025-03-03", "uudelle toimikaudelle", "2025/2029", "2025-06-01"),
        ("sv", "SE", "2025-03-03", "nästa mandatperiod", "2026/2030", "2026-10-15"),
        ("nb", "NO", "2023-05-05", "inneværende periode", "2019/2023", "2019-10-01"),
        ("nn", "NO", "2023-11-05", "neste valperiode", "2027/2031", "2027-10-01"),
    ],
)
def test_a_term_in_words_is_found_in_the_table(
    code: str, country: Country, anchor: str, text: str, value: str, start: str
) -> None:
    """With country and own day known, this, next, previous and new terms have their years and days."""
    [one] = found(code, text, anchor, country=country)
    assert (one.edtf, one.start) == (value, dt.date.fromisoformat(start))
    assert one.inherited == ("term",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Viime valtuustokausi oli kiireinen. Aluevaltuusto kokoontui.", "2022/2025"),
        ("Viime valtuustokausi oli kiireinen. Kunnanvaltuusto kokoontui.", "2021/2025"),
    ],
)
def test_signs_in_the_text_choose_the_publishers_terms(text: str, value: str) -> None:
    """A page of unknown origin that names a county's council speaks of the county's terms."""
    assert found("fi", text, "2025-10-01", country="FI")[0].edtf == value


def test_a_printed_term_has_the_days_of_the_law() -> None:
    """2021–2025 begins in August where the council's country is known."""
    [one] = found("fi", "valtuustokaudelle 2021–2025", country="FI")
    assert (one.edtf, one.start, one.end) == ("2021/2025", dt.date(2021, 8, 1), dt.date(2025, 5, 31))


def test_a_term_in_words_takes_the_years_printed_before_it() -> None:
    """ "The term" after "the term 2015–2018" is that one."""
    text = "Regler för mandatperioden 2015–2018. Ersättning under mandatperioden betalas."
    assert [one.edtf for one in found("sv", text, "2014-05-07")] == ["2015/2018", "2015/2018"]


def test_a_wrong_weekday_costs_confidence() -> None:
    """The printed day stands, but it is doubted."""
    words = load_language("nn")
    right, wrong = (
        find_dates(item_of(text), words, None, DateContext())[0]
        for text in ("torsdag 16. januar 2020", "tysdag 16. januar 2020")
    )
    assert (right.value.edtf, wrong.value.edtf) == ("2020-01-16", "2020-01-16")
    assert wrong.confidence < right.confidence
