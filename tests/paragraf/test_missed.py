"""Whether a night was missed."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from config.settings import NightSettings
from paragraf.missed import MOST_STARTS, missed_night, night_done
from records.run import SourceSummary
from store.database import Store, open_store
from store.runs import end_run, save_summary, start_run
from tests.store.made import KUUSIRANTA, ODEBORG

ZONE = ZoneInfo("Europe/Helsinki")
NIGHT = NightSettings(time=dt.time(3, 30), time_zone="Europe/Helsinki")
BOTH = (KUUSIRANTA, ODEBORG)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


def at(text: str) -> dt.datetime:
    """Return a moment in Helsinki; "fold" behind it means the second of a double hour."""
    told, fold, _ = text.partition(" fold")
    return dt.datetime.fromisoformat(told).replace(tzinfo=ZONE, fold=int(bool(fold)))


def run(store: Store, start: str, end: str | None, *sources: str) -> None:
    """Keep a run over these sources (all, if none is named), cut off when it has no end."""
    number = start_run(store, at(start))
    for source in sources or [source.id for source in BOTH]:
        save_summary(store, number, SourceSummary(source_id=source))
    if end:
        end_run(store, number, at(end))


@pytest.mark.parametrize(
    ("start", "end", "now", "missed"),
    [
        # the night was done
        ("2026-01-10T03:30", "2026-01-10T03:40", "2026-01-10T12:00", False),
        # the machine was off for one night, and for many
        ("2026-01-09T03:30", "2026-01-09T03:40", "2026-01-10T12:00", True),
        ("2025-11-09T03:30", "2025-11-09T03:40", "2026-01-10T12:00", True),
        # tonight is still to come
        ("2026-01-09T03:30", "2026-01-09T03:40", "2026-01-10T03:29", False),
        # begun by hand before the night, ended in it
        ("2026-01-10T03:00", "2026-01-10T03:50", "2026-01-10T12:00", False),
        # cut off, in the night or by hand
        ("2026-01-10T03:30", None, "2026-01-10T03:45", True),
        ("2026-01-10T11:00", None, "2026-01-10T12:00", True),
        # spring: half past three did not come, the night was done at half past four, or not
        ("2026-03-29T04:30", "2026-03-29T04:40", "2026-03-29T12:00", False),
        ("2026-03-28T03:30", "2026-03-28T03:40", "2026-03-29T04:29", False),
        ("2026-03-28T03:30", "2026-03-28T03:40", "2026-03-29T04:31", True),
        # autumn: done at the first half past three, the second is no other night
        ("2026-10-25T03:30", "2026-10-25T03:40", "2026-10-25T03:45 fold", False),
        ("2026-10-24T03:30", "2026-10-24T03:40", "2026-10-25T03:10 fold", True),
        ("2026-10-25T03:30", "2026-10-25T03:10 fold", "2026-10-25T12:00", False),
    ],
)
def test_a_night_is_missed(store: Store, start: str, end: str | None, now: str, missed: bool) -> None:
    """When its time passed and the last run neither ended after it nor is whole."""
    run(store, start, end)
    assert missed == (missed_night(store, BOTH, NIGHT, at(now)) is not None)


def test_an_installation_that_never_ran_waits_for_its_night(store: Store) -> None:
    """Nobody is surprised by a sync at noon."""
    assert missed_night(store, BOTH, NIGHT, at("2026-01-10T12:00")) is None


def test_a_sync_of_one_source_does_not_do_the_night(store: Store) -> None:
    """The others are still missed; a source that is new has missed nothing."""
    run(store, "2026-01-09T03:30", "2026-01-09T03:40")
    run(store, "2026-01-10T09:00", "2026-01-10T09:10", "kuusiranta")
    now = at("2026-01-10T12:00")
    newcomer = KUUSIRANTA.model_copy(update={"id": "newcomer"})

    assert missed_night(store, BOTH, NIGHT, now) == at("2026-01-10T03:30")
    assert missed_night(store, [KUUSIRANTA, newcomer], NIGHT, now) is None


def test_a_night_that_kills_the_program_is_given_up(store: Store) -> None:
    """A service that is restarted for ever does not begin a deadly night for ever; the next one it does."""
    run(store, "2026-01-09T03:30", "2026-01-09T03:40")
    for start in range(MOST_STARTS):
        assert missed_night(store, BOTH, NIGHT, at("2026-01-10T05:00")) is not None
        run(store, f"2026-01-10T04:0{start}", None)

    assert missed_night(store, BOTH, NIGHT, at("2026-01-10T05:00")) is None
    assert missed_night(store, BOTH, NIGHT, at("2026-01-11T03:30") - MINUTE) is None
    assert missed_night(store, BOTH, NIGHT, at("2026-01-11T03:30")) is not None


@pytest.mark.parametrize(
    ("start", "end", "sources", "done"),
    [
        ("2026-01-10T03:30", "2026-01-10T03:40", ("kuusiranta", "odeborg"), True),
        ("2026-01-10T03:30", "2026-01-10T03:40", ("kuusiranta",), False),  # one was left out
        ("2026-01-10T03:30", None, ("kuusiranta", "odeborg"), False),  # cut off
        ("2026-01-09T03:30", "2026-01-09T03:40", ("kuusiranta", "odeborg"), False),  # the night before
    ],
)
def test_a_night_is_done_once(
    store: Store, start: str, end: str | None, sources: tuple[str, ...], done: bool
) -> None:
    """Of two machines that share a store the slower one finds it done; a new installation has it to do."""
    assert not night_done(store, BOTH, NIGHT, at("2026-01-10T03:45"))
    run(store, start, end, *sources)
    assert done == night_done(store, BOTH, NIGHT, at("2026-01-10T03:45"))
