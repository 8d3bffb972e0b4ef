"""Workers that die: the machine may take their memory away."""

import multiprocessing
import os
from collections.abc import Iterator

import pytest

from config.settings import ExtractSettings, Settings
from extract.decision_types import SourceHints
from paragraf.extracting import Extractors, Job, extract_job
from records.document import Origin
from records.errors import ReadError
from records.item import Block, Item

TEXT = "Kunnanhallitus 12.1.2026 § 4\nLuottamushenkilöiden koulutus\nPäätös\nHyväksyttiin."
ITEM = Item(
    source_id="kuusiranta",
    base_id="main",
    native_id="1",
    url=None,
    text=TEXT,
    blocks=(Block("paragraph", 0, len(TEXT)),),
    text_version="test-1",
    language="fi",
)
JOB = Job(ITEM, Origin(), SourceHints())


@pytest.fixture
def extractors() -> Iterator[Extractors]:
    """Two workers."""
    with Extractors(Settings(extract=ExtractSettings(workers=2))) as extractors:
        yield extractors


def test_workers_that_died_are_begun_anew(extractors: Extractors) -> None:
    """A job that meets their end is done by the next ones, and so is every later one."""
    whole = extract_job(JOB)
    assert extractors.extract(JOB) == whole
    for worker in multiprocessing.active_children():
        worker.kill()
        worker.join()

    assert [extractors.extract(JOB) for _ in range(3)] == [whole] * 3


def test_many_things_are_not_gone_through_without_workers(extractors: Extractors) -> None:
    """It is said what happened and what to do, instead of a traceback."""
    with pytest.raises(ReadError, match=r"a worker that died over it.*workers lower"):
        list(extractors.map(os._exit, range(8)))
