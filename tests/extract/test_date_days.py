"""Days as they are written: in digits, in words, in ranges, lists and with weekdays."""

import pytest

from config.languages import load_language
from extract.date_scan import scan_expressions
from tests.extract.date_texts import LANGUAGES, quotes, told


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("24.02.2025", "24.02.2025", "2025-02-24"),
        ("3.9.2025", "3.9.2025", "2025-09-03"),
        ("7.12.23", "7.12.23", "2023-12-07"),
        ("2025-09-03", "2025-09-03", "2025-09-03"),
        ("3/9 2025", "3/9 2025", "2025-09-03"),
        ("11/1-24", "11/1-24", "2024-01-11"),
        ("Dato:3.9.2025", "3.9.2025", "2025-09-03"),
        ("24.02.2025/Pykälä 71", "24.02.2025", "2025-02-24"),
        ("§ 250/22.5.2017", "22.5.2017", "2017-05-22"),
        ("3.–4.10.2025", "3.–4.10.2025", "2025-10-03/2025-10-04"),
        ("10.-12.10.2025", "10.-12.10.2025", "2025-10-10/2025-10-12"),
        ("14-15.1.2023", "14-15.1.2023", "2023-01-14/2023-01-15"),
        ("1.1.-31.8.2020", "1.1.-31.8.2020", "2020-01-01/2020-08-31"),
        ("29.12.-2.1.2026", "29.12.-2.1.2026", "2025-12-29/2026-01-02"),
        ("1.5.2025 - 29.2.2028", "1.5.2025 - 29.2.2028", "2025-05-01/2028-02-29"),
    ],
)
def test_days_in_digits_read_alike_in_every_language(code: str, text: str, quote: str, value: str) -> None:
    """Digits are the same to all: full days, short years, slashes, ISO, and ranges over months and years."""
    assert told(code, text) == [(quote, value, None)]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fi", "3. syyskuuta 2025", "2025-09-03"),
        ("fi", "18 päivänä marraskuuta 2014", "2014-11-18"),
        ("fi", "marraskuun 17. päivänä 2025", "2025-11-17"),
        ("fi", "12.-18. tammikuuta 2022", "2022-01-12/2022-01-18"),
        ("fi", "maanantaina 14.9.2020", "2020-09-14"),
        ("fi", "pe 24.4.2026", "2026-04-24"),
        ("sv", "3 maj 2006", "2006-05-03"),
        ("sv", "3:e maj 2006", "2006-05-03"),
        ("sv", "3 dec. 2024", "2024-12-03"),
        ("sv", "tisdag den 23 maj 2006", "2006-05-23"),
        ("sv", "måndagen den 29 november 2021", "2021-11-29"),
        ("sv", "förmiddagen den 20 april 2023", "2023-04-20"),
        ("sv", "första augusti 2021", "2021-08-01"),
        ("sv", "23 - 24 maj 2019", "2019-05-23/2019-05-24"),
        ("sv", "28 maj – 2 juni 2024", "2024-05-28/2024-06-02"),
        ("sv", "1 januari 2019 till och med 31 december 2022", "2019-01-01/2022-12-31"),
        ("sv", "lö-sö 14-15.1.2023", "2023-01-14/2023-01-15"),
        ("nb", "17. mai 2024", "2024-05-17"),
        ("nb", "30.januar 2024", "2024-01-30"),
        ("nb", "onsdag 7. febuar 2024", "2024-02-07"),
        ("nb", "9. og 10. november 2023", "2023-11-09/2023-11-10"),
        ("nb", "mandag 29. og tirsdag 30. januar 2024", "2024-01-29/2024-01-30"),
        ("nn", "4. mars 2025", "2025-03-04"),
        ("nn", "laurdag 26. april 2025", "2025-04-26"),
        ("nn", "fredag 25. til laurdag 26. april 2025", "2025-04-25/2025-04-26"),
        ("nn", "26.–27. januar 2024", "2024-01-26/2024-01-27"),
    ],
)
def test_days_in_words(code: str, text: str, value: str) -> None:
    """A day with its month in words is one expression, with its weekday and its range."""
    assert told(code, f"Kokous {text}, sali") == [(text, value, None)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fi", "27.1., 3.2. ja 10.2.2026", ["27.1.", "3.2.", "10.2.2026"]),
        ("sv", "den 3, 10 och 17 mars 2026", ["3", "10", "17 mars 2026"]),
        ("nb", "5., 12. og 19. mai", ["5.", "12.", "19. mai"]),
        ("nn", "9. og 16. november", ["9.", "16. november"]),
        ("fi", "3. ja 10.6.2026", ["3.", "10.6.2026"]),
        ("fi", "31.1.2007 § 3 ja 8.6.2009", ["31.1.2007", "8.6.2009"]),
    ],
)
def test_a_list_of_days_is_one_expression_each(code: str, text: str, expected: list[str]) -> None:
    """Days that do not follow one another stay apart."""
    assert quotes(code, text) == expected


