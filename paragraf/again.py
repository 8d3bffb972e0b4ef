"""Kept pages read and extracted once more, since words, rules or cleaners have improved."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.settings import Settings
from ingest.systems import system_for
from paragraf.attachments import UNREAD, Reader
from paragraf.extracting import Extracted, Extractors, Job, extract_job
from paragraf.names import name_readers
from paragraf.progress import Progress
from paragraf.recording import Listed, Recorded, record_items
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.council import Source
from records.errors import Gone, ParagrafError
from records.page import Page
from records.run import Issue
from store.again import KeptPage, kept_pages
from store.items import save_item
from store.lock import source_lock

UNREADABLE = "kept_page_unreadable"


@dataclass(frozen=True, slots=True)
class Again:
    """What a kept page gave: its items, and what could not be read."""

    source: Source
    items: tuple[Recorded, ...]
    issues: tuple[Issue, ...]


def extract_again(workshop: Workshop, sources: Sequence[Source], progress: Progress) -> list[Tally]:
    """Extract every kept page of the sources anew and keep what differs; return what each source gave.

    Nothing is fetched, and what the site said before stays as it was: a record is put in the place of the
    one that was read from the same page. What was taken down stays away, and a source that another
    machine is reading is left to it, with a warning. Raises StoreError at a page whose file is gone or
    damaged.
    """
    tallies = []
    with Extractors(workshop.settings) as extractors:
        for source in sources:
            tally = Tally(source.id)
            with source_lock(workshop.store, source.id) as is_ours:
                if is_ours:
                    _source_again(workshop, source, extractors, tally, progress)
                else:
                    tally.warn(f"{source.id}: another machine reads it just now; try again later")
            progress.end(source.id, tally.describe())
            tallies.append(tally)
    return tallies


def _source_again(
    workshop: Workshop, source: Source, extractors: Extractors, tally: Tally, progress: Progress
) -> None:
    wanted = ((source, kept, workshop.settings) for kept in kept_pages(workshop.store, source.id))
    for again in extractors.map(read_again, wanted):
        if workshop.stopping.asked:
            break
        for issue in again.issues:
            tally.tell(issue)
        for found in again.items:
            progress.step(source.id, found.item.title or "")
            seen_at = found.pages[0].retrieved_at
            change = save_item(workshop.store, source, found.item, found.pages, found.record, seen_at)
            if change.kind != "taken_down":
                tally.add("fetched")
                tally.add("changed" if change.reread else change.kind)


def read_again(told: tuple[Source, KeptPage, Settings]) -> Again:
    """Return what a kept page gives now; runs in a process of its own where there are several.

    Documents that were not read with the item then are not kept, and not read now.
    """
    source, kept, settings = told
    tally = Tally(source.id)
    pages = {page.url: page for page in kept.beside}
    names = name_readers(settings)

    def fetch(url: str) -> Page:
        if url not in pages:
            raise Gone(url, expected="a document that is kept", found="none")
        return pages[url]

    def extract(job: Job) -> Extracted:
        return extract_job(job, names)

    reader = Reader(fetch, None, tally, settings.fetch.attachments)
    listed = Listed(source, kept.entry, kept.page)
    recorded: tuple[Recorded, ...] = ()
    try:
        items = system_for(source.system).read(kept.page, source, kept.entry)
        recorded = tuple(record_items(listed, items, reader, extract))
    except ParagrafError as error:
        tally.warn(f"{error}; its record stays as it was", kept.page.url, UNREADABLE)
    return Again(source, recorded, tuple(issue for issue in tally.issues if issue.kind != UNREAD))
