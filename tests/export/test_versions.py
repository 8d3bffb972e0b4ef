"""What a newer version of a draft tells of the one before."""

from typing import Any

import pytest

from config.wording import Wording
from export.draft import draft_programme
from export.versions import KEY, Change, is_same, list_changes, tell_changes, without_changes
from records.draft import Cited, Draft, Fact, Facts, Line, Paragraph, Placeholder, Plain, Points, Section
from tests.export.houses import LAYOUTS, bare_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in

ACCOUNT = "Ärendet"


def words() -> Wording:
    """Return the wording of a Swedish house."""
    return words_of(bare_house("sweden"))


def make() -> Draft:
    """Return a draft of a made-up programme for a Swedish house."""
    return draft_programme(basis_of(finnish_record()), bare_house("sweden"), words(), names_in("sv"), TRIGGER)


def with_lines(*lines: Line, **told: Any) -> Draft:
    """Return the draft with these paragraphs in its account, and nothing else in its body."""
    blocks = tuple(Paragraph(line=line) for line in lines)
    values = {"sections": (Section(key="account", heading=ACCOUNT, blocks=blocks),), **told}
    return make().model_copy(update=values)


def line(text: str) -> Line:
    """Return a line of wording."""
    return (Plain(text=text),)


def cited(text: str, source: int = 0) -> Line:
    """Return a line that quotes a source."""
    return Plain(text="Enligt källan "), Cited(text=text, quote=text, spans=((0, len(text)),), source=source)


def told_in(draft: Draft) -> list[str]:
    """Return the lines of the section on changes."""
    section = next(each for each in draft.cover if each.key == KEY)
    (block,) = section.blocks
    lines = (
        block.items if isinstance(block, Points) else (block.line,) if isinstance(block, Paragraph) else ()
    )
    return ["".join(piece.text for piece in line) for line in lines]


def test_the_same_draft_has_no_changes() -> None:
    """Nor has one that differs in its number and in what it tells of its own changes."""
    older = make()
    newer = tell_changes(older, older.model_copy(update={"version": 2}), words())
    assert is_same(older, newer)
    assert list_changes(older, newer, words()) == ()
    assert told_in(newer) == ["Sakinnehållet har inte ändrats."]


def test_lines_that_came_went_or_changed_are_told_under_their_heading() -> None:
    """In the order of the newer draft, each with its place."""
    older = with_lines(line("Ett."), line("Två."), line("Tre."))
    newer = with_lines(line("Ett."), line("Två nu."), line("Fyra."), line("Fem."), version=2)
    assert not is_same(older, newer)
    assert told_in(tell_changes(older, newer, words())) == [
        "Ärendet: tidigare ”Två.”, nu ”Två nu.”",
        "Ärendet: tidigare ”Tre.”, nu ”Fyra.”",
        "Ärendet: nytt ”Fem.”",
    ]
    assert told_in(tell_changes(newer, older, words()))[-1] == "Ärendet: borttaget ”Fem.”"


def test_the_head_and_headings_that_went_are_told_too() -> None:
    """A changed body or date of the item, and a part that the house no longer has."""
    older = with_lines(line("Ett."), head=Facts(facts=(Fact(label="Datum", line=line("1 maj")),)))
    newer = older.model_copy(
        update={"sections": (), "head": Facts(facts=(Fact(label="Datum", line=line("2 maj")),))}
    )
    assert list_changes(older, newer, words()) == (
        Change("Ärendets uppgifter", line("1 maj"), line("2 maj")),
        Change(ACCOUNT, line(ACCOUNT), None),
        Change(ACCOUNT, line("Ett."), None),
    )


def test_a_heading_that_reads_otherwise_is_one_change() -> None:
    """What stands under it is the same."""
    older = with_lines(line("Ett."), line("Två."))
    named = older.sections[0].model_copy(update={"heading": "Beskrivning"})
    newer = older.model_copy(update={"sections": (named,)})
    assert list_changes(older, newer, words()) == (Change("Beskrivning", line(ACCOUNT), line("Beskrivning")),)


def test_a_placeholder_in_a_change_is_told_and_is_none_to_fill_in() -> None:
    """It stands in the draft itself; the first page only says that it came."""
    gap = Placeholder(key="amount", text="summa", hint="Egen summa.")
    newer = tell_changes(with_lines(line("Ett.")), with_lines((Plain(text="Av "), gap)), words())
    assert told_in(newer) == ["Ärendet: tidigare ”Ett.”, nu ”Av [summa]”"]
    cover = [piece for section in newer.cover if section.key == KEY for piece in _pieces(section)]
    assert not any(isinstance(piece, Placeholder) for piece in cover)


def _pieces(section: Section) -> list[Any]:
    (block,) = section.blocks
    assert isinstance(block, Points)
    return [piece for item in block.items for piece in item]


def test_what_an_older_line_quotes_keeps_its_source() -> None:
    """A source that the newer draft rests on no longer is listed behind its own; one it still has is not."""
    older = with_lines(cited("gammal"), line("Ett."), cited("samma", 1))
    gone = older.sources[0].model_copy(update={"section": "99"})
    older = older.model_copy(update={"sources": (gone, older.sources[0])})
    newer = tell_changes(older, with_lines(line("Ett.")), words())
    assert newer.sources == (make().sources[0], gone)
    assert without_changes(newer).sources == older.sources[1:]
    assert without_changes(newer).cover == make().cover
    assert without_changes(older) == older
    quotes = [piece for section in newer.cover if section.key == KEY for piece in _pieces(section)]
    assert [(each.text, each.source) for each in quotes if isinstance(each, Cited)] == [
        ("gammal", 1),
        ("samma", 0),
    ]


def test_many_and_long_changes_are_cut_short() -> None:
    """The first page stays a page: what is more is counted, and a long line ends in an ellipsis."""
    newer = tell_changes(
        with_lines(), with_lines(*(line(f"{n} " + "ord " * 200) for n in range(30))), words()
    )
    told = told_in(newer)
    assert len(told) == 21
    assert told[-1] == "Dessutom har 10 andra ställen ändrats."
    assert all(len(each) < 250 for each in told)
    assert told[0].endswith(" …”")


def test_a_table_of_a_thousand_like_rows_is_compared_row_by_row() -> None:
    """Cells that are the same in every row tell no row from another; only what changed is a change."""

    def rows(changed: str) -> list[Line]:
        told = ("[aika]", "Istunto {n}", "talous", "valtuusto")
        return [
            line(each.format(n=f"{n}{changed if n % 10 == 0 else ''}")) for n in range(1000) for each in told
        ]

    assert len(list_changes(with_lines(*rows("")), with_lines(*rows(" uusi")), words())) == 100
    same = [line("[aika]")] * 300
    assert list_changes(with_lines(*same), with_lines(*same[1:]), words()) == (
        Change(ACCOUNT, same[0], None),
    )


@pytest.mark.parametrize("house", LAYOUTS)
def test_every_language_tells_changes(house: str) -> None:
    """The list stands behind the reason on the first page, under a heading with the older one's number."""
    wording = words_of(bare_house(house))
    newer = tell_changes(with_lines(line("Ett.")), with_lines(line("Två."), version=4), wording)
    assert newer.cover[1].key == KEY
    assert newer.cover[1].heading is not None
    assert "1" in newer.cover[1].heading
    assert ACCOUNT in told_in(newer)[0]
