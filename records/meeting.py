"""Meetings, and the matters that pass through them."""

import datetime as dt

from records.base import Record


class Meeting(Record):
    """A body's meeting on one day; sections are counted anew each year within a body."""

    body: str
    date: dt.date


class Matter(Record):
    """What a council handles under one case number: the only join over its bodies and meetings."""

    case_number: str
