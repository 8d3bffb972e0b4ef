"""The promise of drafts from precedents: nothing of a precedent's own stands in the text to be overlooked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from config.houses import House
from export.basis import Basis
from export.text import fold
from records.draft import Cited, Placeholder, Plain
from tests.export.grounds import HOUSES, ORIGIN, TOKEN, told_lines, unbacked
from tests.export.programmes import OWN_TO_A_PRECEDENT, precedents
from tests.export.reading import draft_from, lines_of

CASES = st.sampled_from(HOUSES).flatmap(
    lambda house: st.tuples(st.just(house), precedents(language=house.language))
)
MADE = ("22.11.2025", "22 november 2025", "22. november 2025")


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_every_sentence_has_a_source_or_is_to_be_filled_in(case: tuple[House, list[Basis]]) -> None:
    """A sentence holds a sourced value or a placeholder, or else is the wording's or the house's own."""
    house, bases = case
    assert unbacked(draft_from(house, bases), house) == []


@settings(max_examples=120, deadline=None)
@given(CASES)
def test_nothing_of_a_precedents_own_is_carried_over(case: tuple[House, list[Basis]]) -> None:
    """Carried text has no number, person, organiser, place or address in it, and wording has none either."""
    house, bases = case
    draft = draft_from(house, bases)

    for piece in (piece for line in told_lines(draft) for piece in line):
        if isinstance(piece, Cited) and piece.precedent:
            assert not any(map(str.isnumeric, piece.text))
            assert not OWN_TO_A_PRECEDENT.search(piece.text)
        elif (
            isinstance(piece, Plain)
            and piece.text not in (*MADE, draft.id)
            and not ORIGIN.fullmatch(piece.text)
        ):
            assert not any(map(str.isnumeric, piece.text.removesuffix(" ")))


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_every_value_and_every_old_value_carries_its_quote(case: tuple[House, list[Basis]]) -> None:
    """Spans are those of the source that is named; words of another language are marked with it."""
    house, bases = case
    draft = draft_from(house, bases)
    for each in draft.cited():
        record = bases[each.source].record
        assert each.quote == " … ".join(fold(record.text[start:end]) for start, end in each.spans)
        assert set(TOKEN.findall(each.text)) <= set(TOKEN.findall(each.quote))
        assert each.language is None or record.language != house.language
        if each.precedent and each.text in each.quote:
            assert each.language is not None or record.language == house.language


@settings(max_examples=40, deadline=None)
@given(CASES)
def test_every_old_value_is_listed_with_its_source(case: tuple[House, list[Basis]]) -> None:
    """The last page names each placeholder once, with what each precedent has there."""
    house, bases = case
    draft = draft_from(house, bases)
    fill = lines_of(draft, "fill")
    gaps = {piece for line in told_lines(draft) for piece in line if isinstance(piece, Placeholder)}

    for gap in gaps:
        (line,) = [each for each in fill if each.startswith(f"[{gap.text}] – {gap.hint}")]
        assert all(f"{old.text} [{old.source + 1}]" in line for old in gap.olds)


@settings(max_examples=30, deadline=None)
@given(CASES)
def test_the_same_precedents_give_the_same_draft(case: tuple[House, list[Basis]]) -> None:
    """A draft depends on its precedents, house, words and trigger alone."""
    house, bases = case
    assert draft_from(house, bases) == draft_from(house, bases)
