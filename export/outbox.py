"""Knows the folder that drafts are laid in: whole files only, and none of a clerk's ever overwritten.

    HOUSE / MEETING / NAME.docx         the draft, the last of its files to appear
                      NAME.ehdotus.txt  what is pasted into a field of the record system, one file a field
                      NAME.pdf          the draft as it was when a PDF was asked for

MEETING is the day, or the language's word for none yet. A version whose name is taken gets NAME-2, and so
on. Names are short, in small letters that every file system takes.
"""

import errno
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from config.wording import Wording
from export.pdf import render_pdf
from records.draft import Draft
from records.errors import DraftError

_UNFINISHED = ".draft-"
_LONGEST = 40
"""How many letters of a file's name tell what the draft is about."""
_DIGITS = 6
"""How many digits of the draft's id end its file's name."""
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ß": "ss"})
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK})


def draft_place(draft: Draft, wording: Wording) -> Path:
    """Return where a draft goes below the outbox: house, meeting and name, the same for the same draft."""
    meeting = draft.meeting_date.isoformat() if draft.meeting_date else wording.versions.no_meeting
    return Path(draft.house, meeting, draft_name(draft))


def draft_name(draft: Draft) -> str:
    """Return the name of a draft's file.

    It tells what the draft is made from, and ends with digits of the draft's id, so that no two meet.
    """
    told = _plain(_about(draft)).strip("-")
    if len(told) > _LONGEST:
        head, _, part = told[: _LONGEST + 1].rpartition("-")
        told = head if len(head) > len(part) else told[:_LONGEST]
    return f"{told}-{draft.id.rpartition('-')[2][:_DIGITS]}.docx".lstrip("-")


def _about(draft: Draft) -> str:
    """Return what tells a clerk one draft from another: its only source, or else its own title."""
    if len(draft.sources) != 1:
        return draft.title
    (source,) = draft.sources
    council = source.council if source.council != draft.council else None
    return " ".join(filter(None, (council, source.title)))


def _plain(text: str) -> str:
    """Return a text in the letters that every file system and mail program takes."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    letters = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters)


def write_draft(content: bytes, path: Path, beside: Mapping[str, bytes] | None = None) -> Path:
    """Write a draft at `path`, or by another name if that is taken by other bytes; return where it lies.

    `beside` holds further files by the end of their name ("ehdotus.txt"). All appear whole or none does,
    the draft itself last, and the folder is made if need be. A draft that lies there with the same
    bytes is left as it is, and so are the files beside it. Raises DraftError when the folder refuses.
    """
    contents = {**(beside or {}), path.suffix.removeprefix("."): content}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=path.parent) as folder:
            whole = {ending: Path(folder, str(number)) for number, ending in enumerate(contents)}
            for ending, each in contents.items():
                _write_through(whole[ending], each)
            place = next(each for each in _names(path) if _lay_all(whole, each, contents))
        _keep_names(path.parent)
        return place
    except OSError as error:
        raise DraftError(
            str(path),
            expected="a folder that can be written to, with room for the draft",
            found=error.strerror or str(error),
            advice="Make room or mend the folder's rights; the draft is made again by the next run.",
        ) from error


def write_pdf(document: Path) -> Path:
    """Write a draft as it reads now as PDF beside it, and return where that lies.

    A PDF that is newer than the draft stays; one that is older stays too, and the new one gets another
    name. Raises DraftError when LibreOffice is not there or fails, or when the folder refuses.
    """
    place = document.with_suffix(".pdf")
    if place.is_file() and place.stat().st_mtime_ns >= document.stat().st_mtime_ns:
        return place
    with tempfile.TemporaryDirectory() as folder:
        return write_draft(render_pdf(document, Path(folder)).read_bytes(), place)


def sweep_outbox(outbox: Path) -> None:
    """Remove the folders that a killed program left behind while it laid drafts into `outbox`.

    For whoever holds the outbox: nobody else is laying drafts then, so all of them are left over.
    """
    for folder in outbox.glob(f"**/{_UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_names(folder: Path) -> None:
    """Have a folder's new names on the disk before anybody notes them down."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _names(path: Path) -> Iterator[Path]:
    """Yield the name that is wanted, then "name-2.docx", "name-3.docx" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _lay_all(whole: Mapping[str, Path], path: Path, contents: Mapping[str, bytes]) -> bool:
    """Give all files their names, unless one has other bytes; tell whether the draft lies at `path` now."""
    if _holds(path, contents[path.suffix.removeprefix(".")]):
        return True
    laid: list[Path] = []
    try:
        for ending, content in contents.items():
            place = path.with_name(f"{path.stem}.{ending}")
            if _lay(whole[ending], place):
                laid.append(place)
            elif not _holds(place, content):
                _take_back(laid)
                return False
    except OSError:
        _take_back(laid)
        raise
    return True


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _take_back(laid: list[Path]) -> None:
    for place in laid:
        place.unlink(missing_ok=True)


def _lay(whole: Path, path: Path) -> bool:
    """Give a written file its name; False when the name is taken."""
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _lay_without_links(whole, path)
    return True


def _lay_without_links(whole: Path, path: Path) -> bool:
    """As `_lay`, on a file system without links: the name is taken first, then a copy moved onto it.

    An empty file is a name that a killed program had taken.
    """
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        if not path.is_file() or path.stat().st_size:
            return False
    copy = whole.with_name(f"{whole.name}-copy")
    _write_through(copy, whole.read_bytes())
    copy.replace(path)
    return True
