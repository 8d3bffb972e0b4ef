"""What `paragraf doctor` finds: the state of an installation, even of one that is broken."""

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from config.house_check import check_house_file, profile_path
from config.houses import house_ids, load_house
from config.overrides import Override, list_overlays, list_overrides
from config.paths import home
from config.settings import Settings, load_settings
from config.sources import load_sources
from config.version import VERSION
from ingest.systems import system_for
from paragraf.figures import Figures, read_figures
from paragraf.lock import is_at_work
from paragraf.own_source import lacking_sources
from paragraf.schedule import next_due
from records.base import Record
from records.council import Source
from records.errors import ConfigError, ParagrafError
from records.run import Issue
from store.database import Store, open_store
from store.facts import DatabaseFacts, database_facts, missing_database
from store.fault import Fault
from store.faults import find_faults

T = TypeVar("T")
Verdict = Literal["well", "ill", "broken"]
PATIENCE = 2.0
"""Seconds to wait for a database that another program holds."""

LOW_DISK = 1_000_000_000
"""Fewer free bytes than this are told of."""


class SourceState(Record):
    """One source: when it was last read without an error, what may be expected of it and what came.

    `expected` and `got` are items of the last four weeks; `usual_pause` in ordinary days; `guess` tells
    that its history is short.
    """

    id: str
    last_success: dt.datetime | None
    expected: float
    got: int
    usual_pause: float | None
    last_news: dt.date | None
    silent: bool
    guess: bool
    queued: int
    gaps: int
    requests: int
    robots: str | None
    issues: tuple[Issue, ...]


class Trouble(Record):
    """A fault of the store: its kind, what it is about, and whether a repair mends it."""

    kind: str
    message: str
    mendable: bool


class Diagnosis(Record):
    """The state of an installation. `problems` are what keeps it from working at all; times are UTC."""

    verdict: Verdict
    at: dt.datetime
    version: str = VERSION
    home: str
    overrides: tuple[Override, ...] = ()
    overlays: tuple[str, ...] = ()
    time_zone: str
    contact: str
    database: DatabaseFacts | None = None
    free_disk: int | None = None
    at_work: bool = False
    last_start: dt.datetime | None = None
    last_end: dt.datetime | None = None
    next_night: dt.datetime
    missed: dt.datetime | None = None
    sources: tuple[SourceState, ...] = ()
    kept: dict[str, int] = Field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    problems: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


class _Problems(list[str]):
    """Problems that were met on the way, while the rest is looked at all the same."""

    def unless(self, ask: Callable[[], T], otherwise: T) -> T:
        """Return what `ask` returns, or `otherwise` when it meets a problem, which is noted."""
        try:
            return ask()
        except ParagrafError as error:
            self.append(error.describe())
            return otherwise


