"""Writes what a draft says: a decision item for a home house from a programme that was published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from config.houses import House
from config.wording import Wording
from export.basis import UNKNOWN, Basis, Occasion, convene
from export.brief import Brief, cited_title
from export.citing import Source, describe_source
from export.cover import closing_sections, cover_sections
from export.parts import item_head, item_sections
from records.draft import Citation, Draft, Line, Plain, Trigger, block_lines, draft_id, section_lines
from records.errors import DraftError


def draft_programme(
    basis: Basis,
    house: House,
    wording: Wording,
    names: Mapping[str, str],
    trigger: Trigger,
    occasion: Occasion = UNKNOWN,
) -> Draft:
    """Return the draft that a programme gives a house, in its language and under its headings.

    `names` maps topic, audience and format codes to their names in the house's language. What the
    source tells is told as its statement, each value with its quote; the house's own dates, sums
    and names are placeholders. Raises DraftError when the house's grammar has no wording.
    """
    house = convene(house, occasion)
    source = _source(basis, 0, house)
    return _write(Brief(source, basis.programme, house, wording, names, trigger, occasion.meeting))


def draft_precedents(
    bases: Sequence[Basis],
    house: House,
    wording: Wording,
    names: Mapping[str, str],
    trigger: Trigger,
    occasion: Occasion = UNKNOWN,
) -> Draft:
    """Return the draft that earlier programmes or items give a house, its own or those of others.

    As `draft_programme`, but what the precedents say in the house's language is carried over as its
    own text, marked so, and their sessions make one programme. Each date, sum, name, § and year of a
    precedent is a placeholder that shows it. A basis given twice counts once. Raises DraftError when
    there is none, or when the house's grammar has no wording.
    """
    chosen = tuple({basis.id: basis for basis in bases}.values())
    if not chosen:
        raise DraftError(f"house {house.id}", expected="a programme or item to build on", found="none")
    house = convene(house, occasion)
    numbers = _numbers(chosen)
    briefs = [
        Brief(
            _source(basis, numbers[basis.id], house),
            basis.programme,
            house,
            wording,
            names,
            trigger,
            occasion.meeting,
            people=basis.names,
            precedent=True,
        )
        for basis in chosen
    ]
    return _write(replace(briefs[0], others=tuple(briefs[1:])))


def _numbers(bases: Sequence[Basis]) -> dict[str, int]:
    """Return the numbers of the bases' sources by the bases' ids; programmes of one item have one source."""
    items: dict[tuple[str | None, str, int | None], int] = {}
    numbers: dict[str, int] = {}
    for basis in bases:
        record = basis.record
        held = 0 if basis.programme is None else record.programmes[basis.programme].decision
        numbers[basis.id] = items.setdefault((record.source.url, record.text, held), len(items))
    return numbers


def _source(basis: Basis, number: int, house: House) -> Source:
    language = basis.record.language.partition("-")[0]
    return Source(record=basis.record, number=number, foreign=language != house.language)


def _write(brief: Brief) -> Draft:
    house, trigger, identity = brief.house, brief.trigger, draft_id(brief.house.id, brief.trigger)
    cover, sections, head = cover_sections(brief, identity), item_sections(brief), item_head(brief)
    heading = brief.say(brief.wording.titles[brief.aim])
    sources = tuple(map(_describe, brief.first_of_each))
    lines = (*section_lines(cover), heading, *block_lines(head), *section_lines(sections))
    return Draft(
        id=identity,
        house=house.id,
        council=house.council,
        language=house.language,
        tag=house.tag,
        country=house.country,
        document=house.document,
        trigger=trigger,
        body=house.training_body.name if house.training_body else None,
        meeting_date=brief.meeting,
        title=_title(brief.wording, heading),
        cover=cover,
        heading=heading,
        head=head,
        sections=sections,
        closing=closing_sections(brief, lines, sources),
        sources=sources,
    )


def _describe(brief: Brief) -> Citation:
    title = cited_title(brief)
    return describe_source(brief.source, brief.decision, title.text if title else None)


def _title(wording: Wording, heading: Line) -> str:
    told = " ".join(piece.text.strip() for piece in heading if isinstance(piece, Plain))
    return f"{wording.draft}: {told}"
