"""Months and seasons in their inflections, pairs and ranges."""

import pytest

from tests.extract.date_texts import found, quotes, told


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fi", "toukokuussa 2025", "2025-05"),
        ("fi", "syyskuun 2025", "2025-09"),
        ("fi", "elo-syyskuussa 2025", "2025-08/2025-09"),
        ("fi", "elosyyskuussa 2025", "2025-08/2025-09"),
        ("fi", "loka- ja marraskuussa 2024", "2024-10/2024-11"),
        ("fi", "tammi - heinäkuu 2025", "2025-01/2025-07"),
        ("fi", "marras-tammikuussa 2022", "2021-11/2022-01"),
        ("fi", "toukokuun alussa 2026", "2026-05"),
        ("fi", "joulukuun 2025 loppuun mennessä", "2025-12"),
        ("fi", "syksyllä 2025", "2025-23"),
        ("fi", "kevätkaudella 2020", "2020-21"),
        ("fi", "alkusyksystä 2026", "2026-23"),
        ("sv", "februari 2022", "2022-02"),
        ("sv", "mars till maj 2023", "2023-03/2023-05"),
        ("sv", "augusti–oktober 2021", "2021-08/2021-10"),
        ("sv", "april och maj 2023", "2023-04/2023-05"),
        ("sv", "jan–mars 2024", "2024-01/2024-03"),
        ("sv", "maj/juni 2025", "2025-05/2025-06"),
        ("sv", "våren -26", "2026-21"),
        ("sv", "början av mars 2024", "2024-03"),
        ("sv", "hösten 2023", "2023-23"),
        ("sv", "höstterminen 2024", "2024-23"),
        ("sv", "tidig vår 2019", "2019-21"),
        ("sv", "vinter 2024", "2024-24"),
        ("nb", "september 2019 til februar 2020", "2019-09/2020-02"),
        ("nb", "utgangen av oktober 2023", "2023-10"),
        ("nb", "våren 2024", "2024-21"),
        ("nb", "medio mars 2024", "2024-03"),
        ("nb", "vårsemesteret 2022", "2022-21"),
        ("nb", "høst og vinter 2023", "2023-23/2023-24"),
        ("nn", "hausten 2027", "2027-23"),
        ("nn", "hausten 2019 og året 2020", "2019-23/2020"),
        ("nn", "juni 2025", "2025-06"),
    ],
)
def test_months_and_seasons_with_their_year(code: str, text: str, value: str) -> None:
    """Inflected, joined, ranged and qualified; the qualifier stays in the quote and out of the value."""
    assert told(code, f"x {text} x") == [(text, value, None)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sv", "Utbildningen hålls i vår.", ["i vår"]),
        ("sv", "Det är vår kommun och vår skola.", []),
        ("nb", "I vår er det valgt nye.", ["I vår"]),
        ("nb", "kommuner på vår størrelse", []),
        ("nn", "leiarane våre og vår plan", []),
        ("sv", "Presidieutbildning\nVår\nMedborgardialog", ["Vår"]),
    ],
)
def test_our_is_no_spring(code: str, text: str, expected: list[str]) -> None:
    """The word for "our" is a season only where a preposition, a year or its own line says so."""
    assert quotes(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Ordförande Maj Lindfors öppnade."),
        ("sv", "Till justerare valdes Anna-Maj Berg."),
        ("nb", "Saksbehandler er August Moe."),
        ("nn", "Leiar April Vik orienterte."),
        ("sv", "Juni Almgren valdes."),
    ],
)
def test_people_are_no_months(code: str, text: str) -> None:
    """A month's name with a capital inside a sentence is a person's."""
    assert quotes(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "recurring"),
    [
        ("fi", "Keväisin", "P1Y"),
        ("sv", "varje höst", "P1Y"),
        ("nb", "hver vår", "P1Y"),
        ("nn", "kvar haust", "P1Y"),
    ],
)
def test_a_season_of_every_year_recurs(code: str, text: str, recurring: str) -> None:
    """It has no year of its own."""
    [one] = found(code, f"{text} pidetään koulutus.", "2025-01-01")
    assert (one.edtf, one.recurring) == (None, recurring)
