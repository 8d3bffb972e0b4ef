"""Knows how to be the process that reads PDFs: bounded in memory, ended with the pipe that feeds it.

A few bytes of PDF can ask for any time and any memory, and where memory ends pdfium ends its process. So
it has one of its own, which can be lost.
"""

import json
import struct
import sys
from typing import IO

HEAD = struct.Struct(">Q")
"""Before each message its length in bytes."""


def read_message(pipe: IO[bytes]) -> bytes | None:
    """Return the next message of a pipe, None at its end or where it breaks off."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    message = pipe.read(length)
    return message if len(message) == length else None


def write_message(pipe: IO[bytes], message: bytes) -> None:
    """Write a message to a pipe."""
    pipe.write(HEAD.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def answer(content: bytes) -> dict[str, object]:
    """Return the `pages` of a PDF, or as `overlong` or `error` in words why there are none."""
    import pypdfium2

    from ingest.pdf_pages import Overlong, read_pages

    try:
        return {"pages": read_pages(content)}
    except Overlong as error:
        return {"overlong": str(error)}
    except (pypdfium2.PdfiumError, MemoryError) as error:
        return {"error": str(error) or type(error).__name__}


def main() -> None:
    """Answer each PDF that comes by standard input on standard output, until the input ends.

    The first message is no PDF, but how many bytes of memory this process may have; it comes back.
    """
    memory = read_message(sys.stdin.buffer)
    if memory is None:
        return
    _bound_memory(int(memory))
    write_message(sys.stdout.buffer, memory)
    while (content := read_message(sys.stdin.buffer)) is not None:
        write_message(sys.stdout.buffer, json.dumps(answer(content)).encode())


def _bound_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main()
