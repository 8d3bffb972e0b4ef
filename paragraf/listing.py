"""What a source lists tonight, noted before anything is fetched."""

import datetime as dt

from ingest.systems import system_for
from ingest.systems.base import Discovery, Horizon
from paragraf.night import Night, noted
from paragraf.tally import Tally
from paragraf.visits import Plan
from records.council import Source
from records.errors import Silent
from records.page import FeedEntry
from store.entries import is_noted, last_listed, note_entries
from store.gaps import Gap, close_gaps, note_gap

_BEFORE = dt.timedelta(days=60)
"""A meeting's minutes may be listed so long after its day."""


def note_listed(night: Night, source: Source, tally: Tally) -> None:
    """Note what a source lists in the queue; where entries may have been missed, walk its lists.

    Raises what `discover` does when the source cannot be read.
    """
    store = night.workshop.store
    before = last_listed(store, source.id)
    discovery = _discover(night, source, before is not None)
    _tell(discovery, source, tally)
    oldest = night.workshop.oldest_meeting
    if night.since is not None:
        _note(night, source, discovery, night.since)
        _close(night, source, discovery, night.since)
        return
    since = max(before.date() - _BEFORE, oldest) if before else oldest
    _note(night, source, discovery, oldest, gaps_since=since)
    if discovery.gaps:
        with noted(tally):  # what was listed is read all the same
            _walk(night, source, since, tally)


def _discover(night: Night, source: Source, began: bool) -> Discovery:
    store = night.workshop.store

    def known(entry: FeedEntry) -> bool:
        return is_noted(store, source.id, entry)

    walk = night.since is not None
    horizon = Horizon(night.since or night.workshop.oldest_meeting, known, began, walk)
    return system_for(source.system).discover(source, night.fetch, horizon)


def _walk(night: Night, source: Source, since: dt.date, tally: Tally) -> None:
    """Look through a site's lists for what its feed has lost, and close the gaps that this covers."""
    walked = system_for(source.system).discover(source, night.fetch, Horizon(since, walk=True))
    for warning in walked.warnings:
        tally.warn(warning)
    _note(night, source, walked, since)
    _close(night, source, walked, since)


def _note(
    night: Night, source: Source, discovery: Discovery, oldest: dt.date, gaps_since: dt.date | None = None
) -> None:
    """Note the entries, and the gaps with them: the next night, when all are known, would see none."""
    plan = Plan(night.now, oldest, "backfill" if night.since else "new")
    with night.saving, night.workshop.store.together() as saving:
        note_entries(saving, source.id, discovery.entries, night.now, plan)
        for message in discovery.gaps if gaps_since else ():
            gap = Gap(source_id=source.id, message=message, oldest=gaps_since, noticed_at=night.now)
            note_gap(saving, gap)


def _close(night: Night, source: Source, walked: Discovery, since: dt.date) -> None:
    if not walked.warnings and not walked.gaps:
        close_gaps(night.workshop.store, source.id, since, night.now)


def _tell(discovery: Discovery, source: Source, tally: Tally) -> None:
    """Count what a source showed; one that shows nothing has an issue, since feeds list what was, too."""
    tally.add("entries", len(discovery.entries))
    for warning in discovery.warnings:
        tally.warn(warning)
    if not discovery.entries:
        place = (source.bases[0].url if source.bases else "") or source.id
        tally.fail(
            Silent(
                place,
                expected="entries",
                found="a feed without any",
                advice=f"Open it in a browser; `paragraf sources check {source.id}` shows what it answers.",
            )
        )
