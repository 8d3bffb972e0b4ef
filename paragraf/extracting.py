"""Where extraction runs: in this process, or in several beside it where many pages wait."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Lock, Thread
from types import TracebackType
from typing import Self, TypeVar

from config.settings import Settings
from extract.decision_types import SourceHints
from extract.document import extract_item, words_of
from extract.named import NameReaders
from extract.split import split_item
from paragraf.names import name_readers
from records.document import DocumentRecord, Origin
from records.errors import ReadError
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
        self._pool = _new_pool(self._workers) if self._workers > 1 else None
        self._lock = Lock()

    def extract(self, job: Job) -> Extracted:
        """Return what `extract_job` does.

        A worker that dies (of too little memory, say) takes the others with it: they are begun anew, and
        the job is tried once more. Raises ReadError when that fails too; the next job has workers again.
        """
        for _ in range(2):
            pool = self._pool
            if pool is None:
                return extract_job(job, self._names)
            try:
                return pool.submit(extract_job, job, self._names).result()
            except BrokenProcessPool:
                self._renew(pool)
        raise _died(job.item.url or job.item.native_id)

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = _new_pool(self._workers)

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """Yield what `work` makes of each thing, in their order; only a few wait at a time.

        Raises ReadError when a worker dies.
        """
        try:
            yield from self._map(work, things)
        except BrokenProcessPool as error:
            raise _died("the pages in work") from error

    def _map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
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


def _new_pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin)


def _died(where: str) -> ReadError:
    return ReadError(
        where,
        expected="a text that can be extracted",
        found="a worker that died over it",
        advice="Give it more memory, or set [extract] workers lower.",
    )


def _begin() -> None:
    """Prepare a worker: the first process alone answers signals, and tells the others when it ends.

    One that is killed tells nobody, and its workers would wait for ever: they watch it.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    first = parent_process()
    if first is not None:
        Thread(target=_end_with, args=(first.sentinel,), daemon=True).start()


def _end_with(first: int) -> None:
    wait([first])
    os._exit(1)
