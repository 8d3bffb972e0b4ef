"""Knows which of a draft's files a clerk has changed or moved since it was laid in the outbox."""

import hashlib
from pathlib import Path

from export.written import Written, read_identity, read_written
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.errors import DraftError
from store.drafts import StoredDraft, list_draft_versions

MOST_FILES = 500
"""How many files of a house's folder are looked at for one that was moved."""

UNREAD = "draft_unread"
"""The kind of the warning for a clerk's file that cannot be read."""


def edited_file(workshop: Workshop, draft: StoredDraft) -> Path | None:
    """Return the newest file of a draft that is not as it was written, or None; a removed one is none."""
    earlier = reversed(list_draft_versions(workshop.store, draft.id))
    files = [(draft.path, draft.digest), *((one.path, one.digest) for one in earlier)]
    for path, digest in files:
        whole = workshop.settings.outbox / path if path else None
        if whole and whole.is_file() and is_changed(whole, digest):
            return whole
    moved = moved_file(workshop.settings.outbox, draft)
    return moved if moved and is_changed(moved, draft.digest) else None


def moved_file(outbox: Path, draft: StoredDraft) -> Path | None:
    """Return where a draft's newest file lies that is no longer where it was laid, None if it is, or is gone.

    A file that a clerk renamed or moved within the house's folder is known by the id and version in its
    properties; of several the last one changed. At most `MOST_FILES` files are looked at, the newest first.
    """
    if draft.path is None or (outbox / draft.path).exists():
        return None
    files = sorted((outbox / draft.house).rglob("*.docx"), key=_changed_at, reverse=True)
    return next((file for file in files[:MOST_FILES] if _is_of(file, draft)), None)


def _changed_at(file: Path) -> float:
    return file.stat().st_mtime if file.is_file() else 0.0


def _is_of(file: Path, draft: StoredDraft) -> bool:
    """Tell whether a file says it is this draft; one that cannot be read says nothing."""
    try:
        identity, version = read_identity(file)
    except DraftError:
        return False
    return identity == draft.id and version in (None, str(draft.version))


def read_edited(workshop: Workshop, draft: StoredDraft, tally: Tally | None) -> Written | None:
    """Return the file of a draft that a clerk has changed, None where there is none or it cannot be read.

    One that cannot be read, as while it is open elsewhere, is a warning of the tally.
    """
    try:
        file = edited_file(workshop, draft)
        return read_written(file) if file else None
    except DraftError as error:
        if tally:
            tally.warn(error.describe(), kind=UNREAD)
        return None


def is_changed(file: Path, digest: str | None) -> bool:
    """Tell whether a file is not as it was written; one that somebody holds locked counts as changed."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() != digest
    except OSError:
        return True
