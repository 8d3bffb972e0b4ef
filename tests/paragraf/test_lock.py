"""One sync at a time."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from paragraf.lock import is_at_work, sync_lock
from records.errors import Busy, StoreError

HOLDER = """
import sys, time
from pathlib import Path
from paragraf.lock import sync_lock
with sync_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_sync_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    """While one process holds the lock, another gets Busy naming it; a killed holder frees it."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy, match=f"process {holder.pid}"), sync_lock(tmp_path):
            pass
    finally:
        holder.kill()
        holder.communicate()

    with sync_lock(tmp_path):
        assert str(os.getpid()) == (tmp_path / "sync.lock").read_text()


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    """Two syncs one after the other do not meet."""
    for _ in range(2):
        with sync_lock(tmp_path):
            assert time.monotonic() > 0


def test_a_home_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    """A file where the home should be is told by name."""
    (tmp_path / "home").write_text("")

    with pytest.raises(StoreError, match="home"), sync_lock(tmp_path / "home"):
        pass


def test_a_look_keeps_no_sync_from_starting(tmp_path: Path) -> None:
    """A doctor asks by holding the lock for a moment, which is waited for."""
    with sync_lock(tmp_path):
        pass
    with (tmp_path / "sync.lock").open("rb") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        moment = threading.Timer(0.05, fcntl.flock, (looking, fcntl.LOCK_UN))
        moment.start()
        with sync_lock(tmp_path):
            assert is_at_work(tmp_path)
        moment.join()
