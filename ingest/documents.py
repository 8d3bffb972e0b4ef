"""Knows single documents, from a file, an address or standard input: what they are and how to read them."""

import datetime as dt
import json

from ingest.charset import decode
from ingest.clean import CleanText, join_texts
from ingest.formats import read_plain, sniff
from ingest.systems import detect_system, system_for
from records.council import Council, Source
from records.item import Item
from records.page import Page

_NO_SOURCE = Source(id="", system="webpage", council=Council(name="", country="FI"))
"""Stands in for the source of a document that has none: nothing of it is told on."""


def read_document(
    content: bytes,
    name: str,
    *,
    media_type: str | None = None,
    system: str | None = None,
    source: Source | None = None,
    url: str | None = None,
) -> Item:
    """Return one document as one item; `name` is its file name, or "-".

    `media_type` is what HTTP declared (with charset), `system` a record system's name, `source` whom it
    belongs to, `url` where it came from; what is not given is told by the content. A page that holds
    a whole meeting is one item here. Bare text stays as it stands but for its line ends.
    Raises ReadError, saying what to do, for what is empty or cannot be read.
    """
    where = url or name
    page = Page(
        url=where,
        final_url=where,
        status=200,
        headers={"content-type": media_type} if media_type else {},
        content=content,
        retrieved_at=dt.datetime.now(dt.UTC),
    )
    kind = sniff(content, name if "." in name else where, media_type)
    source = source or _NO_SOURCE
    if kind == "html" or (system and kind == "text" and _is_json(content)):
        return _joined(_read_markup(page, system, source))
    text, version = read_plain(content, where, kind, page.charset)
    return Item(
        source_id=source.id,
        base_id="",
        native_id=where,
        url=url,
        text=text.text,
        blocks=text.blocks,
        text_version=version,
        language=source.language,
    )


def _is_json(content: bytes) -> bool:
    """Tell whether bare text is an answer of a record system's interface."""
    if content.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _read_markup(page: Page, system: str | None, source: Source) -> tuple[Item, ...]:
    told = system or (source.system if source is not _NO_SOURCE else None)
    name = told or detect_system(decode(page.content, page.charset)) or _NO_SOURCE.system
    return system_for(name, page.url).read(page, source)


def _joined(items: tuple[Item, ...]) -> Item:
    first, *rest = items
    if not rest:
        return first
    text = join_texts(CleanText(item.text, item.blocks) for item in items)
    attachments = tuple(attachment for item in items for attachment in item.attachments)
    return first.model_copy(update={"text": text.text, "blocks": text.blocks, "attachments": attachments})
