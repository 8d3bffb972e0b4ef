"""The promise of every draft: what it states has a source, and what has no source is a placeholder."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.houses import House
from export.draft import draft_programme
from export.text import fold
from records.document import DocumentRecord
from records.draft import Cited, Draft, Placeholder, Plain, block_lines, section_lines
from tests.export.grounds import HOUSES, TOKEN, told_lines, unbacked
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in
from tests.export.programmes import PERSON, documents


def _draft(record: DocumentRecord, house: House) -> Draft:
    return draft_programme(basis_of(record), house, words_of(house), names_in(house.language), TRIGGER)


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(HOUSES))
def test_every_sentence_has_a_source_or_is_to_be_filled_in(record: DocumentRecord, house: House) -> None:
    """A sentence holds a sourced value or a placeholder, or else is the wording's or the house's own."""
    assert unbacked(_draft(record, house), house) == []


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(HOUSES))
def test_wording_never_holds_what_a_source_says(record: DocumentRecord, house: House) -> None:
    """Names, titles, dates and numbers of a source stand in sourced values only, and no person anywhere."""
    draft = _draft(record, house)
    made = "22. november 2025"

    for line in told_lines(draft):
        for piece in line:
            if isinstance(piece, Plain) and piece.text not in {draft.id, "[1]"}:
                assert not TOKEN.search(piece.text)
                assert not re.search(r"\d", piece.text) or made.startswith(
                    piece.text.split(".")[0].split()[0]
                )
    assert PERSON not in draft.model_dump_json()


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(HOUSES))
def test_every_value_carries_its_quote(record: DocumentRecord, house: House) -> None:
    """A quote is what stands at its spans, and words that are taken over stand in the source."""
    for piece in _draft(record, house).pieces():
        if isinstance(piece, Cited) and piece.spans:
            assert piece.quote == " … ".join(fold(record.text[start:end]) for start, end in piece.spans)
            assert set(TOKEN.findall(piece.text)) <= {*TOKEN.findall(piece.quote), record.source.publisher}
        elif isinstance(piece, Cited):
            assert piece.how == "configured"
            assert set(TOKEN.findall(piece.text)) <= {record.source.publisher}


@settings(max_examples=40, deadline=None)
@given(documents(), st.sampled_from(HOUSES))
def test_every_placeholder_is_listed_at_the_end(record: DocumentRecord, house: House) -> None:
    """The list of what is missing names each gap with its hint, once."""
    draft = _draft(record, house)
    gaps = {piece for line in told_lines(draft) for piece in line if isinstance(piece, Placeholder)}
    fill = next(section for section in draft.closing if section.key == "fill")
    listed = ["".join(piece.text for piece in line) for line in section_lines((fill,))]

    for each in gaps:
        told = f"[{each.text}] – {each.hint}"
        assert sum(line == told or line.startswith(f"{told} (") for line in listed) == 1


@settings(max_examples=30, deadline=None)
@given(documents(), st.sampled_from(HOUSES))
def test_the_same_source_gives_the_same_draft(record: DocumentRecord, house: House) -> None:
    """A draft depends on its source, house, words and trigger alone."""
    assert _draft(record, house) == _draft(record, house)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_own_money_and_dates_are_always_placeholders(layout: str) -> None:
    """No layout writes a sum, a meeting date, a § or a case number of the house by itself."""
    draft = _draft(finnish_record(), own_house(layout))
    proposal = next(section for section in draft.sections if section.key == "proposal")
    pieces = [piece for line in (*block_lines(draft.head), *section_lines((proposal,))) for piece in line]

    assert {"amount", "funding", "period"} <= {
        piece.key for piece in pieces if isinstance(piece, Placeholder)
    }
    assert not any(re.search(r"\d", piece.text) for piece in pieces if not isinstance(piece, Cited))
