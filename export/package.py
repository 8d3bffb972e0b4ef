"""Knows the zip container of an Office file: the same parts always give the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Iterator

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def pack(content: bytes) -> bytes:
    """Return an Office file with its parts in their order, without the time at which they were written."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return repack(_parts(parts))


def repack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an Office file of parts, by name and content, in their order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            container.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return packed.getvalue()


def _parts(container: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in container.namelist():
        yield name, container.read(name)
