"""Knows packed answers (gzip and deflate), and never unfolds more of them than asked for."""

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip, deflate"
_PIECE = 65_536
_NAMES = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}


class Unsound(Exception):
    """Packed bytes are damaged, cut off, or packed in a way that was not asked for."""


def unpack(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield what packed `chunks` hold, in pieces of at most 64 KB, so that the taker can stop in time.

    `encoding` is the header Content-Encoding. Raises Unsound.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    packed = [name for name in names if name not in ("", "identity")]
    if not packed:
        yield from chunks
    elif len(packed) == 1 and packed[0] in _NAMES:
        yield from _inflate(chunks, _NAMES[packed[0]])
    else:
        raise Unsound(f"packed as {encoding[:40]!r}")


def _inflate(chunks: Iterable[bytes], kind: str) -> Iterator[bytes]:
    inflater = None
    for chunk in chunks:
        waiting = chunk
        while waiting:
            if inflater is None or inflater.eof:
                inflater = zlib.decompressobj(_window(kind, waiting))
            try:
                piece = inflater.decompress(waiting, _PIECE)
            except zlib.error as error:
                raise Unsound(f"badly packed ({error})") from error
            if piece:
                yield piece
            waiting = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if inflater is not None and not inflater.eof:
        raise Unsound("packed and cut off")


def _window(kind: str, head: bytes) -> int:
    """Return zlib's number for the wrapping; "deflate" comes with zlib's head or, wrongly, without."""
    if kind == "gzip":
        return zlib.MAX_WBITS | 16
    has_head = head[0] & 0x0F == 8 and (len(head) < 2 or int.from_bytes(head[:2]) % 31 == 0)
    return zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS
