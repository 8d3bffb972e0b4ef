"""What all sources of one run share, and the running of several hosts side by side."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from ingest.fetch import Fetcher
from ingest.systems.base import Fetch
from paragraf.extracting import Extractors
from paragraf.progress import Progress
from paragraf.stopping import Stopping
from paragraf.tally import Tally
from paragraf.visits import Budget
from paragraf.workshop import Workshop, hosts_of
from records.council import Source
from records.errors import ConfigError, ParagrafError, StoreError


@dataclass(frozen=True, slots=True)
class Night:
    """One run's tools. `since` asks for all since that day; `saving` lets one thread write at a time."""

    workshop: Workshop
    fetcher: Fetcher
    extractors: Extractors
    progress: Progress
    budget: Budget
    since: dt.date | None = None
    saving: Lock = field(default_factory=Lock)

    @property
    def fetch(self) -> Fetch:
        """What fetches a page by its address."""
        return self.fetcher.fetch

    @property
    def stopping(self) -> Stopping:
        """Whether the run was asked to stop."""
        return self.workshop.stopping

    def requests(self, source: Source) -> int:
        """Return how many requests the hosts of a source were sent so far."""
        return sum(self.fetcher.requests.get(host, 0) for host in hosts_of(source))

    def robots_told(self, source: Source) -> str | None:
        """Return what robots.txt of the source's hosts lets us fetch, None when none was asked."""
        told = (self.fetcher.robots_told(host) for host in sorted(hosts_of(source)))
        return " ".join(filter(None, told)) or None

    @property
    def now(self) -> dt.datetime:
        """This moment, aware, UTC."""
        return self.workshop.now()


@dataclass
class Noted:
    """What went wrong in a block, if anything did."""

    error: Exception | None = None


@contextmanager
def noted(tally: Tally, url: str | None = None) -> Iterator[Noted]:
    """Make an error of the block an issue, but for those that end the run; yield what will hold it."""
    note = Noted()
    try:
        yield note
    except (ConfigError, StoreError):
        raise
    except ParagrafError as error:
        note.error = error
        tally.fail(error, url)
    except Exception as error:  # noqa: BLE001 - a fault of ours at one page must not cost the night
        note.error = error
        tally.fail_unforeseen(error, url)


def side_by_side(
    sources: Sequence[Source], most: int, stopping: Stopping, run: Callable[[Source], Tally | None]
) -> list[Tally]:
    """Run each source, those of different hosts side by side, at most so many; return their tallies in order.

    Sources that share a host run one after the other. An error that ends the run is raised when the
    items at work are done.
    """
    groups = by_host(sources)
    if len(groups) == 1:
        return [tally for source in sources if not stopping.asked and (tally := run(source))]
    tallies: dict[str, Tally] = {}

    def run_group(group: Sequence[Source]) -> None:
        try:
            for source in group:
                if not stopping.asked and (tally := run(source)):
                    tallies[source.id] = tally
        except (ConfigError, StoreError):
            stopping.ask()
            raise

    with ThreadPoolExecutor(min(most, len(groups)), thread_name_prefix="host") as pool:
        ended = [pool.submit(run_group, group) for group in groups]
    for one in ended:
        one.result()
    return [tallies[source.id] for source in sources if source.id in tallies]


def by_host(sources: Sequence[Source]) -> list[list[Source]]:
    """Return the sources in groups of which no two share a host."""
    groups: list[tuple[set[str], list[Source]]] = []
    for source in sources:
        hosts, members = set(hosts_of(source)), [source]
        apart = []
        for group in groups:
            if group[0] & hosts:
                hosts |= group[0]
                members = [*group[1], *members]
            else:
                apart.append(group)
        groups = [*apart, (hosts, members)]
    return [members for _, members in groups]
