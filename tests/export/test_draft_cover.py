"""The first and the last page of a draft."""

import pytest

from records.draft import TriggerKind
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.reading import draft_of, lines_of


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("watched", "Seurattava organisaatio on julkaissut"),
        ("due_again", "on tullut uudelleen ajankohtaiseksi"),
        ("undecided", "ei ole löytynyt päätöstä"),
        ("asked", "Luonnos on tehty pyynnöstä"),
    ],
)
def test_the_first_page_tells_why_the_draft_was_made(kind: TriggerKind, words: str) -> None:
    """Each trigger has its reason, with the document that set it off."""
    (reason,) = lines_of(draft_of(own_house("finland-fi"), kind=kind), "why")

    assert words in reason
    assert (
        "”Luottamushenkilöiden koulutus 2025” (Kuusirannan kaupunki, Kaupunginhallitus 24.2.2025 § 71)"
        in reason
    )


def test_the_first_page_tells_for_whom_it_is() -> None:
    """Body and meeting stand on the first page; the meeting is never known."""
    assert lines_of(draft_of(own_house("finland-fi")), "facts") == [
        "Esityslistateksti",
        "Lehtorannan kunta",
        "Kunnanhallitus",
        "[kokouspäivä]",
        "22.11.2025",
        draft_of(own_house("finland-fi")).id,
    ]


def test_what_is_missing_and_the_sources_close_the_draft() -> None:
    """The last page lists every gap with its hint, then the source with its quotes."""
    draft = draft_of(own_house("finland-fi"))
    missing, sources = lines_of(draft, "fill"), lines_of(draft, "sources")

    assert "[summa euroina] – Oma määräraha; lähteen summat eivät kelpaa." in missing
    assert sources[1] == (
        "[1] Kuusirannan kaupunki, Kaupunginhallitus 24.2.2025 § 71. ”Luottamushenkilöiden koulutus 2025”. "
        "Pöytäkirja, asianumero 123/01.03.00/2025. Luettu 27.2.2025. "
        "https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=20251-7"
    )
    assert "; ”3.9. kello 17-19 luottamushenkilön rooli”; " in sources[2]
    assert "”kello 17-19”" not in sources[2]  # stands within another
    assert len(sources) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_own_page_is_not_told_as_anothers(layout: str) -> None:
    """That dates, sums and costs are the publisher's and not ours is said of others alone."""
    others = own_house(layout)
    own = others.model_copy(update={"council": "Kuusirannan kaupunki", "impacts": ("economy",)})
    others = others.model_copy(update={"impacts": ("economy",)})
    words = words_of(own)

    for house, told in ((own, False), (others, True)):
        draft = draft_of(house, kind="undecided")
        assert (words.cover.others in lines_of(draft, "reading")) is told
        assert any(words.account.cost_note in line for line in lines_of(draft, "economy")) is told
    assert lines_of(draft_of(own), "reading") == list(words.cover.notes)
