"""Knows the feeds of Dynasty, whose only date, body and subject stand in an entry's title."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from ingest.days import parse_day
from ingest.feed import FeedItem
from ingest.systems.dynasty_ids import base_of, item_id
from records.council import Source
from records.page import FeedEntry

_TITLE = re.compile(
    r"(?P<body>\S.{0,120}?)\s+(?P<date>\d{1,2}\.\d{1,2}\.\d{4})(?:\s+klo\s+[\d.:]{1,5})?"
    r"\s*(?:/\s*(?P<subject>.*))?"
)


class TitleParts(NamedTuple):
    """What the title of an entry says: `Body 27.08.2026 / Subject`, of which any part may be missing."""

    body: str | None
    date: dt.date | None
    subject: str


def split_title(title: str, summary: str = "") -> TitleParts:
    """Return the parts of an entry's title; `summary`, the entry's description, is the subject alone.

    Only the first slash parts, since subjects hold slashes. A title without date is all subject.
    """
    match = _TITLE.fullmatch(title)
    if match is None:
        body = title.removesuffix(summary).removesuffix(" / ") if summary else title
        return TitleParts(body if summary and body != title else None, None, summary or title)
    return TitleParts(match["body"], parse_day(match["date"]), match["subject"] or summary or title)


def feed_entries(items: Iterable[FeedItem], source: Source) -> tuple[FeedEntry, ...]:
    """Return the entries that lead to an item, each id once under each base, in the feed's order."""
    entries: dict[tuple[str, str], FeedEntry] = {}
    for item in items:
        native_id = item_id(item.url)
        if native_id:
            base = base_of(source, item.url)
            parts = split_title(item.title, item.summary)
            entry = FeedEntry(
                url=item.url,
                title=item.title,
                base_id=base.id if base else "",
                native_id=native_id,
                body=parts.body,
                subject=parts.subject,
                meeting_date=parts.date,
                published=item.published,
            )
            entries.setdefault((entry.base_id, native_id), entry)
    return tuple(entries.values())
