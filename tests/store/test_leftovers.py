"""Files that a killed process had begun are swept; those at work are not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.leftovers import sweep_leftovers, unfinished_name

PAGE = f"{'ab' * 32}.gz"


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def _named(folder: Path, process: int, node: str | None = None) -> Path:
    own = f".{os.getpid()}."
    name = unfinished_name(PAGE).replace(own, f".{process}.")
    if node is not None:
        name = f".{PAGE}.{node}.{process}.1"
    place = folder / "ab" / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"half")
    return place


def test_what_a_dead_process_had_begun_is_removed(tmp_path: Path, dead: int) -> None:
    """Its file goes, the page files stay."""
    place = _named(tmp_path, dead)
    page = tmp_path / "ab" / PAGE
    page.write_bytes(b"whole")

    assert sweep_leftovers(tmp_path) == 1
    assert (place.exists(), page.exists()) == (False, True)


def test_what_others_are_writing_stays(tmp_path: Path, dead: int) -> None:
    """A process at work finishes its file; other machines' processes cannot be asked."""
    at_work = _named(tmp_path, os.getppid())
    elsewhere = _named(tmp_path, dead, "another-machine")

    assert sweep_leftovers(tmp_path) == 0
    assert at_work.exists()
    assert elsewhere.exists()
