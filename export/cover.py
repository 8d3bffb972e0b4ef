"""Writes the first page of a draft, why it was made, and the last: what is missing, and the sources."""

import re
from collections.abc import Iterable, Iterator

from export.brief import Brief
from export.naming import name_source
from export.phrases import fill, gap, join, plain, show_olds
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
    notes = Points(items=tuple(plain(note) for note in _notes(brief)))
    return (
        Section(key="why", heading=words.why, blocks=_reason(brief)),
        Section(key="facts", heading=words.facts, blocks=(_facts(brief, identity),)),
        Section(key="reading", heading=words.reading, blocks=(notes,)),
    )


def _reason(brief: Brief) -> tuple[Block, ...]:
    """Return why the draft was made, with each precedent that it is built on."""
    words = brief.wording.precedent
    if not brief.precedent:
        return (Paragraph(line=brief.say_of_source(brief.wording.cover.reasons[brief.trigger.kind])),)
    reason = words.due_again if brief.trigger.kind == "due_again" else words.asked
    named = tuple(
        (
            *plain(f"[{each.source.number + 1}] "),
            *each.say_of_source(words.own if each.is_own else words.other),
        )
        for each in brief.first_of_each
    )
    return Paragraph(line=plain(reason)), Points(items=named)


def _notes(brief: Brief) -> tuple[str, ...]:
    """Return how to read the draft; that a source tells of others is said of others' sources."""
    if brief.precedent:
        return brief.wording.precedent.notes
    *first, last = brief.wording.cover.notes
    return (*first, last) if brief.is_own else (*first, brief.wording.cover.others, last)


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
    items = tuple(_gap_line(brief, each) for each in _gaps(pieces))
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


def _gaps(pieces: Iterable[Piece]) -> Iterable[Placeholder]:
    """Return each kind of placeholder once, with the old values of all."""
    gaps: dict[tuple[str, ...], list[Placeholder]] = {}
    for piece in pieces:
        if isinstance(piece, Placeholder):
            gaps.setdefault((piece.key, piece.text, piece.hint), []).append(piece)
    return (show_olds(same[0], (old for each in same for old in each.olds)) for same in gaps.values())


def _gap_line(brief: Brief, placeholder: Placeholder) -> Line:
    """Return a placeholder with its hint, and with what the precedents have there and which of them."""
    line = plain(f"[{placeholder.text}] – {placeholder.hint}")
    told = dict.fromkeys((old.text, old.language, old.source) for old in placeholder.olds)
    if not told:
        return line
    values = join(
        (
            (Plain(text=cut(text, _LONGEST_QUOTE), language=language), Plain(text=f" [{source + 1}]"))
            for text, language, source in told
        ),
        "; ",
    )
    was = fill(brief.wording.precedent.was, brief.wording, {"value": values})
    return *line, Plain(text=" ("), *was, Plain(text=")")


def _source_line(brief: Brief, number: int, citation: Citation) -> Line:
    line = plain(f"[{number + 1}] {name_source(citation, brief.wording)}")
    if citation.url is None:
        return line
    return *line, Plain(text=" "), Plain(text=citation.url, link=citation.url)


def _quotes(brief: Brief, number: int, pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Yield the quotes that the draft rests on, in the order of the source, as one paragraph."""
    source, (start, end) = brief.first_of_each[number].source, brief.wording.quotes
    cited = (each for piece in pieces for each in _values(piece) if each.source == number)
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


def _values(piece: Piece) -> tuple[Cited, ...]:
    if isinstance(piece, Placeholder):
        return piece.olds
    return (piece,) if isinstance(piece, Cited) else ()


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
