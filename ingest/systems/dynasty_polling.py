"""Knows how the feeds of Dynasty are asked so that nothing slips out at their end unseen."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ingest.addresses import parameters_of
from ingest.feed import FeedItem, read_feed
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.dynasty_feed import feed_entries, split_title
from ingest.systems.dynasty_ids import base_of, meeting_id
from ingest.systems.dynasty_lists import read_meetings
from records.council import Source
from records.errors import FetchError, Gone, ReadError
from records.page import FeedEntry

_SHOW = re.compile(r"(?<=[?&])show=\d*")
_WIDTHS = (300, 1000)
"""How many entries a feed is asked for when fewer did not reach back; no site gives more than a thousand."""


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """A feed of a source; one that is not `needed` may be missing at a site."""

    url: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class _Listed:
    """One answer of a feed: its lines as they came, and the entries and meetings that they lead to."""

    url: str
    lines: tuple[FeedItem, ...]
    entries: tuple[FeedEntry, ...]
    warnings: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether the feed gave as many lines as it was asked for, so that there may be more."""
        asked = parameters_of(self.url).get("show", "")
        return asked.isdecimal() and len(self.lines) >= int(asked)

    def may_hide(self, horizon: Horizon) -> bool:
        """Tell whether entries may have slipped out at the end.

        Not when one is known, or its meeting was before what is wanted. A site that is read for the first
        time hides nothing unless its feed is full; later, entries of which not one is known mean that
        others came and went between.
        """
        may_be_cut = self.is_full or (horizon.began and bool(self.lines))
        return may_be_cut and not any(_is_reached(entry, horizon) for entry in self.entries)


def poll_feeds(feeds: Iterable[FeedAddress], source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return what the feeds list: items, decisions of officers, and the items of meetings not seen yet.

    A feed that fails is a warning while another can be read. Raises FetchError or FeedError when none can.
    """
    found: list[Discovery] = []
    failures: list[FetchError | ReadError] = []
    entries: dict[tuple[str, str], FeedEntry] = {}
    for feed in feeds:
        try:
            part = _poll(feed, entries.values(), source, fetch, horizon)
        except (FetchError, ReadError) as failure:
            if feed.needed or not isinstance(failure, Gone):
                failures.append(failure)
            continue
        found.append(part)
        for entry in part.entries:
            entries.setdefault((entry.base_id, entry.native_id), entry)
    if failures and not found:
        raise failures[0]
    warnings = [warning for part in found for warning in part.warnings]
    gaps = tuple(gap for part in found for gap in part.gaps)
    return Discovery(tuple(entries.values()), (*warnings, *map(str, failures)), gaps)


def _poll(
    feed: FeedAddress, listed: Collection[FeedEntry], source: Source, fetch: Fetch, horizon: Horizon
) -> Discovery:
    answer = _read(feed, source, fetch)
    if any(meeting_id(line.url) for line in answer.lines):
        return _unseen_meetings(answer, listed, source, fetch, horizon)
    failures: list[str] = []
    for width in _WIDTHS:
        if not answer.may_hide(horizon):
            break
        try:
            wider = _read(FeedAddress(_with_show(feed.url, width)), source, fetch)
        except (FetchError, ReadError) as failure:
            failures.append(str(failure))
            break
        grown = len(wider.lines) > len(answer.lines)
        answer = max(answer, wider, key=lambda one: (len(one.lines), one is wider))
        if not grown:
            break
    return Discovery(answer.entries, (*answer.warnings, *failures), tuple(_gaps(answer, horizon)))


def _gaps(answer: _Listed, horizon: Horizon) -> Iterable[str]:
    if answer.may_hide(horizon):
        oldest = answer.lines[-1].title
        yield f"{answer.url}: {len(answer.lines)} entries, the oldest of them new: {oldest!r}"


def _read(feed: FeedAddress, source: Source, fetch: Fetch) -> _Listed:
    """Read a feed; one that may be missing and answers with nothing (so do unknown verbs) is Gone."""
    page = fetch(feed.url)
    if not feed.needed and not page.content.strip():
        raise Gone(feed.url, expected="a feed", found="nothing")
    told = read_feed(page.content, page.final_url, page.headers.get("content-type"))
    return _Listed(feed.url, told.items, feed_entries(told.items, source), told.warnings)


def _with_show(url: str, width: int) -> str:
    told = f"show={width}"
    return _SHOW.sub(told, url) if _SHOW.search(url) else f"{url}&{told}"


def _unseen_meetings(
    answer: _Listed, listed: Collection[FeedEntry], source: Source, fetch: Fetch, horizon: Horizon
) -> Discovery:
    """Return the items of those meetings of which no item was listed or is known."""
    seen = {(entry.base_id, entry.native_id.rpartition("-")[0]) for entry in listed}
    wanted = [
        line.url
        for line in answer.lines
        if _place(line, source) not in seen and not _is_reached(_first_item(line, source), horizon)
    ]
    found = read_meetings(wanted, source, fetch)
    return Discovery(found.entries, (*answer.warnings, *found.warnings))


def _place(line: FeedItem, source: Source) -> tuple[str, str]:
    base = base_of(source, line.url)
    return base.id if base else "", meeting_id(line.url) or ""


def _first_item(line: FeedItem, source: Source) -> FeedEntry:
    """Return the entry that a meeting's first item would have, by which the meeting is known."""
    base_id, meeting = _place(line, source)
    when = split_title(line.title).date
    return FeedEntry(
        url=line.url, title=line.title, base_id=base_id, native_id=f"{meeting}-1", meeting_date=when
    )


def _is_reached(entry: FeedEntry, horizon: Horizon) -> bool:
    too_old = entry.meeting_date is not None and entry.meeting_date < horizon.oldest
    return too_old or horizon.known(entry)
