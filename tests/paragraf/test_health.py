"""What is ill about a source, judged by its own habits."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from config.settings import HealthSettings, Settings
from paragraf.expectation import Expectation
from paragraf.habits import Habits
from paragraf.health import KINDS, check_source, check_sources
from records.run import Issue, SourceSummary
from store.database import Store, open_store
from store.gaps import Gap
from store.health import Queue, Shapes, SourceNight
from store.runs import end_run, save_summary, start_run
from store.schema import councils, items
from store.schema import sources as kept_sources
from tests.store.made import DECISION, KUUSIRANTA, ODEBORG, keep

SETTINGS = HealthSettings()
NOW = dt.datetime(2026, 3, 30, 1, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
SILENT = Expectation(
    rate=10.0,
    expected=40.0,
    got=0,
    since=dt.date(2026, 2, 16),
    usual=7.0,
    chance=1 / 340,
    silent=True,
    certain=False,
    weak=False,
)


def night(number: int, errors: Mapping[str, int]) -> SourceNight:
    """Return a source's part in a run."""
    begin = NOW + number * DAY
    return SourceNight(number, begin, begin, 0, 0, None, errors)


def nights(*errors: Mapping[str, int]) -> dict[str, list[SourceNight]]:
    """Return the nights of the source with these errors, the last night first."""
    count = len(errors)
    return {KUUSIRANTA.id: [night(count - number, told) for number, told in enumerate(errors)]}


def _check(habits: Habits, settings: HealthSettings = SETTINGS) -> list[Issue]:
    return check_source(KUUSIRANTA, habits, settings, NOW)


def _only(habits: Habits) -> Issue:
    (issue,) = _check(habits)
    assert issue.source_id == KUUSIRANTA.id
    assert issue.url == KUUSIRANTA.bases[0].url
    assert issue.message.startswith(KUUSIRANTA.bases[0].url)
    assert issue.kind in KINDS
    return issue


def test_nothing_known_is_nothing_ill() -> None:
    """A source on its first night has no habits to be judged by."""
    assert _check(Habits()) == []
    assert _check(Habits(nights=nights({}))) == []


def test_silence_tells_since_when_and_how_odd_it_is() -> None:
    """The operator reads the habit, the last news, the days, the odds, and what to do."""
    issue = _only(Habits(expectations={KUUSIRANTA.id: SILENT}, nights=nights({})))

    assert (issue.kind, issue.severity) == ("silent_source", "warning")
    assert "expected news about every 7 days" in issue.message
    assert "none since 2026-02-16, 42 days ago (1 in 340 of its pauses is so long)" in issue.message
    assert "`paragraf sources check kuusiranta`" in issue.message


@pytest.mark.parametrize(("certain", "severity"), [(False, "warning"), (True, "error")])
def test_silence_becomes_an_error(certain: bool, severity: str) -> None:
    """First a warning; an error once there is hardly any doubt."""
    expected = replace(SILENT, certain=certain)
    assert _only(Habits(expectations={KUUSIRANTA.id: expected})).severity == severity


def test_a_weak_expectation_says_so() -> None:
    """A guess is told as one."""
    weak = replace(SILENT, weak=True)
    assert "so this is a guess" in _only(Habits(expectations={KUUSIRANTA.id: weak})).message


@pytest.mark.parametrize(
    ("recent", "usual", "kind", "severity"),
    [
        (Shapes(20, 0, 20), Shapes(300, 10, 9), "changed_layout", "error"),
        (Shapes(20, 0, 8), Shapes(300, 10, 9), "changed_layout", "warning"),
        (Shapes(20, 20, 0), Shapes(300, 10, 9), "short_texts", "error"),
        (Shapes(12, 0, 12), Shapes(), "changed_layout", "error"),  # never seen otherwise: still odd
    ],
)
def test_odd_pages_are_a_changed_layout(recent: Shapes, usual: Shapes, kind: str, severity: str) -> None:
    """More pages without labels, or with little text, than the source's habit explains."""
    issue = _only(Habits(shapes={KUUSIRANTA.id: recent}, usual_shapes={KUUSIRANTA.id: usual}))
    assert (issue.kind, issue.severity) == (kind, severity)


@pytest.mark.parametrize(
    ("recent", "usual"),
    [
        (Shapes(20, 0, 2), Shapes(300, 10, 9)),  # a few odd ones
        (Shapes(20, 18, 18), Shapes(300, 270, 270)),  # the source's habit
        (Shapes(4, 4, 4), Shapes(300, 0, 0)),  # too few pages to tell
        (Shapes(), Shapes(300, 0, 0)),
    ],
)
def test_habitual_pages_are_no_changed_layout(recent: Shapes, usual: Shapes) -> None:
    """A source whose pages are always short is well."""
    assert _check(Habits(shapes={KUUSIRANTA.id: recent}, usual_shapes={KUUSIRANTA.id: usual})) == []


@pytest.mark.parametrize(
    ("errors", "kind"),
    [
        (({"gone": 9}, {}, {"gone": 1}, {}, {}), "rising_errors"),
        (({"wrong_item": 5}, {}), "wrong_items"),  # told even on the second night
        (({"wrong_item": 5},), "wrong_items"),
    ],
)
def test_errors_above_the_habit_are_told(errors: tuple[Mapping[str, int], ...], kind: str) -> None:
    """With what is usual, what was found, and which kinds."""
    issue = _only(Habits(nights=nights(*errors), successes={KUUSIRANTA.id: NOW}))
    assert (issue.kind, issue.severity) == (kind, "error")
    assert ("(gone)" in issue.message) == (kind == "rising_errors")


