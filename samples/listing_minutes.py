"""Knows how the minutes of a whole meeting are printed, as one document."""

from collections.abc import Iterator

from samples.answer import Answer, html_answer, pdf_answer
from samples.council import Meeting
from samples.dynasty_view import Shown, View
from samples.listing_words import ListingWords, load_words
from samples.markup import Block, grouped, html_of, html_table
from samples.parts import Part
from samples.pdf import render_pdf

_HEADS = frozenset({"title", "line", "section", "front"})
_RANKS = {"title": "h1", "heading": "h2"}


def words_of(view: View) -> ListingWords:
    """Return the words of the council's own language."""
    return load_words(view.council.source.language or "sv")


def minutes_pdf(view: View, meeting: Meeting) -> Answer:
    """Return the minutes, or the agenda, of a meeting as a PDF with running lines."""
    words, name = words_of(view), view.council.source.council.name
    head = f"{name}  |  {meeting.body}  |  {_kind(view, meeting)} {meeting.date.isoformat()}"
    language = view.council.source.language or "und"
    blocks = list(_blocks(view, meeting, words))
    return pdf_answer(
        render_pdf(blocks, title=blocks[0].text, language=language, head=head, foot="{page} ({pages})")
    )


def minutes_page(view: View, meeting: Meeting) -> Answer:
    """Return the minutes, or the agenda, of a meeting as a web page."""
    words = words_of(view)
    blocks = _blocks(view, meeting, words)
    name = view.council.source.council.name
    return html_answer(
        f"<!DOCTYPE html>\n<html lang='{view.council.source.language}'><head><meta charset='utf-8'>"
        f"<title>{_kind(view, meeting)} - {name}</title></head>\n<body><header>{name}</header>\n"
        f"<main>\n{''.join(map(_html, grouped(blocks)))}</main>\n"
        f"<footer>{words.kept_by}, {name}</footer></body></html>\n",
        view.council.site.charset,
    )


def _kind(view: View, meeting: Meeting) -> str:
    words = words_of(view)
    return words.heading if view.state(meeting) == "minutes" else words.agenda


def _blocks(view: View, meeting: Meeting, words: ListingWords) -> Iterator[Block]:
    """Yield the head of the minutes and their items."""
    yield Block("title", _kind(view, meeting))
    yield Block("paragraph", view.council.source.council.name)
    yield Block("row", f"{words.body}: | {meeting.body}")
    yield Block("row", f"{words.place}: | {meeting.place}, {words.clock} {meeting.clock}")
    yield Block("row", f"{words.day}: | {meeting.date:%d.%m.%Y}")
    for shown in view.items(meeting):
        yield from _item(view, shown)


def _item(view: View, shown: Shown) -> Iterator[Block]:
    pattern = view.council.site.listing.item if shown.state == "minutes" else "{section}."
    number = shown.item.section if shown.state == "minutes" else shown.item.n
    told = pattern.format(section=number, year=f"{shown.meeting.date:%y}")
    yield Block("heading", f"{told} {shown.item.title}")
    for part in view.parts(shown):
        if part.role not in _HEADS:
            yield from _part(view, part)


def _part(view: View, part: Part) -> Iterator[Block]:
    before = view.council.site.listing.case
    if part.role == "case":
        yield Block("paragraph", f"{before} {part.blocks[0].text}".strip())
        return
    if part.label:
        yield Block("heading", part.label)
    yield from part.blocks


def _html(run: tuple[Block, ...]) -> str:
    if run[0].kind == "row":
        return html_table(run) + "\n"
    made = html_of(run[0])
    rank = _RANKS.get(run[0].kind)
    return (f"<{rank}>{made[6:-8]}</{rank}>" if rank else made) + "\n"
