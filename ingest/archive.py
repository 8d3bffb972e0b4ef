"""Knows zip files as documents use them: what of one may be unfolded, told before anything is."""

import io
import zipfile

from records.errors import ReadError, TooLarge

_MOST_ENTRIES = 5_000
_LARGEST = 200_000_000
"""Bytes that a document may unfold to, pictures and all: more than any minutes, far less than a bomb."""
_LARGEST_MARKUP = 40_000_000
"""Bytes of XML, which takes ten times as much when it is read."""
_DENSEST = 200
"""How many times its packed size a part of XML may be; minutes of nothing but tables come to sixty."""
_SMALL = 1_000_000
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_MARKUP = (".xml", ".rels")


def check_archive(content: bytes, where: str) -> None:
    """Raise unless a zip file can be unfolded without harm. No part is unfolded, nor an archive within it.

    TooLarge for too many parts, too much in them, or one packed so densely that it is a bomb; ReadError
    for parts that are encrypted or packed in a way that documents are not; BadZipFile for no zip.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_ENTRIES:
        raise _too_large(where, f"{_MOST_ENTRIES} parts", str(len(parts)))
    for part in parts:
        _check_part(part, where)
    size = sum(part.file_size for part in parts)
    if size > _LARGEST:
        raise _too_large(where, f"{_LARGEST} bytes unfolded", str(size))
    markup = sum(part.file_size for part in parts if _is_markup(part))
    if markup > _LARGEST_MARKUP:
        raise _too_large(where, f"{_LARGEST_MARKUP} bytes of XML unfolded", str(markup))


def _check_part(part: zipfile.ZipInfo, where: str) -> None:
    if part.flag_bits & _ENCRYPTED:
        advice = "Save it without password"
        raise ReadError(where, expected="a document", found="one that asks for a password", advice=advice)
    if part.compress_type not in _KNOWN:
        found = f"one packed by method {part.compress_type}"
        raise ReadError(where, expected="a document", found=found, advice="Save it again as .docx")
    if _is_markup(part) and part.file_size > max(_SMALL, _DENSEST * part.compress_size):
        found = f"{part.filename[:60]!r} of {part.file_size} bytes, packed in {part.compress_size}"
        raise _too_large(where, f"{_DENSEST} times a part's packed size", found)


def _is_markup(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith(_MARKUP)


def _too_large(where: str, most: str, found: str) -> TooLarge:
    advice = "Open it in a word processor and save it again, or as PDF"
    return TooLarge(where, expected=f"at most {most}", found=found, advice=advice)
