"""What goes wrong on our own machine while `paragraf sync` runs: each is told, and nothing is lost."""

import datetime as dt
import os
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest

from samples.server import Line, SampleServer
from store.runs import list_runs
from tests.paragraf.commanding import SETTINGS, Home
from tests.store.conftest import new_database
from tests.store.conftest import server as postgresql
from tests.store.privilege import NOBODY, public_folder

COUNCIL = "hallavaara"
SMALL = 100_000
"""Bytes: the tables alone take more."""
server_of_postgresql = postgresql


@pytest.fixture
def server() -> Iterator[SampleServer]:
    """Serve one council, slowly enough to be interrupted."""
    with SampleServer(councils=[COUNCIL], line=Line(latency=0.05)) as server:
        yield server


@pytest.fixture
def undisturbed(server: SampleServer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a run leaves that nothing disturbs."""
    home = Home(tmp_path_factory.mktemp("undisturbed"), server.sources)
    assert home.run("sync").code == 0
    return home.left()


def _wait_for(server: SampleServer, more: int) -> None:
    """Wait until so many further requests have come."""
    enough = len(server.requests) + more
    while len(server.requests) < enough:
        time.sleep(0.01)


def _limit_files(most: int) -> None:
    """Let no file of this process grow beyond so many bytes, as a full disk would."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def test_a_disk_that_is_full_from_the_start(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path
) -> None:
    """The run ends with a line that names the file and says what to do; later it is as if nothing was."""
    home = Home(tmp_path, server.sources)

    full = home.run("sync", prepare=partial(_limit_files, SMALL))

    assert full.code == 2
    assert "paragraf.db" in full.said
    assert "Traceback" not in full.said
    assert home.run("sync").code == 0
    assert home.left() == undisturbed


@pytest.mark.parametrize("room", [1_000, 4_000, 60_000])
def test_a_disk_that_fills_up_on_the_way(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path, room: int
) -> None:
    """Whatever was kept by then stays, and the next run goes on from there."""
    home = Home(tmp_path, server.sources)
    home.store().close()
    size = (tmp_path / "paragraf.db").stat().st_size

    full = home.run("sync", prepare=partial(_limit_files, size + room))

    assert full.code == 2, full.said
    assert str(tmp_path) in full.said
    assert "Traceback" not in full.said
    assert home.run("sync").code == 0
    assert home.left() == undisturbed


def _be_nobody() -> None:
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


def test_a_disk_that_cannot_be_written(server: SampleServer, undisturbed: dict[str, list[str]]) -> None:
    """A home without the right to write is told by name, and left as it was."""
    with public_folder() as folder:
        home = Home(folder, server.sources)
        assert home.run("sync").code == 0
        before = home.left()
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o555 if place.is_dir() else 0o444)

        refused = home.run("sync", prepare=_be_nobody)
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o755 if place.is_dir() else 0o644)
        after = home.left()

    assert refused.code == 2, refused.said
    assert str(folder) in refused.said
    assert "Traceback" not in refused.said
    assert after == before == undisturbed


def test_a_database_that_another_program_holds(server: SampleServer, tmp_path: Path) -> None:
    """The sync waits, and ends by name when the other does not let go; afterwards it works."""
    home = Home(tmp_path, server.sources)
    home.store().close()
    other = sqlite3.connect(tmp_path / "paragraf.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    locked = home.run("sync", prepare=_be_impatient)
    other.execute("ROLLBACK")
    other.close()

    assert locked.code == 2
    assert "another program" in locked.said.lower()
    assert home.run("sync").code == 0


def _be_impatient() -> None:
    from paragraf import workshop
    from store.database import open_store

    vars(workshop)["open_store"] = partial(open_store, wait=0.2)


def test_two_at_once(server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    """The second one says who is at work, and does nothing."""
    home = Home(tmp_path, server.sources)
    first = home.start("sync")
    _wait_for(server, 3)
    second = Home(tmp_path, server.sources).run("sync")
    first.join()

    assert second.code == 2
    assert str(first.pid) in second.said
    assert home.ended(first).code == 0
    assert home.left() == undisturbed


def test_sigterm_ends_after_the_item_at_work(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path
) -> None:
    """What is being read is kept, the rest waits for the next run."""
    home = Home(tmp_path, server.sources)
    process = home.start("sync")
    _wait_for(server, 8)
    assert process.pid
    os.kill(process.pid, signal.SIGTERM)
    process.join()

    ended = home.ended(process)
    kept = home.left()["items"]
    assert ended.code == 0, ended.said
    assert 0 < len(kept) < len(undisturbed["items"])
    with home.store() as store:
        assert list_runs(store)[0].ended_at is None
    assert home.run("sync").code == 0
    assert home.left() == undisturbed


def _set_clock(days: int) -> None:
    """Let this process believe in another day."""
    from paragraf.commands import sync
    from paragraf.workshop import open_workshop, utc_now

    def jumped() -> dt.datetime:
        return utc_now() + dt.timedelta(days=days)

    vars(sync)["open_workshop"] = partial(open_workshop, jumped)


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_jumps(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path, days: int
) -> None:
    """A night that lies years off costs nothing, and the next one, back in time, goes on."""
    home = Home(tmp_path, server.sources)

    wrong = home.run("sync", prepare=partial(_set_clock, days))
    with home.store() as store:
        began = list_runs(store)[0].started_at
    right = home.run("sync")

    assert "Traceback" not in wrong.said
    assert abs(began - dt.datetime.now(dt.UTC)) > dt.timedelta(days=399)
    assert right.code in (0, 1), right.said
    left = home.left()
    assert left["items"] == undisturbed["items"]
    assert left["files"] == undisturbed["files"]


def test_a_database_server_that_is_killed(
    server: SampleServer,
    server_of_postgresql: str,
    tmp_path: Path,
) -> None:
    """The run ends by name when its connections die, and the next one makes it good."""
    with new_database(server_of_postgresql) as address:
        home = Home(tmp_path, server.sources, f'{SETTINGS}[store]\nurl = "{address}"\n')
        process = home.start("sync")
        _wait_for(server, 6)
        with psycopg.connect(server_of_postgresql.format(name="postgres"), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [address.rpartition("/")[2].partition("?")[0]],
            )
        process.join()
        broken = home.ended(process)
        again = home.run("sync")

    assert "Traceback" not in broken.said
    assert broken.code in (0, 2), broken.said
    assert again.code == 0, again.said
