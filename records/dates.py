"""A date as the text tells it and as a calendar reads it."""

import datetime as dt
from typing import Literal

from records.base import Record, Span

DateRole = Literal["meeting", "session", "deadline", "term", "law", "reference"]


class DateFinding(Record):
    """One expression of time.

    `edtf` is ISO 8601-2 (seasons 21 to 24, terms as `2025/2029`, open ends `2020-01-13/..`), null
    for a date told only within a term or recurring; `start` and `end` its first and last calendar
    day. `time` is `17:00` or `17:00/19:00`. `term_year` counts from 1; `month` 1 to 12; `season`
    21 to 24. `recurring` is "P1Y", "P4Y", "term" or another ISO duration. `inherited` names what the
    words themselves lacked ("year", "month", "day", "term").
    """

    text: str
    span: Span
    edtf: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    time: str | None = None
    role: DateRole = "reference"
    season: int | None = None
    term_year: int | None = None
    month: int | None = None
    recurring: str | None = None
    inherited: tuple[str, ...] = ()
