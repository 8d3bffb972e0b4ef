"""What a run works with: settings, store, houses and a clock, opened together and closed together."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from config.houses import House, load_house
from config.paths import HOME_VARIABLE
from config.settings import Settings, load_settings
from config.sources import load_sources
from ingest.fetch import Fetcher
from ingest.systems import system_for
from paragraf.fetching import LoggedFetcher, waiting_until
from paragraf.stopping import Stopping
from records.council import Source
from records.errors import ConfigError, StoreError
from store.database import Store, open_store
from store.facts import missing_database

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that the steps of a run share.

    `now` returns an aware time, UTC; `stopping` tells between two items whether to stop there.
    """

    settings: Settings
    store: Store
    houses: tuple[House, ...]
    now: Clock
    stopping: Stopping = field(default_factory=Stopping)

    @property
    def today(self) -> dt.date:
        """The day that it is now where the installation stands."""
        return self.local_day(self.now())

    def local_day(self, moment: dt.datetime) -> dt.date:
        """Return the day of an aware moment in the time zone of the settings."""
        return moment.astimezone(self.settings.night.zone).date()

    @property
    def oldest_meeting(self) -> dt.date:
        """Meetings before this day are not fetched when they were never seen."""
        today = self.today
        months = today.year * 12 + today.month - 1 - self.settings.fetch.first_months
        return dt.date(months // 12, months % 12 + 1, 1)

    def fetcher(self, sources: Iterable[Source]) -> Fetcher:
        """Return a fetcher that reaches these sources' own hosts and no others.

        One for a whole run, so that two sources on one host are not asked faster than one. Raises
        ConfigError for two keys for one host; a source whose key is not set goes without.
        """
        known = tuple(sources)
        hosts = {host for source in known for host in hosts_of(source)}
        keys = keys_of(source for source in known if has_key(source))
        timing = waiting_until(self.stopping)
        return LoggedFetcher(self.settings.fetch, hosts, keys=keys, now=self.now, timing=timing)


def utc_now() -> dt.datetime:
    """Return this moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def hosts_of(source: Source) -> frozenset[str]:
    """Return the hosts that a source's addresses name."""
    addresses = (*(base.url for base in source.bases), *source.pages, *source.feeds)
    return frozenset(host for host in (urlsplit(url).hostname for url in addresses) if host)


def keys_of(sources: Iterable[Source], environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the keys that sources' own hosts ask for, by host, from the variables that the sources name.

    Raises ConfigError for a variable that is not set, and for two keys for one host.
    """
    keys: dict[str, str] = {}
    for source in sources:
        if source.key_variable is None:
            continue
        key = environment.get(source.key_variable, "").strip()
        place = f"environment variable {source.key_variable}"
        if not key:
            advice = f"Set it to the key that {source.system} gave you, or disable the source."
            raise ConfigError(place, expected=f"the key of source {source.id}", found="none", advice=advice)
        for host in hosts_of(source):
            if keys.setdefault(host, key) != key:
                raise ConfigError(place, expected=f"one key for {host}", found="another one, too")
    return keys


def has_key(source: Source, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a source asks for no key, or for one that is set."""
    return source.key_variable is None or bool(environment.get(source.key_variable, "").strip())


def check_source(source: Source) -> None:
    """Raise ConfigError for a system that is not known, and for a key that is not set."""
    system_for(source.system, f"source {source.id} in config/sources.toml")
    keys_of((source,))


@contextmanager
def open_workshop(now: Clock = utc_now, stopping: Stopping | None = None) -> Iterator[Workshop]:
    """Yield the workshop of this installation.

    Raises ConfigError for wrong settings and StoreError for a store that cannot be opened.
    """
    settings = load_settings()
    houses = tuple(load_house(house) for house in settings.drafts.houses)
    with open_store(settings.database_url, settings.pages_folder) as store:
        yield Workshop(settings, store, houses, now, stopping or Stopping())


@contextmanager
def open_begun() -> Iterator[Workshop]:
    """Yield the workshop of an installation that has synced before, for a command that asks or removes.

    Raises StoreError where there is no database: a mistyped home must not become an empty one that has
    no answers. Other errors as `open_workshop`.
    """
    settings = load_settings()
    file = missing_database(settings.database_url)
    if file is not None:
        raise StoreError(
            str(file),
            expected="the database of an installation",
            found="none",
            advice=f"Run `paragraf sync` first, or set {HOME_VARIABLE} to the home that has one.",
        )
    with open_workshop() as workshop:
        yield workshop


def enabled_sources(wanted: tuple[str, ...] = ()) -> tuple[Source, ...]:
    """Return the sources named, or all enabled ones.

    Raises ConfigError for an id that no source has. A source that is named is read even when it
    is not enabled: to name it is to ask for it.
    """
    known = {source.id: source for source in load_sources()}
    for source_id in wanted:
        if source_id not in known:
            raise ConfigError(
                source_id,
                expected=f"one of the sources {', '.join(sorted(known)) or '(none is configured)'}",
                advice="Add it to config/sources.toml in the home, or mend the spelling.",
            )
    if wanted:
        return tuple(known[source_id] for source_id in wanted)
    return tuple(source for source in known.values() if source.enabled)
