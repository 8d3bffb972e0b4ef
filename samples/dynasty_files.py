"""Knows the PDF files beside Dynasty's pages: meetings, items, attachments, appeal instructions."""

import re
from collections.abc import Iterator

from samples.answer import NOT_FOUND, Answer, pdf_answer
from samples.dynasty_view import Shown, View
from samples.markup import Block, read_blocks
from samples.parts import Part
from samples.pdf import render_pdf

NAME = re.compile(r"(?P<meeting>\d+)(?:-(?P<n>\d+))?(?:-(?P<attachment>\d+))?\.PDF", re.IGNORECASE)


def file_answer(view: View, name: str) -> Answer:
    """Return the file `2026418.PDF`, `2026418-9.PDF` or `2026418-9-51234.PDF`, or 404."""
    found = NAME.fullmatch(name)
    meeting = view.find_meeting(found["meeting"]) if found else None
    if found is None or meeting is None:
        return NOT_FOUND
    if found["n"] is None:
        blocks = [block for shown in view.items(meeting) for block in _item(view, shown)]
        return _pdf(view, meeting.body, blocks)
    if found["n"] == "0":
        return _pdf(view, view.words.appeal, [Block("title", view.words.appeal)])
    shown = view.find_item(f"{meeting.id}-{found['n']}")
    if shown is None or found["attachment"] is None:
        return _pdf(view, shown.item.title, list(_item(view, shown))) if shown else NOT_FOUND
    return _attachment(view, shown, int(found["attachment"]))


def _attachment(view: View, shown: Shown, number: int) -> Answer:
    for one in shown.item.attachments:
        if one.id == number and not one.missing:
            return _pdf(view, one.title, [Block("title", one.title), *read_blocks(one.text)])
    return NOT_FOUND


def _item(view: View, shown: Shown) -> Iterator[Block]:
    yield Block("paragraph", view.body(shown.meeting))
    yield Block("paragraph", view.heading(shown, "/"))
    for part in view.parts(shown):
        yield from _part(part)


def _part(part: Part) -> Iterator[Block]:
    if part.role == "title":
        yield Block("heading", part.blocks[0].text)
        return
    if part.label:
        yield Block("heading", part.label)
    yield from part.blocks


def _pdf(view: View, title: str, blocks: list[Block]) -> Answer:
    name = view.council.source.council.name
    language = view.council.site.language
    return pdf_answer(render_pdf(blocks, title=title, language=language, head=name, foot="{page} ({pages})"))
