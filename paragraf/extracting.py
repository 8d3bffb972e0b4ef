"""Where extraction runs: in this process, or in several beside it where many pages wait."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

from config.settings import Settings
from extract.decision_types import SourceHints
from extract.document import extract_item, words_of
from extract.named import NameReaders
from extract.split import split_item
from paragraf.names import name_readers
from records.document import DocumentRecord, Origin
from records.item import Item

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 3
"""So many things a worker wait for it, and no more: memory stays flat however many there are."""
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
    """Extracts in as many processes as the settings say, right here where that is one.

    A context manager, safe to ask from many threads.
    """

    def __init__(self, settings: Settings) -> None:
        self._names = name_readers(settings)
        self._workers = settings.extract.workers
        several = self._workers > 1
        self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"), _begin) if several else None

    def extract(self, job: Job) -> Extracted:
        """Return what `extract_job` does."""
        if self._pool is None:
            return extract_job(job, self._names)
        return self._pool.submit(extract_job, job, self._names).result()

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """Yield what `work` makes of each thing, in their order; only a few wait at a time."""
        if self._pool is None:
            yield from map(work, things)
            return
        waiting: deque[Future[R]] = deque()
        for thing in things:
            waiting.append(self._pool.submit(work, thing))
            if len(waiting) > _AHEAD * self._workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Prepare a worker: the first process alone answers signals, and tells the others when it ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
