"""Items as registers list them, and the forms of their case numbers."""

import pytest

from tests.extract.test_decision import read, told_by

KEYS = ("body", "meeting_date", "section", "title")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "nb",
            "Utvalg: Formannskapet\nMøtedato: 18.03.2025\nPS 12/25 Opplæring av nye folkevalgte\n",
            ("Formannskapet", "2025-03-18", "12/25", "Opplæring av nye folkevalgte"),
            id="Bokmål",
        ),
        pytest.param(
            "nb",
            "PS 12/25 Opplæring av nye folkevalgte\nUtvalg: Formannskapet\nMøtedato: 18.03.2025\n"
            "Møtested: Rådhuset\n",
            ("Formannskapet", "2025-03-18", "12/25", "Opplæring av nye folkevalgte"),
            id="the number first",
        ),
        pytest.param(
            "nn",
            "Utval: Formannskapet\nMøtedato: 18.03.2025 kl. 10.00\nMøtestad: Rådhuset\n\n"
            "PS 12/25 Opplæring av nye folkevalde\n\nDei folkevalde får opplæring i haust.\n",
            ("Formannskapet", "2025-03-18", "12/25", "Opplæring av nye folkevalde"),
            id="Nynorsk, with text",
        ),
        pytest.param(
            "fi",
            "Toimielin: Kaupunginhallitus\nKokousaika: 3.4.2023 klo 9.00\n\n§ 101 Valtuutettujen perehdytys\n"
            "",
            ("Kaupunginhallitus", "2023-04-03", "101", "Valtuutettujen perehdytys"),
            id="Finnish",
        ),
        pytest.param(
            "sv",
            "Nämnd: Kommunstyrelsen\nSammanträdesdatum: 2023-03-14\n\n§ 46 Utbildning för förtroendevalda\n",
            ("Kommunstyrelsen", "2023-03-14", "46", "Utbildning för förtroendevalda"),
            id="Swedish",
        ),
    ],
)
def test_a_card_of_an_item_is_an_item(language: str, text: str, expected: tuple[str, ...]) -> None:
    """Body and day in their fields and a number with its title make an item, though nothing is decided."""
    own = read(text, language).own
    assert own is not None
    assert tuple(told_by(own, key) for key in KEYS) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Kurs for folkevalgte\nMøtedato: 18.03.2025\nSted: Rådhuset\n"
            "Formannskapet inviteres. Se sak 12/25.\n",
            id="no field of a body",
        ),
        pytest.param("Utvalg: Formannskapet\nMøtedato: 18.03.2025\nKurs for folkevalgte\n", id="no number"),
    ],
)
def test_a_page_with_a_day_is_no_card(text: str) -> None:
    """A page about a meeting stays a page."""
    assert read(text, "nb").own is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("KUU:4787/10.03.01/2016", "KUU:4787/10.03.01/2016", id="prefix and colon"),
        pytest.param("Dnro KUU:4787/10.03.01/2016", "KUU:4787/10.03.01/2016", id="behind its label"),
        pytest.param("Dnro KUU:4787/2016", "KUU:4787/2016", id="without a class"),
        pytest.param("KUU 2024-009117 T 00 00 03", "KUU 2024-009117", id="class behind"),
        pytest.param("Diaarinumero: KUU 2024-009117 T 00 00 03", "KUU 2024-009117", id="labelled"),
        pytest.param("KUU 2024-009117", "KUU 2024-009117", id="without a class behind blanks"),
        pytest.param("KUUDno-2020-2129", "KUUDno-2020-2129", id="hyphens"),
        pytest.param("KUUS/1499/12.00.02/2016", "KUUS/1499/12.00.02/2016", id="strokes"),
        pytest.param("Dnro:123/00.01/2017", "123/00.01/2017", id="a label is no prefix"),
    ],
)
def test_a_case_number_keeps_its_prefix(printed: str, expected: str) -> None:
    """The prefix of an archive is part of the number; the class that follows it is none."""
    text = (
        "Kaupunginhallitus\nPöytäkirja 03.04.2017/Pykälä 101\n\nPerehdytysohjelma\n\n"
        f"{printed}\n\nPäätösehdotus: Pidetään.\n\nPäätös: Hyväksyttiin.\n"
    )
    own = read(text, "fi").own
    assert own is not None
    assert told_by(own, "case_number") == expected


def test_a_swedish_case_number_keeps_its_prefix() -> None:
    """The same holds beside a section in Swedish."""
    text = (
        "Kommunstyrelsen\nSAMMANTRÄDESPROTOKOLL\nSammanträdesdatum 2023-03-14\n\n"
        "§ 46    Dnr VIK:123/00.01/2023\n\nUtbildningsplan\n\nBeslut\nPlanen antas.\n"
    )
    own = read(text, "sv").own
    assert own is not None
    assert told_by(own, "case_number") == "VIK:123/00.01/2023"
