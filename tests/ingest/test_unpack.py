"""Packed answers, unfolded no further than they are taken."""

import gzip
import itertools
import zlib
from collections.abc import Callable

import pytest

from ingest.unpack import Unsound, unpack

TEXT = b"Kuusirannan kaupunginhallitus " * 5000


def raw_deflate(content: bytes) -> bytes:
    """Pack without zlib's head, as some servers wrongly do."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKED: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("gzip", gzip.compress, "gzip"),
    ("X-GZIP ", gzip.compress, "its old name"),
    ("deflate", zlib.compress, "deflate with its head"),
    ("deflate", raw_deflate, "deflate without"),
    ("identity", bytes, "not packed"),
    ("", bytes, "not told"),
    ("identity, gzip", gzip.compress, "a word that means nothing beside it"),
    (
        "gzip",
        lambda text: gzip.compress(text[:999], mtime=0) + gzip.compress(text[999:], mtime=0),
        "in two parts",
    ),
]


@pytest.mark.parametrize(("encoding", "pack", "reason"), PACKED)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_unpacks(encoding: str, pack: Callable[[bytes], bytes], reason: str, size: int) -> None:
    """However the bytes are cut into chunks, the whole comes out."""
    packed = pack(TEXT)
    chunks = (packed[start : start + size] for start in range(0, len(packed), size))

    assert b"".join(unpack(chunks, encoding)) == TEXT, reason


BROKEN = [
    ("gzip", b"plain text", "not packed at all"),
    ("gzip", gzip.compress(TEXT, mtime=0)[:-9], "cut off before its end"),
    ("gzip", gzip.compress(TEXT, mtime=0)[:-8] + b"\0" * 8, "with a wrong sum"),
    ("deflate", b"\x78\x9c\xff\xff", "damaged"),
    ("br", b"", "a way that was not asked for"),
    ("gzip, gzip", gzip.compress(gzip.compress(TEXT, mtime=0), mtime=0), "packed twice"),
    ("gzip" * 999, b"", "a name without end"),
]


@pytest.mark.parametrize(("encoding", "packed", "reason"), BROKEN)
def test_unsound(encoding: str, packed: bytes, reason: str) -> None:
    """What cannot be unpacked whole is an error, never half a page."""
    with pytest.raises(Unsound) as raised:
        list(unpack([packed], encoding))

    assert len(str(raised.value)) < 200, reason


def test_a_bomb_is_not_unfolded() -> None:
    """Whoever stops taking has had no more than he took: 64 KB a piece."""
    bomb = gzip.compress(bytes(50_000_000))
    taken = list(itertools.islice(unpack([bomb], "gzip"), 3))

    assert sum(map(len, taken)) <= 3 * 65_536


def test_nothing() -> None:
    """An answer without a byte is one without content, packed or not."""
    assert list(unpack([], "gzip")) == []
    assert list(unpack([b""], "deflate")) == []
