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

    Raises Busy when another program does not let go of it, and DraftError when there can be no lock, as on
    a shared folder that knows none.
    """
    path = outbox.with_name(f"{outbox.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("a+b")
    except OSError as error:
        raise _refused(path, "a folder that can be written", error) from error
    with handle:
        waited = 0.0
        while not _is_taken(path, handle):
            if waited >= wait:
                raise Busy(
                    str(path),
                    expected="an outbox that nobody else writes to",
                    found=f"one that another program has held for {wait:.0f} seconds",
                    advice="Try again when it has ended.",
                )
            sleep(_LOOK)
            waited += _LOOK
        yield


def _is_taken(path: Path, handle: IO[bytes]) -> bool:
    """Take the lock if it is free, and tell whether it is ours."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise _refused(path, "a file system that knows locks", error) from error
    return True


def _refused(path: Path, expected: str, error: OSError) -> DraftError:
    return DraftError(str(path), expected=expected, found=error.strerror or str(error))
