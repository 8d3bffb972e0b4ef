"""What the store tells of the sources' habits, read once for all of them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from config.settings import HealthSettings
from paragraf.expectation import Expectation, expect
from paragraf.season import News, learn_season
from records.council import Source
from store.database import Store
from store.gaps import Gap, list_gaps
from store.health import (
    FirstSight,
    Queue,
    Shapes,
    SourceNight,
    list_first_sights,
    list_queues,
    list_shapes,
    list_source_nights,
    list_source_starts,
)
from store.runs import last_successes

NIGHTS = 30
"""So many runs back the errors of a source are counted."""

_LATE = dt.timedelta(days=60)
_FIRST_WEEKS = dt.timedelta(weeks=3)
_LAG = dt.timedelta(days=14)
_LATELY = dt.timedelta(days=3)
_USUALLY = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Habits:
    """All that is judged about the sources; what a source has nothing of is absent.

    `shapes` are those of the last three days, `usual_shapes` of the six weeks before. `runs` is how
    many runs of the store were looked at.
    """

    expectations: Mapping[str, Expectation] = field(default_factory=dict)
    nights: Mapping[str, Sequence[SourceNight]] = field(default_factory=dict)
    successes: Mapping[str, dt.datetime] = field(default_factory=dict)
    shapes: Mapping[str, Shapes] = field(default_factory=dict)
    usual_shapes: Mapping[str, Shapes] = field(default_factory=dict)
    queues: Mapping[str, Queue] = field(default_factory=dict)
    gaps: Mapping[str, Sequence[Gap]] = field(default_factory=dict)
    runs: int = 0


def read_habits(
    store: Store, sources: Iterable[Source], settings: HealthSettings, now: dt.datetime
) -> Habits:
    """Return the sources' habits as the store knows them at `now` (aware)."""
    nights = list_source_nights(store, NIGHTS)
    return Habits(
        expectations=expectations(store, sources, settings, now),
        nights=nights,
        successes=last_successes(store),
        shapes=list_shapes(store, now - _LATELY, now + _LATELY, settings.short_text),
        usual_shapes=list_shapes(store, now - _LATELY - _USUALLY, now - _LATELY, settings.short_text),
        queues=list_queues(store, now),
        gaps=_by_source(list_gaps(store)),
        runs=len({night.run for part in nights.values() for night in part}),
    )


def _by_source(gaps: Iterable[Gap]) -> dict[str, list[Gap]]:
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.source_id, []).append(gap)
    return found


def expectations(
    store: Store, sources: Iterable[Source], settings: HealthSettings, now: dt.datetime
) -> dict[str, Expectation]:
    """Return what each source may be expected to publish, with the year of its country's sources."""
    sights = list_first_sights(store, now - dt.timedelta(weeks=settings.history_weeks))
    starts = list_source_starts(store)
    today = now.astimezone(dt.UTC).date()
    by_country: dict[str, dict[str, News]] = {}
    for source in sources:
        news = published(sights.get(source.id, ()), starts.get(source.id, today))
        by_country.setdefault(source.council.country, {})[source.id] = news
    expected: dict[str, Expectation] = {}
    for histories in by_country.values():
        season = learn_season(histories.values(), today, settings)
        expected |= {name: expect(news, today, season, settings) for name, news in histories.items()}
    patience = dt.timedelta(days=settings.least_days)
    return {
        # what was silent before anybody listened has not fallen silent
        name: replace(one, silent=False, certain=False) if starts.get(name, today) > today - patience else one
        for name, one in expected.items()
    }


def published(sights: Iterable[FirstSight], start: dt.date) -> News:
    """Return how many items a source published on which day, told by when they were first seen.

    What was there before the source was read, or was fetched by a walk back, is counted two weeks
    after its meeting, as minutes usually are published; where no meeting is told, it is left out.
    """
    news: dict[dt.date, int] = {}
    for sight in sights:
        is_old = sight.seen < start + _FIRST_WEEKS or (
            sight.met is not None and sight.seen - sight.met > _LATE
        )
        if is_old and sight.met is None:
            continue
        day = min(sight.met + _LAG, sight.seen) if is_old and sight.met else sight.seen
        news[day] = news.get(day, 0) + sight.count
    return news
