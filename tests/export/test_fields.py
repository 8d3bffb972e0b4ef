"""Plain text per field of a record system: what a clerk pastes, with every gap visible."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.draft import draft_programme
from export.fields import render_fields
from records.document import DocumentRecord
from records.draft import Facts, Placeholder, Plain, Points, block_lines
from tests.export.houses import LAYOUTS, bare_house, own_house, words_of
from tests.export.made import TRIGGER, basis_of, names_in
from tests.export.made_drafts import draft_of, gap_with, with_line
from tests.export.programmes import documents

_NAMES = {
    "finland-fi": ("otsikko", "selostus", "ehdotus"),
    "finland-sv": ("rubrik", "bakgrund", "forslag"),
    "sweden": ("rubrik", "bakgrund", "forslag"),
    "norway-nb": ("tittel", "bakgrunn", "forslag"),
    "norway-nn": ("tittel", "bakgrunn", "framlegg"),
}


LEFT_OUT = re.compile(r"–|\[\d+\]")
"""What no field holds: a cell without a value, the number of a source."""


def _fields(layout: str) -> dict[str, str]:
    return render_fields(draft_of(layout), words_of(own_house(layout)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_fields_are_named_in_the_clerk_s_language(layout: str) -> None:
    """Title, background and proposal first, in letters that every file system takes."""
    names = list(_fields(layout))

    assert tuple(names[:3]) == _NAMES[layout]
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)


def test_a_proposal_reads_as_it_is_pasted() -> None:
    """The opening, then numbered points; no heading, since the field is the heading."""
    opening, points = _fields("finland-fi")["ehdotus"].split("\n\n")

    assert opening == "Kunnanhallitus päättää"
    assert [line[:12] for line in points.splitlines()] == ["1. hyväksyä ", "2. varata ko", "3. antaa hal"]
    assert "varata koulutukseen [summa euroina] [" in points


def test_a_table_is_a_line_a_row() -> None:
    """Record systems lose tables: each session is a line that names what each part is."""
    told = _fields("finland-fi")["selostus"]

    assert "Koulutustilaisuudet lähteen mukaan:\n- Ajankohta: toukokuu 2025; Sisältö: peruskoulutus, " in told
    assert "- Ajankohta: 3.9.2025 klo 17–19; Sisältö: luottamushenkilön rooli, Kesto: 2 tuntia" in told
    assert "Lähde: [1]" not in told  # its list goes into no field


def test_neither_cover_nor_decision_is_pasted() -> None:
    """What is taken out before the item is sent on, and what the meeting writes, stand in no field."""
    words = words_of(own_house("finland-fi"))
    told = "".join(_fields("finland-fi").values())

    assert words.cover.why not in told
    assert words.closing.fill not in told
    assert "[kunnanhallituksen päätös kirjataan kokouksen jälkeen]" not in told
    assert "Muutoksenhaku\n[" in _fields("finland-fi")["muut-osat"]


@pytest.mark.parametrize(
    ("olds", "told"),
    [
        (("120 euroa",), "[summa; lähteessä 120 euroa]"),
        (("120 euroa", "450 euroa"), "[summa; lähteessä 120 euroa ja 450 euroa]"),
        (("1 €", "2 €", "1 €", "3 €"), "[summa; lähteessä 1 €, 2 € ja 3 €]"),
    ],
)
def test_an_old_value_is_shown_in_its_placeholder(olds: tuple[str, ...], told: str) -> None:
    """What an earlier decision had there stands beside what is wanted, each value once."""
    draft = with_line(draft_of("finland-fi"), Plain(text="Varataan "), gap_with(*olds))

    assert render_fields(draft, words_of(own_house("finland-fi")))["ehdotus"] == f"Varataan {told}\n"


@settings(max_examples=25, deadline=None)
@given(documents(), st.sampled_from(LAYOUTS))
def test_no_gap_and_no_point_is_lost(record: DocumentRecord, layout: str) -> None:
    """Whatever a document holds: each placeholder of the item stands in brackets in some field."""
    house = bare_house(layout)
    draft = draft_programme(basis_of(record), house, words_of(house), names_in(house.language), TRIGGER)
    told = "".join(render_fields(draft, words_of(house)).values())

    for section in draft.sections:
        for block in section.blocks if section.key != "decision" else ():
            pieces = (piece for line in block_lines(block) for piece in line)
            for piece in (piece for piece in pieces if not LEFT_OUT.fullmatch(piece.text)):
                assert (f"[{piece.text}" if isinstance(piece, Placeholder) else piece.text.strip()) in told
            if isinstance(block, Points) and block.numbered:
                assert f"\n{len(block.items)}. " in f"\n{told}"
            if isinstance(block, Facts):
                assert all(f"{fact.label}: " in told for fact in block.facts)
