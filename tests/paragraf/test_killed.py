"""A sync that is killed at any moment is made good by the next one: nothing lost, nothing doubled."""

import hashlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.council import Source
from samples.server import SampleServer
from store.database import open_store
from tests.paragraf.killing import STEPS, Moment, Step, run_process
from tests.store.made import dump

SEED = 20_261_122
MOMENTS = 200
GROUPS = 10
"""The moments are shared out over so many tests, so that a failure names its own few."""
COUNCIL = "hallavaara"
ITEMS = ("2026733-2", "2026733-4", "2026733-5")
Left = tuple[dict[str, list[str]], dict[str, str]]


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    """Three items of a small municipality; all runs read the same server, so that addresses are the same."""
    with SampleServer(councils=[COUNCIL], items=ITEMS) as server:
        yield server.sources[0]


def _left(home: Path) -> Left:
    """Return every row but those of runs, and the digest of every file of pages and drafts."""
    with open_store(f"sqlite:///{home / 'p.db'}", home / "pages") as store:
        rows = dump(store, "pages.headers")  # the server prints the time of day in them
    for table in ("runs", "source_summaries", "issues"):
        del rows[table]
    files = sorted(path for kind in ("pages", "outbox") for path in (home / kind).rglob("*"))
    digests = {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in files
    }
    return rows, digests


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty database, to be copied."""
    home = tmp_path_factory.mktemp("empty")
    open_store(f"sqlite:///{home / 'p.db'}", home / "pages").close()
    return home


@pytest.fixture(scope="module")
def undisturbed(
    empty: Path, source: Source, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Left, dict[Step, int]]:
    """What a run leaves that nothing disturbs, and how many events each of its steps has."""
    home = tmp_path_factory.mktemp("undisturbed") / "home"
    shutil.copytree(empty, home)
    counts = run_process(home, source)
    assert counts is not None
    return _left(home), counts


def test_every_step_has_moments_to_be_killed_at(undisturbed: tuple[Left, dict[Step, int]]) -> None:
    """The run fetches, keeps pages, writes rows and lays drafts."""
    (rows, files), counts = undisturbed

    assert set(counts) == set(STEPS)
    assert min(counts.values()) >= 5
    assert rows["items"]
    assert any(name.endswith(".docx") for name in files)


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_killed_run_is_made_good_by_the_next(
    group: int, empty: Path, source: Source, undisturbed: tuple[Left, dict[Step, int]], tmp_path: Path
) -> None:
    """Rows, page files and drafts equal those of an undisturbed run, whenever the first one died."""
    expected, counts = undisturbed
    for number in range(group, MOMENTS, GROUPS):
        step = STEPS[number % len(STEPS)]
        moment = Moment(step, random.Random(SEED + number).randint(1, counts[step]))
        home = tmp_path / str(number)
        shutil.copytree(empty, home)

        assert run_process(home, source, moment) is None, moment
        assert run_process(home, source) is not None, moment

        assert _left(home) == expected, moment
