"""Knows the names of files that are being written, and whether their writer still lives."""

import os
import platform
import re
import threading
from pathlib import Path

UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.gz\.(?P<node>[\w-]*)\.(?P<process>\d+)\.\d+")
"""The name of a page file that is being written: whose, on which machine, by which process and thread."""


def unfinished_name(name: str) -> str:
    """Return the name that a page file has until it is whole."""
    return f".{name}.{_node()}.{os.getpid()}.{threading.get_ident()}"


def sweep_leftovers(folder: Path) -> int:
    """Remove page files that a killed process of this machine had begun, and return how many.

    Those of processes at work, and of other machines that share the folder, are left alone. A file
    that cannot be removed stays: it takes room and does no harm.
    """
    swept = 0
    for place in folder.glob("??/.*"):
        found = UNFINISHED.fullmatch(place.name)
        if found and found["node"] == _node() and not _is_alive(int(found["process"])):
            try:
                place.unlink()
            except OSError:
                continue
            swept += 1
    return swept


def _node() -> str:
    return re.sub(r"[^\w-]", "_", platform.node())


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()
