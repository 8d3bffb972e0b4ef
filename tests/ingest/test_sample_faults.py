"""Every fault that the sample server acts out, met by the fetcher and a record system's reader."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import get_args

import pytest

from ingest.fetch import Fetcher
from ingest.systems import system_for
from ingest.systems.base import Discovery, Horizon
from records.errors import ParagrafError
from records.page import FeedEntry
from samples.faults import FaultKind
from samples.server import Line, SampleServer
from tests.ingest.fetchers import FakeTime, settings

QUICK = settings(attempts=2, timeout=10, max_bytes=2_000_000)
PAGE = "/kuusiranta/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10"
HORIZON = Horizon(dt.date(2026, 1, 1))

FAULTS: dict[FaultKind, tuple[str | None, str | None]] = {
    # what becomes of a feed, and of an item's page; None: it is read all the same
    "not_found": ("Gone", "Gone"),
    "server_error": ("FetchError", "FetchError"),
    "too_many": ("FetchError", "FetchError"),
    "unavailable": ("FetchError", "FetchError"),
    "slow": (None, None),
    "drip": ("FetchError", "FetchError"),
    "dropped": ("FetchError", "FetchError"),
    "redirect": ("Gone", "Gone"),
    "redirect_loop": ("FetchError", "FetchError"),
    "redirect_away": ("Blocked", "Blocked"),
    "redirect_private": ("Blocked", "Blocked"),
    "redirect_file": ("Blocked", "Blocked"),
    "empty": ("FeedError", "Silent"),
    "login": ("Walled", "Walled"),
    "captcha": ("Walled", "Walled"),
    "consent": ("Walled", "Walled"),
    "error_page": ("Walled", "Walled"),
    "truncated": (None, "ReadError"),
    "misdeclared": (None, None),
    "huge": ("TooLarge", "TooLarge"),
    "bomb": ("TooLarge", "TooLarge"),
    "changed_layout": (None, "LayoutChanged"),
    "wrong_item": (None, "WrongItem"),
    "sticky_session": (None, None),
    "empty_channel": (None, None),
    "procedural": (None, "Gone"),
    "duplicated": (None, None),
    "reordered": (None, None),
}


def test_every_fault_is_here() -> None:
    """The table below has a line for each."""
    assert set(FAULTS) == set(get_args(FaultKind))


class Ticking(FakeTime):
    """A clock that every look moves: what drips in has taken its time before it is whole."""

    def __init__(self) -> None:
        super().__init__()
        self.timing = type(self.timing)(self.tick, self.sleep, lambda: 0.0)

    def tick(self) -> float:
        """Move the clock by a second, and return it."""
        self.time += 1
        return self.time


def error_of(work: Callable[[], object]) -> ParagrafError | None:
    """Return the error that work ends in."""
    try:
        work()
    except ParagrafError as error:
        return error
    return None


def struck(kind: FaultKind, *, feed: bool) -> str | None:
    """Return the name of the error that a fault ends in, None for none."""
    amounts: dict[str, float] = {"drip": 1e-9, "huge": 5, "bomb": 50, "slow": 0.01}
    to = "2026418-2" if kind == "wrong_item" else ""
    timing = Ticking().timing if kind == "drip" else FakeTime().timing
    with SampleServer(councils=["kuusiranta"]) as server:
        (source,) = server.sources
        entry = FeedEntry(
            url=server.url + PAGE, title="x", base_id=source.bases[0].id, native_id="2026418-10"
        )
        server.fault("kuusiranta", kind, amount=amounts.get(kind, 1), to=to)
        with Fetcher(QUICK, {"127.0.0.1"}, robots=False, timing=timing) as fetcher:

            def feeds() -> object:
                return system_for(source.system).discover(source, fetcher.fetch, HORIZON)

            def page() -> object:
                return system_for(source.system).read(fetcher.fetch(entry.url), source, entry)

            error = error_of(lambda: feeds() if feed else page())
    assert error is None or (server.url in error.where and error.found)
    return type(error).__name__ if error else None


@pytest.mark.parametrize(("kind", "ends"), [(kind, ends) for kind, (ends, _) in FAULTS.items()])
def test_feeds(kind: FaultKind, ends: str | None) -> None:
    """A feed that cannot be read is an error by name, with the address and what was found."""
    assert struck(kind, feed=True) == ends


@pytest.mark.parametrize(("kind", "ends"), [(kind, ends) for kind, (_, ends) in FAULTS.items()])
def test_pages(kind: FaultKind, ends: str | None) -> None:
    """So is a page; what can still be read is read."""
    assert struck(kind, feed=False) == ends


def discovered(*kinds: FaultKind) -> Discovery:
    """Return what a source offers under faults."""
    with SampleServer(councils=["kuusiranta"]) as server:
        for kind in kinds:
            server.fault("kuusiranta", kind)
        (source,) = server.sources
        with Fetcher(QUICK, {"127.0.0.1"}, robots=False) as fetcher:
            return system_for(source.system).discover(source, fetcher.fetch, HORIZON)


@pytest.mark.parametrize("kinds", [("duplicated",), ("reordered",), ("reordered", "duplicated")])
def test_entries_twice_and_in_disorder(kinds: tuple[FaultKind, ...]) -> None:
    """Every entry is offered once, whatever the feed does."""
    due, offered = discovered(), discovered(*kinds)

    ids = [entry.native_id for entry in offered.entries]
    assert len(ids) == len(set(ids))
    assert set(ids) == {entry.native_id for entry in due.entries}


def test_many_hosts_at_once() -> None:
    """One sample server on several addresses: a host that is down holds up none of the others."""
    with SampleServer(councils=["kuusiranta", "hallavaara"], line=Line(("127.0.0.1", "127.0.0.2"))) as server:
        server.fault("kuusiranta", "unavailable")
        with Fetcher(QUICK, {"127.0.0.1", "127.0.0.2"}, timing=FakeTime().timing) as fetcher:
            down, up = (
                error_of(partial(system_for("dynasty").discover, source, fetcher.fetch, HORIZON))
                for source in server.sources
            )

    assert (down and down.found, up) == ("status 503", None)
