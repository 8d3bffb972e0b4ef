"""Knows which address of a CloudNC site answers what."""

from samples.answer import NOT_FOUND, Answer, Query, html_answer, pdf_answer
from samples.cloudnc_pages import render_body, render_front, render_item, render_meeting
from samples.cloudnc_view import Pages
from samples.dynasty_view import View
from samples.markup import Block, read_blocks
from samples.pdf import render_pdf


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the site answers to `path` (with the site's prefix taken off); it has no feed.

    An item that was withdrawn is gone from every list, and its own address answers 404.
    """
    del query
    pages = Pages(view)
    asked = f"{view.council.site.prefix}{path.rstrip('/')}"
    page = _page(pages, asked)
    return html_answer(page, view.council.site.charset) if page else _file(pages, asked)


def _page(pages: Pages, asked: str) -> str | None:
    if asked == pages.front:
        return render_front(pages)
    body = next((one for one in pages.bodies() if asked == pages.body_path(one)), None)
    if body:
        return render_body(pages, body)
    meeting = next((one for one in pages.council.meetings if asked == pages.meeting_path(one)), None)
    if meeting:
        return render_meeting(pages, meeting)
    shown = next((one for one in pages.newest() if asked == pages.item_path(one)), None)
    return render_item(pages, shown) if shown else None


def _file(pages: Pages, asked: str) -> Answer:
    """Return a document that hangs on an item; its address tells no kind, its answer does."""
    for shown in pages.newest():
        for one in shown.item.attachments:
            if asked == pages.file_path(shown, one) and not one.missing:
                blocks = [Block("title", one.title), *read_blocks(one.text)]
                name = pages.council.source.council.name
                return pdf_answer(render_pdf(blocks, title=one.title, language="fi", head=name))
    return NOT_FOUND
