"""Workers that die: the machine may take their memory away."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

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


def test_workers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    """Nobody tells them: they would hold their memory until the machine is begun anew."""
    script = tmp_path / "program.py"
    script.write_text(_PROGRAM, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=_ENVIRONMENT
    )
    assert program.stdout is not None
    with program:
        workers = [int(number) for number in program.stdout.readline().split()]
        assert len(workers) == 2
        assert all(map(_is_alive, workers))
        program.kill()
    while any(map(_is_alive, workers)):
        time.sleep(0.05)


_ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

_PROGRAM = """
import multiprocessing, sys, time
from config.settings import ExtractSettings, Settings
from paragraf.extracting import Extractors

if __name__ == "__main__":
    with Extractors(Settings(extract=ExtractSettings(workers=2))) as extractors:
        assert list(extractors.map(abs, range(-9, 0)))
        print(*(worker.pid for worker in multiprocessing.active_children()), flush=True)
        time.sleep(600)
"""


def _is_alive(number: int) -> bool:
    """Tell whether a process is at work; one that ended and that nobody has asked about is not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
