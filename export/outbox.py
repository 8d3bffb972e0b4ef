"""Knows the folder that drafts are laid in: whole files only, and none of a clerk's ever overwritten."""

import errno
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from records.draft import Draft
from records.errors import DraftError

_UNFINISHED = ".draft-"
_LONGEST = 56
"""How many letters of a file's name tell what the draft is about."""
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ß": "ss"})
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK})


def draft_name(draft: Draft) -> str:
    """Return the name of a draft's file, the same for the same draft.

    It tells whose programme the draft is made from, and ends with the draft's own id, so that no two meet.
    """
    source = draft.sources[0] if draft.sources else None
    told = " ".join(filter(None, (source.council, source.title))) if source else draft.title
    return f"{_plain(told)[:_LONGEST].strip('-')}-{draft.id.rpartition('-')[2]}.docx".lstrip("-")


def _plain(text: str) -> str:
    """Return a text in the letters that every file system and mail program takes."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    letters = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters)


def write_draft(content: bytes, path: Path) -> Path:
    """Write a draft at `path`, or beside it if a file with other bytes is there; return where it lies.

    The file appears whole or not at all, and the folder is made if need be. A file that exists
    already with the same bytes is left as it is. Raises DraftError when the folder refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=path.parent) as folder:
            whole = Path(folder, "draft")
            _write_through(whole, content)
            return next(each for each in _names(path) if _lay(whole, each, content))
    except OSError as error:
        raise DraftError(
            str(path),
            expected="a folder that can be written to, with room for the draft",
            found=error.strerror or str(error),
            advice="Make room or mend the folder's rights; the draft is made again by the next run.",
        ) from error


def sweep_outbox(outbox: Path) -> None:
    """Remove the folders that a killed program left behind while it laid drafts into `outbox`.

    One program at a time works in an outbox, so all of them are left over.
    """
    for folder in outbox.glob(f"*/{_UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _names(path: Path) -> Iterator[Path]:
    """Yield the name that is wanted, then "name-2.docx", "name-3.docx" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _lay(whole: Path, path: Path, content: bytes) -> bool:
    """Give the written file its name unless another has it; tell whether `path` holds the content now."""
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        return path.is_file() and path.read_bytes() == content
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _lay_without_links(whole, path, content)
    return True


def _lay_without_links(whole: Path, path: Path, content: bytes) -> bool:
    """As `_lay`, on a file system without links: the name is taken first, then the file moved onto it."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return path.is_file() and path.read_bytes() == content
    whole.replace(path)
    return True
