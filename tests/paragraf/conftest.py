"""One sync of all sample councils, shared by the tests that look at what it left."""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.paths import HOME_VARIABLE
from config.settings import FetchSettings, Settings
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.run import SourceSummary
from samples.load import TODAY
from samples.server import SampleServer
from store.database import Store, open_store

NOW = dt.datetime.combine(TODAY, dt.time(2, 30), dt.UTC)
SETTINGS = Settings(fetch=FetchSettings(delay=0, allow_private=True, details_per_night=1000))


@dataclass(frozen=True)
class Synced:
    """What one sync of the sample councils gave, and the store it left."""

    summaries: tuple[SourceSummary, ...]
    store: Store
    server: SampleServer


@pytest.fixture(scope="session")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synced]:
    """Sync every sample council once, without houses."""
    folder = tmp_path_factory.mktemp("synced")
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(folder)
    with SampleServer() as server, open_store(f"sqlite:///{folder / 'p.db'}", folder / "pages") as store:
        summaries = run_sync(Workshop(SETTINGS, store, (), lambda: NOW), server.sources, Quiet())
        yield Synced(tuple(summaries), store, server)
    if before is None:
        os.environ.pop(HOME_VARIABLE, None)
    else:
        os.environ[HOME_VARIABLE] = before


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which a few sample councils were read, to be copied: see `tests.paragraf.drafthome`."""
    from tests.paragraf.drafthome import fill_home

    folder = tmp_path_factory.mktemp("filled") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        fill_home(folder)
    return folder


@pytest.fixture
def drafting_home(filled_home: Path, home: Path) -> Path:
    """The test's own home, in which a few sample councils were read."""
    shutil.copytree(filled_home, home)
    return home
