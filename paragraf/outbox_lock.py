"""Knows that one program at a time lays drafts in an outbox."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from records.errors import Busy, DraftError

_WAIT, _LOOK = 60.0, 0.05
"""For how many seconds another program is waited for, which lays one draft, and how often one looks."""


@contextmanager
def outbox_lock(
    outbox: Path, wait: float = _WAIT, sleep: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Hold an outbox while the block runs; the kernel frees it when its holder dies.

    Raises Busy when another program does not let go of it, and DraftError when there can be no lock.
    """
    path = outbox.with_name(f"{outbox.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("a+b")
    except OSError as error:
        raise DraftError(
            str(path), expected="a folder that can be written", found=error.strerror or str(error)
        ) from error
    with handle:
        for _ in range(round(wait / _LOOK)):
            if _is_taken(handle):
                break
            sleep(_LOOK)
        else:
            raise Busy(
                str(path),
                expected="an outbox that nobody else writes to",
                found=f"one that another program has held for {wait:.0f} seconds",
                advice="Try again when it has ended.",
            )
        yield


def _is_taken(handle: IO[bytes]) -> bool:
    """Take the lock if it is free, and tell whether it is ours."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
