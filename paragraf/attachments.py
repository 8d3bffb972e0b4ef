"""Which documents are read with an item, and how their pages are come by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.attached import may_be_read, read_attachment, with_attached
from ingest.clean import CleanText
from ingest.systems.base import Fetch
from paragraf.tally import Tally
from records.errors import FetchError, Gone, ReadError
from records.item import Attachment, Item
from records.page import Page
from store.database import Store
from store.known import latest_page

UNREAD = "attachment_unread"
"""The kind of the issue that a document could not be read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads at most `most` documents of an item, and tells `tally` of those that could not be read.

    One that cannot be fetched is taken from the `store`, if there is one.
    """

    fetch: Fetch
    store: Store | None
    tally: Tally
    most: int

    def read_text(self, item: Item) -> tuple[Item, tuple[Page, ...]]:
        """Return the item with the document that holds its own text, if there is one, and its page.

        Raises FetchError or ReadError when that cannot be read: the item has no text without it. Never
        Gone, since the page that names the document is there, maybe with other items.
        """
        texts: dict[str, CleanText] = {}
        pages: list[Page] = []
        for attachment in item.attachments:
            if attachment.holds_text and not attachment.read:
                page = self._fetch_text(attachment.url)
                texts[attachment.url] = read_attachment(page)
                pages.append(page)
        return with_attached(item, texts), tuple(pages)

    def _fetch_text(self, url: str) -> Page:
        try:
            return self.fetch(url)
        except Gone as gone:
            raise FetchError(url, expected="the document with an item's text", found=gone.found) from gone

    def read_attached(self, item: Item) -> tuple[Item, tuple[Page, ...]]:
        """Return the item with its PDF and Word documents, and their pages; what cannot be read is told."""
        wanted = [one for one in item.attachments if may_be_read(one) and not one.read]
        read = list(self._read(wanted[: self.most]))
        for attachment in wanted[self.most :]:
            message = f"{attachment.url}: not read, since only {self.most} documents of an item are"
            self.tally.warn(message, attachment.url, UNREAD)
        texts = {attachment.url: text for attachment, text, _ in read}
        return with_attached(item, texts), tuple(page for _, _, page in read)

    def _read(self, wanted: Sequence[Attachment]) -> Iterator[tuple[Attachment, CleanText, Page]]:
        for attachment in wanted:
            try:
                page = self._page(attachment)
                yield attachment, read_attachment(page), page
            except (FetchError, ReadError) as error:
                self.tally.warn(str(error), attachment.url, UNREAD)

    def _page(self, attachment: Attachment) -> Page:
        """Fetch a document; one that cannot be fetched tonight is taken from what is kept."""
        try:
            return self.fetch(attachment.url)
        except FetchError as error:
            kept = latest_page(self.store, attachment.url) if self.store else None
            if kept is None:
                raise
            self.tally.warn(
                f"{error}; the one fetched on {kept.retrieved_at:%Y-%m-%d} is used", attachment.url
            )
            return kept