def test_listed_days_take_the_month_of_the_last() -> None:
    """A day in a list knows the month and year that stand at its end."""
    assert [value for _, value, _ in told("sv", "den 3, 10 och 17 mars 2026")] == [
        "2026-03-03",
        "2026-03-10",
        "2026-03-17",
    ]


def test_a_weekday_in_brackets_belongs_to_its_day() -> None:
    """The weekday after the day is part of the expression, the clock after it too."""
    assert quotes("fi", "22.1. (ma) valtuusto\n22.3. (pe) klo 9-16 seminaari") == [
        "22.1. (ma)",
        "22.3. (pe) klo 9-16",
    ]


def test_a_night_between_two_days_is_one_expression() -> None:
    """From Friday noon to Saturday: both days, both clocks."""
    assert told("fi", "perjantaista 26.9.2025 klo 12 lauantaihin 27.9.2025 klo 13") == [
        ("perjantaista 26.9.2025 klo 12 lauantaihin 27.9.2025 klo 13", "2025-09-26/2025-09-27", "12:00/13:00")
    ]


def test_days_of_cells_run_together_are_found() -> None:
    """Tables without blanks glue a § number, a day and the next number; the day has all its digits."""
    assert told("fi", "Kaupunginhallitus19502.05.201610") == [("02.05.2016", "2016-05-02", None)]


def test_a_day_that_no_calendar_has_gets_no_value() -> None:
    """The words stand, but nothing is made of them."""
    assert told("fi", "31.6.2025") == [("31.6.2025", None, None)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sv", "Kurs måndag 3/2 i sal", ["måndag 3/2"]),
        ("nb", "tirsdag 14/1", ["tirsdag 14/1"]),
        ("sv", "den 3/10 kl. 13", ["3/10 kl. 13"]),
        ("sv", "15/4 kl 18.00", ["15/4 kl 18.00"]),
        ("nb", "hvorav 1/5 i sommer", ["i sommer"]),
        ("nb", "poeng 4/5 av", []),
    ],
)
def test_a_day_and_month_with_a_slash_need_a_witness(code: str, text: str, expected: list[str]) -> None:
    """A weekday, a clock or "den" makes 3/2 a day; alone it is a fraction or a case."""
    assert quotes(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kursen hålls den 24.8 i sal", ["24.8"]),
        ("tisdagen den 24 augusti, alltså 24.8 i sal", ["tisdagen den 24 augusti", "24.8"]),
        ("blankett 2.3 fylls i", []),
        ("betyget var 4.1 av 5", []),
    ],
)
def test_a_day_without_its_last_stop_needs_a_witness(text: str, expected: list[str]) -> None:
    """24.8 is a day after "den" or where the text names that day elsewhere; else it is a number."""
    assert quotes("sv", text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("nb", "19. januar – 16. februar – 16. mars", ["19. januar", "16. februar", "16. mars"]),
        ("nb", "19. januar – 16. februar", ["19. januar – 16. februar"]),
        ("sv", "mellan 3 och 9 maj 2026", ["3 och 9 maj 2026"]),
        ("nn", "mellom november 2027 og mars 2028", ["november 2027 og mars 2028"]),
        ("sv", "mellan 07.00 och 08.45", ["mellan 07.00 och 08.45"]),
        ("sv", "Kurs:\n19–20.11\nAndra", ["19–20.11"]),
        ("nn", "torsdag 2. september kl 1800.", ["torsdag 2. september kl 1800"]),
        ("nn", "veke 18: Korleis", ["veke 18"]),
        ("fi", "viikolla 38/2025", ["viikolla 38/2025"]),
        ("fi", "torstaina 4., 11. ja 25. syyskuuta", ["torstaina 4.", "11.", "25. syyskuuta"]),
        ("sv", "År två: Fördjupning", ["År två"]),
        ("sv", "den sista juli 2026", ["sista juli 2026"]),
    ],
)
def test_dashes_between_words_and_signs_bound_what_they_should(
    code: str, text: str, expected: list[str]
) -> None:
    """Two days with a dash are a range, more are a list; `between` joins what lies apart."""
    words = load_language(code).dates
    assert [text[one.start : one.end] for one in scan_expressions(text, words)] == expected
