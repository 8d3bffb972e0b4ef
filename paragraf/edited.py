"""Knows which of a draft's files a clerk has changed since it was laid in the outbox."""

import hashlib
from pathlib import Path

from export.written import Written, read_written
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.errors import DraftError
from store.drafts import StoredDraft, list_draft_versions

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
    return None


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
