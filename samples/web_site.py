"""Knows which address of an ordinary municipal web site answers what, with ETags as such sites send them."""

import hashlib
from dataclasses import replace

from samples.answer import NOT_FOUND, Answer, html_answer, pdf_answer
from samples.council import Council, WebPage
from samples.markup import read_blocks
from samples.pdf import render_pdf


def answer(council: Council, path: str, known_etag: str = "") -> Answer:
    """Return the page at `path` (with the site's prefix taken off), 304 if its ETag is `known_etag`."""
    page = next((one for one in council.pages if one.path == path), None)
    if page is None:
        return NOT_FOUND
    full = _full(council, page)
    etag = f'"{hashlib.sha256(full.body).hexdigest()[:16]}"'
    if etag == known_etag:
        return Answer(status=304, headers={"ETag": etag})
    return replace(full, headers={"ETag": etag})


def _full(council: Council, page: WebPage) -> Answer:
    text = council.texts[page.file]
    if not page.file.endswith(".txt"):
        return html_answer(text, page.charset)
    blocks = read_blocks(text)
    language = council.source.language or "und"
    return pdf_answer(
        render_pdf(blocks, title=blocks[0].text, language=language, head=page.head, foot=page.foot)
    )
