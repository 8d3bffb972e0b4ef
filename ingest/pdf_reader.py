"""Knows processes: the one that reads PDFs, started when it is needed, ended when it takes too long."""

import atexit
import json
import os
import subprocess
import sys
import threading
from typing import Any

from ingest.pdf_worker import read_message, write_message

_LONGEST = 120.0
_MEMORY = 2 << 30


class Lost(Exception):
    """The process ended over a PDF; `late` tells that it was ended because it took too long."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("too late" if late else "lost")
        self.late = late


class PdfReader:
    """Reads PDFs one after the other in a process of its own.

    At most `longest` seconds each, in at most `memory` bytes (where the system can bound it). For any
    number of threads, but not across a fork.
    """

    def __init__(self, longest: float = _LONGEST, memory: int = _MEMORY) -> None:
        self._longest = longest
        self._memory = memory
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, content: bytes) -> dict[str, Any]:
        """Return what `ingest.pdf_worker.answer` says of a PDF; raises Lost."""
        with self._lock:
            process = self._started()
            late = threading.Event()

            def end() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(self._longest, end)
            timer.start()
            try:
                message = _exchange(process, content)
            finally:
                timer.cancel()
                timer.join()
            if late.is_set() or message is None:
                self._end()
                raise Lost(late=late.is_set())
        told: dict[str, Any] = json.loads(message)
        return told

    def close(self) -> None:
        """End the process, if there is one; the next PDF starts another."""
        with self._lock:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "ingest.pdf_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                start_new_session=True,  # Ctrl-C is for the program, which then closes the pipe
            )
            _exchange(self._process, str(self._memory).encode())
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _exchange(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
    """Send a PDF and return the answer, None when the process ends before it has one."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        write_message(process.stdin, content)
        return read_message(process.stdout)
    except BrokenPipeError:
        return None


READER = PdfReader()
"""This program's reader; it starts nothing before its first PDF."""
atexit.register(READER.close)