def diagnose(now: dt.datetime, *, deep: bool = False) -> Diagnosis:
    """Return the state of this installation at `now` (UTC); nothing is changed and nothing raised.

    With `deep`, every page file and record is read.
    """
    problems = _Problems()
    settings = problems.unless(load_settings, Settings())
    none: tuple[Source, ...] = ()
    listed = problems.unless(load_sources, none)
    sources = tuple(one for one in listed if one.enabled)
    for house in settings.drafts.houses:
        problems.unless(partial(_check_house, house), None)
    seen = problems.unless(lambda: _look(settings, sources, now, deep=deep), None)
    found = _describe(settings, sources, now, seen).model_copy(
        update={"overrides": _overrides(), "problems": tuple(problems)}
    )
    wrong = [*_wrong_sources(listed, settings), *_wrong_houses(settings.drafts.houses)]
    advice = [*_advise(found, settings), *wrong]
    verdict = _judge(found, advice)
    # not an illness: some houses only watch others
    advice += lacking_sources(settings.drafts.houses, sources)
    return found.model_copy(update={"advice": tuple(advice), "verdict": verdict})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the store told."""

    facts: DatabaseFacts
    figures: Figures
    faults: tuple[Fault, ...]


def _overrides() -> tuple[Override, ...]:
    """Return what the home changes, or nothing when its file is broken, which has been told then."""
    try:
        return tuple(list_overrides())
    except ConfigError:
        return ()


def _look(settings: Settings, sources: Sequence[Source], now: dt.datetime, *, deep: bool) -> _Seen | None:
    """Return what the store tells, or None where there is none yet: a look makes no database."""
    if missing_database(settings.database_url):
        return None
    with open_store(settings.database_url, settings.pages_folder, wait=PATIENCE) as store:
        return _Seen(
            facts=database_facts(store),
            figures=read_figures(store, sources, settings, now),
            faults=_faults(store, settings, now, deep=deep),
        )


def _faults(store: Store, settings: Settings, now: dt.datetime, *, deep: bool) -> tuple[Fault, ...]:
    if is_at_work(home()):
        return ()  # half of what a sync is doing would look like faults
    return tuple(find_faults(store, now, outbox=settings.outbox, deep=deep))


def _describe(
    settings: Settings, sources: Sequence[Source], now: dt.datetime, seen: _Seen | None
) -> Diagnosis:
    found = Diagnosis(
        verdict="well",
        at=now,
        home=str(home()),
        overlays=tuple(list_overlays()),
        time_zone=settings.night.time_zone,
        contact=settings.fetch.contact,
        free_disk=_free_disk(home()),
        at_work=is_at_work(home()),
        next_night=next_due(settings.night, now),
        sources=tuple(_state_of(source, seen.figures if seen else None) for source in sources),
    )
    if seen is None:
        return found
    run = seen.figures.last_run
    troubles = (Trouble(kind=one.kind, message=_told(one), mendable=not one.lasting) for one in seen.faults)
    return found.model_copy(
        update={
            "database": seen.facts,
            "last_start": run.started_at if run else None,
            "last_end": run.ended_at if run else None,
            "missed": seen.figures.missed,
            "kept": dict(seen.figures.kept),
            "troubles": tuple(troubles),
        }
    )


def _told(fault: Fault) -> str:
    return f"{fault.where}: {fault.message}"


def _state_of(source: Source, figures: Figures | None) -> SourceState:
    habits = figures.habits if figures else None
    expected = habits.expectations.get(source.id) if habits else None
    nights = habits.nights.get(source.id, ()) if habits else ()
    queue = habits.queues.get(source.id) if habits else None
    return SourceState(
        id=source.id,
        last_success=habits.successes.get(source.id) if habits else None,
        expected=round(expected.expected, 1) if expected else 0.0,
        got=expected.got if expected else 0,
        usual_pause=round(expected.usual, 1) if expected and expected.usual else None,
        last_news=expected.since if expected else None,
        silent=bool(expected and expected.silent),
        guess=bool(expected and expected.weak),
        queued=queue.waiting if queue else 0,
        gaps=len(habits.gaps.get(source.id, ())) if habits else 0,
        requests=nights[0].requests if nights else 0,
        robots=nights[0].robots if nights else None,
        issues=figures.issues_of(source.id) if figures else (),
    )


def _free_disk(folder: Path) -> int | None:
    """Return the free bytes where the home is, or will be."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), None)
    return shutil.disk_usage(there).free if there else None


def _advise(found: Diagnosis, settings: Settings) -> list[str]:
    """Return what the operator should do, the most pressing first."""
    mendable = sum(one.mendable for one in found.troubles)
    conditions = (
        (bool(found.problems), "Mend the problems above first: until then no night is done."),
        (not found.sources and not found.problems, "Enable a source in config/sources.toml of the home."),
        (
            bool(found.sources) and not (found.contact or settings.fetch.allow_private or found.problems),
            "Set [fetch] contact in config/settings.toml: without it no real source is fetched.",
        ),
        (
            bool(found.sources) and found.database is None and not found.problems,
            "No sync has run yet: run `paragraf sync`, or `paragraf run` and wait for the night.",
        ),
        (
            found.missed is not None and not found.at_work,
            "A night was missed: is `paragraf run`, or the timer, at work? `paragraf sync` catches up.",
        ),
        (mendable > 0, f"Run `paragraf doctor --repair`: it mends {mendable} faults of the store."),
        (
            found.free_disk is not None and found.free_disk < LOW_DISK,
            "Make room on the disk: a night that fills it is lost.",
        ),
        (
            any(one.gaps for one in found.sources),
            "Close gaps with `paragraf sync SOURCE --since DATE`: entries may have been missed.",
        ),
        (
            any(one.silent for one in found.sources),
            "Open silent sources in a browser: has the council moved to another address?",
        ),
    )
    return [text for applies, text in conditions if applies]


def _check_house(house: str) -> None:
    load_house(house)


def _wrong_houses(houses: Sequence[str]) -> list[str]:
    """Return what spoils drafts of profiles that can be read otherwise."""
    known = [house for house in houses if house in house_ids()]
    checked = (check_house_file(profile_path(house)) for house in known)
    return [mistake.describe() for each in checked if each.house for mistake in each.mistakes]


def _wrong_sources(listed: Sequence[Source], settings: Settings) -> list[str]:
    """Return what the files tell of sources that cannot be; each costs that source alone.

    Keys are not looked for: a service has them in an environment of its own.
    """
    found = _Problems()
    for source in listed:
        if source.enabled:
            found.unless(partial(_check_system, source), None)
    known = {source.id for source in listed}
    found += [
        f"[drafts] watch in config/settings.toml names {watched}, which no source is called."
        for watched in settings.drafts.watch
        if known and watched not in known
    ]
    return found


def _check_system(source: Source) -> None:
    system_for(source.system, f"source {source.id} in config/sources.toml")


def _judge(found: Diagnosis, advice: Sequence[str]) -> Verdict:
    if found.problems:
        return "broken"
    return "ill" if advice or found.troubles or any(one.issues for one in found.sources) else "well"
