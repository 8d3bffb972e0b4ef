"""Knows how the documents that hang on an item become part of its text."""

from collections.abc import Mapping

from ingest.clean import CleanText, moved
from ingest.formats import read_plain, sniff
from ingest.html import clean_html
from records.item import Attachment, Item
from records.page import Page

_GAP = "\n\n"
_KINDS = ("pdf", "docx")
_MEDIA_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


def may_be_read(attachment: Attachment) -> bool:
    """Tell whether an attachment is a PDF or Word document, by its media type or its ending."""
    ending = attachment.url.partition("?")[0].rpartition(".")[2].lower()
    return attachment.media_type in _MEDIA_TYPES or ending in _KINDS


def read_attachment(page: Page) -> CleanText:
    """Return the clean text of a document that hangs on an item.

    Raises ReadError for what is empty or of a kind that cannot be read.
    """
    kind = sniff(page.content, page.final_url, page.media_type)
    if kind == "html":
        return clean_html(page.content, page.charset, page.url)
    return read_plain(page.content, page.url, kind, page.charset)[0]


def with_attached(item: Item, texts: Mapping[str, CleanText]) -> Item:
    """Return the item with the texts of its attachments, by their addresses, laid below its own.

    Each attachment so read tells where its text stands. What the item's text says keeps its place.
    """
    text, blocks = item.text, list(item.blocks)
    attachments: list[Attachment] = []
    for attachment in item.attachments:
        read = texts.get(attachment.url)
        if read is None or attachment.read:
            attachments.append(attachment)
            continue
        start = len(text) + len(_GAP)
        text = f"{text}{_GAP}{read.text}"
        blocks += [moved(block, start) for block in read.blocks]
        update = {"read": True, "span": (start, len(text))}
        attachments.append(attachment.model_copy(update=update))
    return item.model_copy(update={"text": text, "blocks": tuple(blocks), "attachments": tuple(attachments)})
