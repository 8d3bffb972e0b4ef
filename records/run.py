"""What a night's work leaves behind for the operator: runs, and the issues that were seen."""

import datetime as dt
from typing import Literal

from records.base import Record

Severity = Literal["warning", "error"]


class Issue(Record):
    """Something that went wrong at one source, in words that name the address and what to do.

    `kind` is the error's class name in snake case ("feed_error", "silent", "layout_changed") or
    "warning".
    """

    source_id: str
    kind: str
    message: str
    url: str | None = None
    severity: Severity = "error"


class SourceSummary(Record):
    """What one source gave in one run; counts are items unless named otherwise.

    `requests` are what its hosts were asked; `robots` says why they let us (or did not).
    """

    source_id: str
    entries: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    queued: int = 0
    relevant: int = 0
    programmes: int = 0
    drafts: int = 0
    gone: int = 0
    requests: int = 0
    robots: str | None = None
    issues: tuple[Issue, ...] = ()


class Run(Record):
    """One sync from start to end; `ended_at` is null while it runs or when it was cut off."""

    id: int
    started_at: dt.datetime
    ended_at: dt.datetime | None = None
    sources: tuple[SourceSummary, ...] = ()
