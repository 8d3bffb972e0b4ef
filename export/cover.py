"""Writes the first page of a draft, why it was made, and the last: what is missing, and the sources."""

import re
from collections.abc import Iterable, Iterator

from export.brief import Brief
from export.naming import name_source
from export.phrases import gap, join, plain
from export.text import capital, cut, fold
from export.times import tell_day
from records.base import Span
from records.draft import (
    Block,
    Citation,
    Cited,
    Fact,
    Facts,
    Line,
    Paragraph,
    Piece,
    Placeholder,
    Plain,
    Points,
    Section,
)

_LONGEST_QUOTE = 300
_BESIDE = re.compile(r"[^\w\n]{0,3}")


def cover_sections(brief: Brief, identity: str) -> tuple[Section, ...]:
    """Return the first page: why the draft was made, for which body and meeting, how to read it."""
    words = brief.wording.cover
    reason = Paragraph(line=brief.say_of_source(words.reasons[brief.trigger.kind]))
    notes = Points(items=tuple(plain(note) for note in words.notes))
    return (
        Section(key="why", heading=words.why, blocks=(reason,)),
        Section(key="facts", heading=words.facts, blocks=(_facts(brief, identity),)),
        Section(key="reading", heading=words.reading, blocks=(notes,)),
    )


def _facts(brief: Brief, identity: str) -> Facts:
    words, wording = brief.wording.cover, brief.wording
    body = brief.house.training_body
    made = tell_day(brief.trigger.made_at.date(), wording.dates)
    told: tuple[tuple[str, Line], ...] = (
        (words.document, plain(capital(brief.house.document))),
        (words.council, brief.known().get("council") or (gap("council", wording),)),
        (words.body, plain(capital(body.name)) if body else (gap("body", wording),)),
        (words.meeting, brief.known().get("meeting") or (gap("meeting", wording),)),
        (words.made, plain(made)),
        (words.id, plain(identity)),
    )
    return Facts(facts=tuple(Fact(label=label, line=line) for label, line in told))


def closing_sections(
    brief: Brief, lines: Iterable[Line], sources: tuple[Citation, ...]
) -> tuple[Section, ...]:
    """Return the last page for a draft of these lines: each placeholder once, then the sources and quotes."""
    words = brief.wording.closing
    pieces = [piece for line in lines for piece in line]
    gaps = {(piece.key, piece.text): piece for piece in pieces if isinstance(piece, Placeholder)}
    items = tuple(plain(f"[{each.text}] – {each.hint}") for each in gaps.values())
    listed: list[Block] = [Paragraph(line=plain(words.sources_intro))]
    for number, citation in enumerate(sources):
        listed.append(Paragraph(line=_source_line(brief, number, citation), role="source"))
        listed.extend(_quotes(brief, number, pieces))
    return (
        Section(
            key="fill",
            heading=words.fill,
            blocks=(Paragraph(line=plain(words.fill_intro)), Points(items=items)),
        ),
        Section(key="sources", heading=words.sources, blocks=tuple(listed)),
    )


def _source_line(brief: Brief, number: int, citation: Citation) -> Line:
    line = plain(f"[{number + 1}] {name_source(citation, brief.wording)}")
    if citation.url is None:
        return line
    return *line, Plain(text=" "), Plain(text=citation.url, link=citation.url)


def _quotes(brief: Brief, number: int, pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Yield the quotes that the draft rests on, in the order of the source, as one paragraph."""
    source, (start, end) = brief.source, brief.wording.quotes
    cited = (piece for piece in pieces if isinstance(piece, Cited) and piece.source == number)
    spans = _merge(source.record.text, {span for piece in cited for span in piece.spans})
    language = source.tag if source.foreign else None
    quotes = [
        (
            Plain(text=start),
            Plain(text=cut(fold(source.record.text[first:last]), _LONGEST_QUOTE), language=language),
            Plain(text=end),
        )
        for first, last in spans
    ]
    if quotes:
        yield Paragraph(line=join(quotes, "; "), role="quote")


def _merge(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those within or right beside each other on a line as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        before = merged[-1][1] if merged else None
        if before is not None and (start <= before or _BESIDE.fullmatch(text, before, start)):
            merged[-1] = merged[-1][0], max(before, end)
        else:
            merged.append((start, end))
    return merged
