"""Writes what a draft says: a decision item for a home house from a programme that was published."""

from collections.abc import Mapping

from config.houses import House
from config.wording import Wording
from export.basis import UNKNOWN, Basis, Occasion, convene
from export.brief import Brief, cited_title
from export.citing import Source, describe_source
from export.cover import closing_sections, cover_sections
from export.parts import item_head, item_sections
from records.draft import Draft, Line, Plain, Trigger, block_lines, draft_id, section_lines


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
    house, record = convene(house, occasion), basis.record
    source = Source(record=record, number=0, foreign=record.language != house.language)
    brief = Brief(source, basis.programme, house, wording, names, trigger, occasion.meeting)
    identity = draft_id(house.id, trigger)
    cover, sections, head = cover_sections(brief, identity), item_sections(brief), item_head(brief)
    heading = brief.say(wording.titles[brief.aim])
    title = cited_title(brief)
    sources = (describe_source(source, brief.decision, title.text if title else None),)
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
        meeting_date=occasion.meeting,
        title=_title(wording, heading),
        cover=cover,
        heading=heading,
        head=head,
        sections=sections,
        closing=closing_sections(brief, lines, sources),
        sources=sources,
    )


def _title(wording: Wording, heading: Line) -> str:
    told = " ".join(piece.text.strip() for piece in heading if isinstance(piece, Plain))
    return f"{wording.draft}: {told}"
