"""Where extraction runs: in this process, or in several beside it where many pages wait."""

import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from config.settings import Settings
from extract.decision_types import SourceHints
from extract.document import extract_item, words_of
from extract.named import NameReaders
from extract.split import split_item
from paragraf.names import name_readers
from records.document import DocumentRecord, Origin
from records.item import Item

Extracted = tuple[tuple[Item, DocumentRecord], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A document to extract, with what its source knows; `whole` where it may hold a whole meeting."""

    item: Item
    origin: Origin
    hints: SourceHints
    language: str | None = None
    whole: bool = True


def extract_job(job: Job, names: NameReaders | None = None) -> Extracted:
    """Return the items of a document (one for each section of a whole protocol) with their records."""
    parts: tuple[Item, ...] = (job.item,)
    if job.whole:
        parts = split_item(job.item, words_of(job.item, job.origin, job.language))
    return tuple((part, extract_item(part, job.origin, job.hints, job.language, names)) for part in parts)


class Extractors:
    """Extracts documents in as many processes as the settings say, right here where that is one.

    A context manager, safe to ask from many threads.
    """

    def __init__(self, settings: Settings) -> None:
        self._names = name_readers(settings)
        workers = settings.extract.workers
        self._pool = (
            ProcessPoolExecutor(workers, get_context("spawn"), _begin, (settings,)) if workers > 1 else None
        )

    def extract(self, job: Job) -> Extracted:
        """Return what `extract_job` does."""
        return self._pool.submit(_extract, job).result() if self._pool else extract_job(job, self._names)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


_own_names: NameReaders | None = None
"""What a worker process found in its settings when it began."""


def _begin(settings: Settings) -> None:
    """Prepare a worker: the first process alone answers signals, and tells the others when it ends."""
    global _own_names
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    _own_names = name_readers(settings)


def _extract(job: Job) -> Extracted:
    return extract_job(job, _own_names)
