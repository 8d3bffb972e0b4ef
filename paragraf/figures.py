"""What is measured of an installation: read from the store at once, for doctor and Prometheus alike."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from config.settings import Settings
from paragraf.habits import Habits, read_habits
from paragraf.missed import missed_night
from paragraf.schedule import next_due
from records.council import Source
from records.run import Issue, Run
from store.database import Store
from store.health import count_kept
from store.runs import list_issues, list_runs


@dataclass(frozen=True, slots=True)
class Figures:
    """The state of an installation at one moment.

    `last_run` is the newest run, ended or not; `missed` since when a night is due that was not done, `next`
    when the next one begins (both UTC). `issues` are those that are open.
    """

    at: dt.datetime
    sources: tuple[Source, ...]
    habits: Habits
    kept: Mapping[str, int]
    issues: tuple[Issue, ...]
    last_run: Run | None
    missed: dt.datetime | None
    next: dt.datetime

    def issues_of(self, source_id: str) -> tuple[Issue, ...]:
        """Return the open issues of a source."""
        return tuple(issue for issue in self.issues if issue.source_id == source_id)

    @property
    def issue_counts(self) -> Counter[tuple[str, str, str]]:
        """How many issues of each source, kind and severity are open."""
        return Counter((issue.source_id, issue.kind, issue.severity) for issue in self.issues)


def read_figures(store: Store, sources: Iterable[Source], settings: Settings, now: dt.datetime) -> Figures:
    """Return the state of an installation at `now` (UTC), over the sources named. Raises StoreError."""
    listed = tuple(sources)
    own = {source.id for source in listed}
    return Figures(
        at=now,
        sources=listed,
        habits=read_habits(store, listed, settings.health, now),
        kept=count_kept(store),
        issues=tuple(issue for issue in list_issues(store) if issue.source_id in own),
        last_run=next(iter(list_runs(store, limit=1)), None),
        missed=missed_night(store, listed, settings.night, now),
        next=next_due(settings.night, now),
    )
