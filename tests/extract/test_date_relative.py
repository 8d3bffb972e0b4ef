"""Times counted from today."""

import datetime as dt

import pytest

from extract.date_parts import Expression, Offset
from extract.date_relative import counted_from
from tests.extract.date_texts import found, told, values

TODAY = "2025-09-10"  # a Wednesday

COUNTED = [
    ("fi", "Kokous on tänään.", "tänään", "2025-09-10"),
    ("fi", "Kurssi pidettiin eilen.", "eilen", "2025-09-09"),
    ("fi", "Koulutus jatkuu ylihuomenna.", "ylihuomenna", "2025-09-12"),
    ("fi", "Ensi viikolla on seminaari.", "Ensi viikolla", "2025-09-15/2025-09-21"),
    ("fi", "Ensi kuussa valitaan jäsenet.", "Ensi kuussa", "2025-10"),
    ("fi", "Sääntö muuttui kaksi vuotta sitten.", "kaksi vuotta sitten", "2023"),
    ("fi", "Tilaisuus on kolmen viikon kuluttua.", "kolmen viikon kuluttua", "2025-09-29/2025-10-05"),
    ("fi", "Valtuusto kokoontui viime lauantaina.", "viime lauantaina", "2025-09-06"),
    ("fi", "Viime kesäkuussa annettu lausunto.", "Viime kesäkuussa", "2025-06"),
    ("fi", "Viime vuoden kesäkuussa annettu lausunto.", "Viime vuoden kesäkuussa", "2024-06"),
    ("fi", "Ensi keväänä pidetään toinen kurssi.", "Ensi keväänä", "2026-21"),
    ("sv", "Mötet hålls idag.", "idag", "2025-09-10"),
    ("sv", "Kursen hölls i lördags.", "i lördags", "2025-09-06"),
    ("sv", "Planen antogs för två år sedan.", "två år sedan", "2023"),
    ("sv", "Kursen hålls om två veckor.", "två veckor", "2025-09-22/2025-09-28"),
    ("sv", "Nästa vecka möts nämnden.", "Nästa vecka", "2025-09-15/2025-09-21"),
    ("sv", "I förra månaden hölls ett möte.", "förra månaden", "2025-08"),
    ("sv", "Enkäten från oktober i fjol.", "oktober i fjol", "2024-10"),
    ("nb", "Møtet er i morgen.", "i morgen", "2025-09-11"),
    ("nb", "Kurset holdes neste uke.", "neste uke", "2025-09-15/2025-09-21"),
    ("nb", "Planen ble vedtatt for tre år siden.", "tre år siden", "2022"),
    ("nb", "Samlingen var forrige lørdag.", "forrige lørdag", "2025-09-06"),
    ("nn", "Møtet er i morgon.", "i morgon", "2025-09-11"),
    ("nn", "Kurset vert halde neste veke.", "neste veke", "2025-09-15/2025-09-21"),
    ("nn", "Planen vart vedteken for 2 år sidan.", "2 år sidan", "2023"),
]


@pytest.mark.parametrize(("code", "text", "quote", "value"), COUNTED)
def test_times_are_counted_from_the_documents_day(code: str, text: str, quote: str, value: str) -> None:
    """Days, weeks, months, years and weekdays, in each language."""
    assert values(code, text, TODAY) == {quote: value}


@pytest.mark.parametrize(("code", "text", "quote", "value"), COUNTED)
def test_without_the_documents_day_there_is_no_value(code: str, text: str, quote: str, value: str) -> None:
    """Nothing is invented: the words are found, their value stays open."""
    assert values(code, text)[quote] is None, value


def test_what_the_words_lacked_is_named() -> None:
    """A year, a month of a year, a day of a month."""
    texts = ("kaksi vuotta sitten", "ensi kuussa", "huomenna")
    assert [found("fi", text, TODAY)[0].inherited for text in texts] == [
        ("year",),
        ("year", "month"),
        ("year", "month", "day"),
    ]


def test_a_season_told_within_itself_is_last_years() -> None:
    """ "Last autumn", told in September, is that of the year before; a year told so holds all its months."""
    assert values("fi", "Viime syksynä ja viime vuoden syksyllä", TODAY) == {
        "Viime syksynä": "2024-23",
        "viime vuoden syksyllä": "2024-23",
    }


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Kursen tar två timmar och kostar ett år i taget."),
        ("nb", "De tre første ble valgt, og en ble igjen."),
        ("fi", "Kaksi jäsentä ja kolme vuotta."),
    ],
)
def test_a_length_of_time_is_no_date(code: str, text: str) -> None:
    """A count alone, or with a unit that nothing counts from today."""
    assert told(code, text) == []


def test_an_offset_beyond_the_calendar_has_no_value() -> None:
    """No date before year 1."""
    one = Expression(0, 5, "relative", offset=Offset("day", -10_000_000))
    assert counted_from(one, dt.date(2025, 1, 1)) is None
    assert counted_from(Expression(0, 5, "month"), dt.date(2025, 1, 1)) is None
