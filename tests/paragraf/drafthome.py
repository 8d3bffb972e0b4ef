"""A home in which a few sample councils were read, for tests that make drafts of what it holds."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config.houses import load_house
from config.settings import DraftSettings, FetchSettings, Settings
from paragraf.drafting import lay_drafts
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from samples.load import load_houses
from samples.server import SampleServer
from store.database import open_store
from store.filters import Query
from store.search import search_programmes
from tests.paragraf.conftest import NOW, SETTINGS

COUNCILS = ("alvasa", "hallavaara", "kuusiranta", "siltavayla")
"""A Swedish municipality, a Finnish one, a Finnish town, a provider."""


def fill_home(home: Path) -> None:
    """Read the councils into a home, and write the demo's house profiles and settings there; no drafts."""
    houses = load_houses()
    (home / "config" / "houses").mkdir(parents=True)
    for name, text in houses.items():
        (home / "config" / "houses" / name).write_text(text, encoding="utf-8")
    listed = ", ".join(f'"{name.removesuffix(".toml")}"' for name in houses)
    (home / "config" / "settings.toml").write_text(f"[drafts]\nhouses = [{listed}]\n", encoding="utf-8")
    with SampleServer(councils=list(COUNCILS)) as server, open_store(_address(home), home / "pages") as store:
        run_sync(Workshop(SETTINGS, store, (), lambda: NOW), server.sources, Quiet())


@contextmanager
def workshop_in(
    home: Path, *houses: str, nights: int = 0, address: str | None = None, **drafts: Any
) -> Iterator[Workshop]:
    """Lend the workshop of a filled home for these houses, some nights after the councils were read."""
    fetch = FetchSettings(delay=0, allow_private=True)
    settings = Settings(fetch=fetch, drafts=DraftSettings(houses=houses, **drafts))
    now = NOW + dt.timedelta(days=nights)
    with open_store(address or _address(home), home / "pages") as store:
        yield Workshop(settings, store, tuple(load_house(house) for house in houses), lambda: now)


def draft_all(workshop: Workshop, *sources: str) -> dict[str, Tally]:
    """Make what these sources (by default all) set off; return their tallies."""
    tallies = {source: Tally(source) for source in sources or COUNCILS}
    lay_drafts(workshop, tallies)
    return tallies


def programme_of(workshop: Workshop, title: str) -> str:
    """Return the id of the programme whose title holds these words."""
    (found,) = [
        row.id for row in search_programmes(workshop.store, Query(limit=None)) if title in (row.title or "")
    ]
    return found


def files_in(home: Path, pattern: str = "*.docx") -> dict[str, bytes]:
    """Return the files of the outbox by their paths below it."""
    outbox = home / "outbox"
    return {path.relative_to(outbox).as_posix(): path.read_bytes() for path in sorted(outbox.rglob(pattern))}


def _address(home: Path) -> str:
    return f"sqlite:///{home / 'paragraf.db'}"
