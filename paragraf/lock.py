"""Knows file locks: one sync at a time for one home."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from records.errors import Busy, StoreError

_LOOKS, _LOOK = 3, 0.05
"""How often the lock is tried again, and after how many seconds: a look at it lasts no longer."""


@contextmanager
def sync_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder` while the block runs.

    Raises Busy, naming the process that holds it, when it is taken. The kernel frees the lock
    when its holder dies, so a killed sync never leaves a stale one.
    """
    path = folder / "sync.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(str(path), expected="a folder that can be written", found=str(error)) from error
    with handle:
        try:
            _take(handle)
        except BlockingIOError as error:
            handle.seek(0)
            raise Busy(
                str(path),
                expected="no other sync of this home",
                found=f"one held by process {handle.read().strip() or 'unknown'}",
                advice="Wait until it ends; nothing was done.",
            ) from error
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def _take(handle: IO[str]) -> None:
    """Take the lock, past those who only look whether it is taken; raises BlockingIOError."""
    for _ in range(_LOOKS):
        with suppress(BlockingIOError):
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        time.sleep(_LOOK)
    return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_at_work(folder: Path) -> bool:
    """Tell whether a sync of the home `folder` is at work just now."""
    try:
        with (folder / "sync.lock").open("rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