@pytest.mark.parametrize(
    "errors",
    [
        ({"gone": 2}, {}, {}, {}),  # two are no rise
        ({"gone": 9}, {"gone": 8}, {"gone": 11}, {"gone": 7}),  # a habit
        ({"gone": 9}, {}),  # too young to have one
        ({"silent_source": 9, "open_gap": 4}, {}, {}, {}),  # what was found here before
    ],
)
def test_usual_errors_are_no_rise(errors: tuple[Mapping[str, int], ...]) -> None:
    """A source is compared with itself, and the check's own findings feed nothing back."""
    assert _check(Habits(nights=nights(*errors), successes={KUUSIRANTA.id: NOW})) == []


@pytest.mark.parametrize(("waits", "told"), [(14, False), (15, True)])
def test_a_queue_is_told_when_it_lasts(waits: int, told: bool) -> None:
    """Entries may wait for the nights that the settings allow."""
    issues = _check(Habits(queues={KUUSIRANTA.id: Queue(31, NOW - waits * DAY)}))
    assert [issue.kind for issue in issues] == ["long_queue"] * told
    assert all("31 waiting, the oldest for 15" in issue.message for issue in issues)


@pytest.mark.parametrize(
    ("habits", "severity"),
    [
        (Habits(nights=nights({"gone": 1}, {"gone": 1}), runs=2), "error"),
        (Habits(runs=3), "warning"),  # enabled, and left out by three runs
    ],
)
def test_a_source_that_was_never_read_is_told(habits: Habits, severity: str) -> None:
    """Nobody notices by himself what never worked."""
    issue = _only(habits)
    assert (issue.kind, issue.severity) == ("never_read", severity)


@pytest.mark.parametrize(
    "habits",
    [
        Habits(nights=nights({"gone": 1}), runs=1),  # its first night
        Habits(nights=nights({"gone": 1}, {}), runs=2),  # one night was well
        Habits(nights=nights({"gone": 1}, {"gone": 2}), successes={KUUSIRANTA.id: NOW}, runs=2),
        Habits(runs=2),
    ],
)
def test_a_source_that_was_read_once_is_not(habits: Habits) -> None:
    """One night without an error is enough."""
    assert _check(habits) == []


def test_open_gaps_are_told_with_the_way_to_close_them() -> None:
    """Each gap is an issue until a walk back closes it."""
    oldest = dt.date(2026, 3, 3)
    gap = Gap(source_id=KUUSIRANTA.id, message="the feed was full", oldest=oldest, noticed_at=NOW)
    issue = _only(Habits(gaps={KUUSIRANTA.id: [gap]}))
    assert issue.kind == "open_gap"
    assert "`paragraf sync kuusiranta --since 2026-03-03`" in issue.message


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


def _weekly_until(store: Store, source: str, last: dt.datetime, weeks: int = 60) -> None:
    """Keep an item a week, the last one at `last`."""
    row = {"base_id": "main", "title": None, "url": None, "language": "fi", "version": 1}
    council = {"key": source, "country": "FI", "type": "municipality", "code": None}
    with store.write() as connection:
        number = connection.execute(
            insert(councils).values(**council, name=source, folded=source).returning(councils.c.number)
        ).scalar_one()
        start = last - weeks * 7 * DAY
        connection.execute(
            insert(kept_sources), {"id": source, "council": number, "system": "dynasty", "first_seen": start}
        )
        for week in range(weeks + 1):
            seen = last - week * 7 * DAY
            key = {"id": f"{source}-{week}", "source": source, "native_id": str(week)}
            connection.execute(insert(items), {**row, **key, "first_seen": seen, "last_seen": seen})


def test_a_silent_source_is_found_in_the_store_and_the_same_again(store: Store) -> None:
    """Its neighbour that goes on is well; a check that ran before changes nothing."""
    _weekly_until(store, "kuusiranta", NOW - 40 * DAY)
    _weekly_until(store, "odeborg", NOW - 3 * DAY)
    run = start_run(store, NOW)
    for source in (KUUSIRANTA, ODEBORG):
        save_summary(store, run, SourceSummary(source_id=source.id))

    found = check_sources(store, [KUUSIRANTA, ODEBORG], Settings(), NOW)
    save_summary(store, run, SourceSummary(source_id="kuusiranta", issues=tuple(found)))
    end_run(store, run, NOW)

    assert [(issue.source_id, issue.kind, issue.severity) for issue in found] == [
        ("kuusiranta", "silent_source", "error")
    ]
    assert found == check_sources(store, [KUUSIRANTA, ODEBORG], Settings(), NOW)
    assert json.loads(found[0].model_dump_json())["kind"] == "silent_source"


def test_silence_is_told_the_next_morning(store: Store) -> None:
    """On the first night that is odd enough, not later; the night before, it was well."""
    _weekly_until(store, "kuusiranta", NOW)
    told = [bool(check_sources(store, [KUUSIRANTA], Settings(), NOW + days * DAY)) for days in range(30)]
    assert told.index(True) >= 7
    assert told == sorted(told)


def test_what_is_old_on_the_first_night_is_no_silence(store: Store) -> None:
    """A source that is read for the first time has a week until its silence counts, however old its news."""
    for days in range(10):
        met = NOW.date() - (200 + 7 * days) * DAY
        old = DECISION.model_copy(update={"meeting_date": met, "proposal": "Hyväksytään."})
        keep(store, str(days), decision=old, programmes=(), words="x" * 300, seen_at=NOW)

    first, later = (check_sources(store, [KUUSIRANTA], Settings(), NOW + days * DAY) for days in (1, 8))

    assert first == []
    assert [issue.kind for issue in later] == ["silent_source"]
