"""Years, parts of years, weeks and terms of office."""

import pytest

from tests.extract.date_texts import LANGUAGES, expressions, found, quotes, told


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026", "2026"),
        ("2021–2025", "2021/2025"),
        ("2021-2025", "2021/2025"),
        ("2023 - 2027", "2023/2027"),
        ("2022-25", "2022/2025"),
        ("2025/26", "2025/2026"),
        ("1-6/2025", "2025-01/2025-06"),
        ("1-8 2020", "2020-01/2020-08"),
        ("2024-02", "2024-02"),
        ("2011-12", "2011/2012"),
        ("Q3 2024", "2024-07/2024-09"),
    ],
)
def test_years_and_months_in_digits(code: str, text: str, value: str) -> None:
    """Single years, ranges with a full or short end, numbered months, quarters."""
    assert told(code, f"x {text} x") == [(text, value, None)]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fi", "vuonna 2021", "2021"),
        ("fi", "vuosille 2026 - 2028", "2026/2028"),
        ("fi", "vuoden 2023 alussa", "2023"),
        ("fi", "vuoden 2026 loppuun mennessä", "2026"),
        ("fi", "vuoden 2026 ensimmäisen puoliskon", "2026-01/2026-06"),
        ("fi", "Vuoden 2025 tammi-kesäkuun", "2025-01/2025-06"),
        ("fi", "lukuvuonna 2025–2026", "2025/2026"),
        ("fi", "1-7 kk 2025", "2025-01/2025-07"),
        ("fi", "2020-luvulla", "2020/2029"),
        ("fi", "vuosikolmanneksella 1/2025", "2025-01/2025-04"),
        ("fi", "vuodenvaihteessa 2025–2026", "2025-12/2026-01"),
        ("sv", "1:a kvartalet 2025", "2025-01/2025-03"),
        ("fi", "viikolla 39 2025", "2025-09-22/2025-09-28"),
        ("sv", "år 2023", "2023"),
        ("sv", "läsåret 2024/25", "2024-08/2025-06"),
        ("sv", "första halvåret 2024", "2024-01/2024-06"),
        ("sv", "kvartal 1 2023", "2023-01/2023-03"),
        ("sv", "tertial 2 2024", "2024-05/2024-08"),
        ("sv", "vecka 41 2020", "2020-10-05/2020-10-11"),
        ("sv", "v. 43-44 2025", "2025-10-20/2025-11-02"),
        ("nb", "1. halvår 2020", "2020-01/2020-06"),
        ("nb", "første halvåret i 2024", "2024-01/2024-06"),
        ("nb", "2010 til og med 2014", "2010/2014"),
        ("nb", "1. tertial 2015", "2015-01/2015-04"),
        ("nb", "uke 43 2023", "2023-10-23/2023-10-29"),
        ("nn", "siste halvår av 2026", "2026-07/2026-12"),
        ("nn", "veke 33 2026", "2026-08-10/2026-08-16"),
    ],
)
def test_years_and_their_parts_in_words(code: str, text: str, value: str) -> None:
    """The word for the year belongs to the expression, as do ranks, parts and qualifiers."""
    assert told(code, f"x {text} x") == [(text, value, None)]


def test_a_month_and_year_need_a_word_that_says_so() -> None:
    """6/2025 is a month after "toteuma", and else the number of a document."""
    assert quotes("fi", "toteuma 6/2025, liite 2/2025, muistio 9/2023") == ["6/2025"]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fi", "valtuustokaudelle 2021-2025", "2021/2025"),
        ("sv", "mandatperioden 2022-25", "2022/2025"),
        ("nb", "Valgperioden 2019 - 2023", "2019/2023"),
        ("nn", "valperioden 2019–2023", "2019/2023"),
    ],
)
def test_a_term_with_its_years_is_one_expression(code: str, text: str, value: str) -> None:
    """The word for the term stands in the quote."""
    assert told(code, text) == [(text, value, None)]


@pytest.mark.parametrize(
    ("code", "text", "year"),
    [
        ("fi", "1. vuosi", 1),
        ("fi", "Valtuustokauden 2. vuosi", 2),
        ("sv", "År 1", 1),
        ("sv", "Mandatperiod år 3", 3),
        ("sv", "första året varje ny mandatperiod", 1),
        ("sv", "tredje året varje mandatperiod", 3),
        ("sv", "mandatperiodens första år", 1),
        ("nb", "År 2", 2),
        ("nn", "første året i valperioden", 1),
    ],
)
def test_a_year_of_a_term_counts_from_one(code: str, text: str, year: int) -> None:
    """It has no calendar year of its own."""
    [one] = expressions(code, text)
    assert (text[one.start : one.end], one.term_year, one.first) == (text, year, None)


@pytest.mark.parametrize(
    ("code", "text", "recurring"),
    [
        ("sv", "varje mandatperiod", "term"),
        ("sv", "vart fjärde år", "P4Y"),
        ("fi", "joka neljäs vuosi", "P4Y"),
        ("nb", "hver valgperiode", "term"),
        ("nn", "kvar valperiode", "term"),
        ("fi", "jokaisen valtuustokauden alussa", "term"),
    ],
)
def test_what_comes_every_term_recurs(code: str, text: str, recurring: str) -> None:
    """Every term and every four years are recurring."""
    assert [one.recurring for one in expressions(code, text)] == [recurring]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fi", "Toimikausi on neljä vuotta.", []),
        ("fi", "koko valtuustokauden ajan", ["koko valtuustokauden ajan"]),
        ("fi", "Valtuustokauden alussa pidetään ilta.", ["Valtuustokauden alussa"]),
        ("nb", "valg for perioden", []),
        ("nb", "to dager tidlig i perioden", ["tidlig i perioden"]),
        ("nb", "I perioden september 2019 til februar 2020", ["september 2019 til februar 2020"]),
        ("nb", "i perioden 1.1.–30.6.2025", ["1.1.–30.6.2025"]),
        ("sv", "under mandatperioden", ["mandatperioden"]),
        ("sv", "mitten av mandatperioden", ["mitten av mandatperioden"]),
    ],
)
def test_a_word_for_a_period_needs_a_witness(code: str, text: str, expected: list[str]) -> None:
    """Ambiguous words stand only with an opening word, a preposition or a qualifier."""
    assert quotes(code, text) == expected


def test_the_only_year_of_a_text_is_that_of_its_days() -> None:
    """Where no own day is known, a year told once further down will do; two years tell nothing."""
    told_in = {one.text: one.edtf for one in found("nn", "12. mars Innkjøp\n\nProgrammet for 2025 er klart.")}
    assert told_in["12. mars"] == "2025-03-12"
