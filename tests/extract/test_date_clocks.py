"""Clock times, alone and with their days."""

import pytest

from tests.extract.date_texts import quotes, told


@pytest.mark.parametrize(
    ("code", "text", "time"),
    [
        ("fi", "klo 17-19", "17:00/19:00"),
        ("fi", "kello 15.00", "15:00"),
        ("fi", "klo 9.00 - 15.30", "09:00/15:30"),
        ("fi", "klo 16.30–18.00", "16:30/18:00"),
        ("sv", "kl. 17.00–19.00", "17:00/19:00"),
        ("sv", "kl 08–12", "08:00/12:00"),
        ("sv", "kl. 13.00 - ca 16.00", "13:00/16:00"),
        ("sv", "klockan 15:00-15:45", "15:00/15:45"),
        ("nb", "kl. 1700", "17:00"),
        ("nb", "kl. 0900 til 1530", "09:00/15:30"),
        ("nb", "mellom kl. 9 og 14", "09:00/14:00"),
        ("nn", "klokka 14", "14:00"),
        ("nn", "kl. 14.15-15.30", "14:15/15:30"),
        ("nb", "10:30", "10:30"),
        ("nb", "16:00–20:35", "16:00/20:35"),
        ("nb", "12:00 16:00", "12:00/16:00"),
        ("sv", "09.00-11.00", "09:00/11:00"),
    ],
)
def test_a_clock_time_is_read(code: str, text: str, time: str) -> None:
    """With or without a word for o'clock, with dots, colons or neither, alone or as a range."""
    assert told(code, f"Sali: {text}") == [(text, None, time)]


@pytest.mark.parametrize(
    ("code", "text", "value", "time"),
    [
        ("fi", "3.9.2025 klo 17-19", "2025-09-03", "17:00/19:00"),
        ("fi", "29.8.2023, klo 14:30", "2023-08-29", "14:30"),
        ("fi", "08.05.2007    kello 15.00", "2007-05-08", "15:00"),
        ("fi", "18.4.2017 klo 18 (tiistai)", "2017-04-18", "18:00"),
        ("fi", "31.3.2017 10:32", "2017-03-31", "10:32"),
        ("fi", "29.1.2026 10:04:05", "2026-01-29", "10:04"),
        ("fi", "30.08.2022 11:00 - 12:30", "2022-08-30", "11:00/12:30"),
        ("fi", "1.8.2021 00:00 - 31.7.2025 00:00", "2021-08-01/2025-07-31", "00:00/00:00"),
        ("sv", "torsdagen den 27 april 2023 kl. 18.00–21.00", "2023-04-27", "18:00/21:00"),
        ("nb", "16.06.2015 09:00", "2015-06-16", "09:00"),
        ("nn", "onsdag 19. mars 2025, kl. 16.00", "2025-03-19", "16:00"),
    ],
)
def test_a_day_and_its_clock_are_one_expression(code: str, text: str, value: str, time: str) -> None:
    """The clock that follows its day belongs to it."""
    assert told(code, text) == [(text, value, time)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sv", "Vi börjar 10.00 dag ett och slutar med lunch 13.00 dag två", ["10.00", "13.00"]),
        ("fi", "Ohjelma:\n9.00\nAvaus\n9.15\nTyönjako", ["9.00", "9.15"]),
        ("nn", "møtet: 10.30: Behandling", ["10.30"]),
        ("sv", "priset är 10.00 kr", []),
        ("fi", "maksu on 12.50 euroa", []),
        ("fi", "tallenne [00:01:30]: Kiitos", []),
        ("sv", "avsnitt 10.30 gäller", []),
    ],
)
def test_a_bare_clock_with_a_dot_needs_a_witness(code: str, text: str, expected: list[str]) -> None:
    """10.00 is a clock after such words as "start", to open a line or before a colon; else a number."""
    assert quotes(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "maanantaisin klo 18.00"),
        ("fi", "torstaina klo 9–15"),
        ("fi", "ke klo 9-15"),
        ("nn", "onsdag frå klokka 14"),
    ],
)
def test_a_weekday_and_its_clock_are_one_expression(code: str, text: str) -> None:
    """A weekday needs no day to carry a clock."""
    assert quotes(code, f"Avoinna {text}.") == [text]


def test_a_comma_parts_a_range_of_days_from_its_hours() -> None:
    """Hours told for both days of a range stand for themselves."""
    assert quotes("nb", "9. og 10. november 2023, fra kl. 0900 til 1530 begge dager") == [
        "9. og 10. november 2023",
        "kl. 0900 til 1530",
    ]
