"""What looks like a time and is none."""

import pytest

from tests.extract.date_texts import LANGUAGES, quotes


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("123/01.03.00/2025", id="case number with classes"),
        pytest.param("551/01.0100.010002/2018", id="case number with long classes"),
        pytest.param("Dnr KS 2018/117", id="registry number"),
        pytest.param("KS/2016:213", id="registry number with a colon"),
        pytest.param("RS 2022-1904", id="registry number with a hyphen"),
        pytest.param("SFS 2017:725", id="statute"),
        pytest.param("(1991:900)", id="statute in brackets"),
        pytest.param("§ 8-1", id="paragraph"),
        pytest.param("julkisuuslain 24.1 §:n", id="subparagraph"),
        pytest.param("PS 12/24", id="Norwegian case"),
        pytest.param("Sak 56/09", id="Norwegian case of 2009"),
        pytest.param("S 7.1/07", id="case that looks like a day"),
        pytest.param("KR 47.1/11", id="case that looks like a day and month"),
        pytest.param("Arkivsak: 19 / 2096 - 4", id="archive case with blanks"),
        pytest.param("010-000 00 00", id="phone"),
        pytest.param("puh. 044 000 0000", id="Finnish phone"),
        pytest.param("25.000:-", id="price"),
        pytest.param("1 234,50", id="amount"),
        pytest.param("4,1/5", id="score"),
        pytest.param("19,75 %", id="percentage"),
        pytest.param("8 av 10", id="eight of ten"),
        pytest.param("12 (39)", id="page"),
        pytest.param("gbnr. 144/1", id="cadastral number"),
        pytest.param("26-38", id="paragraph numbers"),
        pytest.param("20-25 minuter", id="duration"),
        pytest.param("selostus_2025.pdf", id="file name"),
        pytest.param("LT00AB21-3007", id="course code"),
        pytest.param("20250903", id="digits alone"),
        pytest.param("1.2.3.4", id="version"),
        pytest.param("99.99.2025", id="no such day"),
    ],
)
def test_references_and_amounts_are_no_dates(code: str, text: str) -> None:
    """In every language these digits mean something else."""
    assert quotes(code, f"Katso {text} ja muuta") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "yhteensä 2000 euroa"),
        ("fi", "noin 2000 henkilöä"),
        ("sv", "avgiften 2000 kr"),
        ("sv", "1990 personer"),
        ("nb", "2000 kroner"),
        ("nb", "ansvar 1.1.10"),
        ("nn", "2000 kr per person"),
        ("nn", "vedlegg 2.3. her"),
        ("sv", "HFD 2017 ref. 28"),
        ("sv", "Handling 2019 nr 164"),
        ("fi", "kohta 1.2. ja muut"),
    ],
)
def test_a_word_beside_a_number_can_make_it_something_else(code: str, text: str) -> None:
    """Units after it, and words for references before it, come from the language's file."""
    assert quotes(code, text) == []


def test_a_month_that_is_no_name_may_have_a_capital() -> None:
    """Finnish months are nobody's names."""
    assert quotes("fi", "Koulutus Elokuun alussa") == ["Elokuun alussa"]


def test_numbered_lines_are_no_days() -> None:
    """1.1., 1.2., 1.3. that open lines number them."""
    text = "1.1. Johdanto\n1.2. Toimiala\n1.3. Tehtävät"
    assert quotes("fi", text) == []


def test_days_that_open_lines_are_days() -> None:
    """A list of days is told from a list of numbers by its numbers."""
    text = "22.1. valtuusto\n12.2. iltakoulu\n26.2. valtuusto"
    assert quotes("fi", text) == ["22.1.", "12.2.", "26.2."]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "to dagar"),
        ("nb", "to dager på sju"),
        ("fi", "se on to ja ma"),
        ("nn", "no er det laurdagskveld"),
    ],
)
def test_short_weekdays_need_a_day_or_a_clock(code: str, text: str) -> None:
    """Abbreviations that are also words stay words."""
    assert [quote for quote in quotes(code, text) if len(quote) <= 3] == []


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        ("sv", "Nämnd\n30/1, 20/2, 27/3, 22/5", 4),
        ("nb", "Formannskapet\n29.01 – 12.03 – 23.04 – 18.06", 4),
        ("nn", "Kommunestyret\n5.2, 12.3, 23.4, 11.6", 4),
        ("sv", "Möten 24.3 och 26.5 hålls på svenska.", 2),
        ("nb", "Svar innen 27/10.", 1),
        ("nb", "Tertialrapport pr. 30.04", 1),
        ("sv", "Avsnitt 1.1, 1.2, 1.3 och 1.4", 0),
        ("sv", "Priset steg 1.2 till 2.4 procent", 0),
        ("fi", "Kohdat 2.3, 3.4, 4.5", 0),
        ("nb", "Saker 3/16, 4/16 og 5/16", 0),
        ("sv", "Mellan 24.3 och 26.5 procent", 0),
    ],
)
def test_bare_days_that_confirm_one_another(code: str, text: str, days: int) -> None:
    """Rows of rising days, pairs joined by "and", and days behind a last-day word; never numbering."""
    assert len(quotes(code, text)) == days
