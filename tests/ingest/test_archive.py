"""What of a zip file may be unfolded."""

import io
import zipfile

import pytest

from ingest.archive import check_archive
from records.errors import ParagrafError, ReadError, TooLarge


def zipped(sizes: dict[str, int], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of parts that hold so many nulls."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, size in sizes.items():
            archive.writestr(name, bytes(size))
    return file.getvalue()


def with_byte(content: bytes, place: int, value: int) -> bytes:
    """Return a zip file with one byte of the first entry of its directory changed."""
    changed = bytearray(content)
    changed[content.index(b"PK\x01\x02") + place] = value
    return bytes(changed)


SMALL = zipped({"word/document.xml": 1000})
REFUSED: list[tuple[bytes, type[ParagrafError], str, str]] = [
    (zipped({f"{n}.xml": 0 for n in range(5001)}), TooLarge, "5000 parts, found 5001", "more parts than any"),
    (zipped({"a.xml": 3_000_000}), TooLarge, "200 times .*'a.xml' of 3000000 bytes", "packed too densely"),
    (zipped({"a.XML": 3_000_000}), TooLarge, "200 times", "the same, in capital letters"),
    (
        zipped({f"{n}.xml": 999_000 for n in range(41)}),
        TooLarge,
        "40000000 bytes of XML unfolded",
        "much from many small parts",
    ),
    (with_byte(SMALL, 27, 0x0F), TooLarge, "packed size", "a part that claims to be larger than it is"),
    (with_byte(SMALL, 8, 0x01), ReadError, "a password", "encrypted"),
    (zipped({"a.xml": 9}, zipfile.ZIP_BZIP2), ReadError, "method 12", "packed as documents never are"),
]


@pytest.mark.parametrize(("content", "kind", "found", "reason"), REFUSED)
def test_refused(content: bytes, kind: type[ParagrafError], found: str, reason: str) -> None:
    """The directory of a zip file is enough to refuse it, with what to do."""
    with pytest.raises(kind, match=found) as raised:
        check_archive(content, "plan.docx")

    assert raised.value.where == "plan.docx", reason
    assert raised.value.advice


def test_pictures_may_be_dense() -> None:
    """A white picture packs to a thousandth; only XML is bounded so."""
    check_archive(zipped({"word/media/image1.bmp": 30_000_000, "word/document.xml": 900_000}), "plan.docx")


def test_what_is_no_zip() -> None:
    """That is told by the error of the package that reads it."""
    with pytest.raises(zipfile.BadZipFile):
        check_archive(b"PK\x03\x04 no more", "plan.docx")
