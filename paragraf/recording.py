"""From a page's items to their records, with the documents that hang on them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.decision_types import SourceHints
from paragraf.attachments import Reader
from paragraf.extracting import Extracted, Job
from records.council import Source
from records.document import DocumentRecord, Origin
from records.item import Item
from records.page import FeedEntry, Page


@dataclass(frozen=True, slots=True)
class Recorded:
    """An item with its record and the pages that it rests on, its own first."""

    item: Item
    record: DocumentRecord
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A page, and what led to it: the entry of a source."""

    source: Source
    entry: FeedEntry
    page: Page


def record_items(
    listed: Listed, items: Iterable[Item], reader: Reader, extract: Callable[[Job], Extracted]
) -> Iterator[Recorded]:
    """Yield each item of a page (each section of a whole protocol) with its record.

    Of those on training the documents that hang on them are read, too.
    """
    for found in items:
        item, own = reader.read_text(found)
        origin, hints = _origin(listed, item), _hints(listed, item)
        for part, record in extract(Job(item, origin, hints, listed.source.language)):
            if record.relevance.is_programme:
                yield _with_attached(
                    Job(part, origin, hints, listed.source.language, whole=False),
                    record,
                    (listed.page, *own),
                    reader,
                    extract,
                )
            else:
                yield Recorded(part, record, (listed.page, *own))


def _with_attached(
    job: Job,
    record: DocumentRecord,
    pages: tuple[Page, ...],
    reader: Reader,
    extract: Callable[[Job], Extracted],
) -> Recorded:
    item, beside = reader.read_attached(job.item)
    if not beside:
        return Recorded(job.item, record, pages)
    ((item, record),) = extract(Job(item, job.origin, job.hints, job.language, whole=False))
    return Recorded(item, record, (*pages, *beside))


def _origin(listed: Listed, item: Item) -> Origin:
    source, page = listed.source, listed.page
    return Origin(
        url=item.url or page.final_url,
        system=source.system,
        publisher=source.council.name,
        publisher_type=source.council.type,
        country=source.council.country,
        retrieved_at=page.retrieved_at,
        sha256=page.sha256,
        media_type=page.media_type or None,
    )


def _hints(listed: Listed, item: Item) -> SourceHints:
    source, entry = listed.source, listed.entry
    return SourceHints(
        url=item.url,
        feed_title=entry.subject,
        feed_body=entry.body,
        feed_date=entry.meeting_date,
        system=source.system,
        proposal_labels=source.proposal_labels,
        bodies=source.bodies,
    )
