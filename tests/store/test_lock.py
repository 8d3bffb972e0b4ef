"""Several machines with one store: one holds the night, and each source has one reader at a time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from records.errors import Busy, StoreError
from store.database import Store, open_store
from store.engine import connect
from store.lock import night_lock, source_lock
from store.runs import list_runs
from tests.store.conftest import new_database

HOLDER = """
import sys, time
from pathlib import Path
from store.database import open_store
from store.lock import night_lock, source_lock
with open_store(sys.argv[1], Path(sys.argv[2])) as store:
    with night_lock(store) if sys.argv[3] == "night" else source_lock(store, sys.argv[3]):
        print("held", flush=True)
        time.sleep(60)
"""


@pytest.fixture
def shared(server: str, tmp_path: Path) -> Iterator[Store]:
    """A store on PostgreSQL, which several machines may share."""
    with new_database(server) as address, open_store(address, tmp_path / "pages") as store:
        yield store


@contextmanager
def _holder(store: Store, folder: Path, name: str) -> Iterator[subprocess.Popen[str]]:
    """Have another process hold a lock."""
    address = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    program = [sys.executable, "-c", HOLDER, address, str(folder), name]
    holder = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
    finally:
        holder.kill()
        holder.communicate()


def _wait_until_free(store: Store, name: str) -> None:
    """The server sees that its client is gone when it next looks: at once, but not in no time."""
    for _ in range(10_000):
        with source_lock(store, name) as mine:
            if mine:
                return
    raise AssertionError("the lock outlived its holder")


def test_a_second_scheduler_is_told_who_holds_the_night(shared: Store, tmp_path: Path) -> None:
    """The message names machine and process, as the operator of two machines needs it."""
    with _holder(shared, tmp_path, "night") as holder:
        said = rf"held by paragraf on .*, process {holder.pid}\. Wait until"
        with pytest.raises(Busy, match=said), night_lock(shared):
            pass
        with source_lock(shared, "kuusiranta") as mine:
            assert mine


def test_the_lock_of_a_killed_holder_is_free(shared: Store, tmp_path: Path) -> None:
    """No stale lock has to be taken away by hand after a crash."""
    with _holder(shared, tmp_path, "kuusiranta") as holder:
        with source_lock(shared, "kuusiranta") as mine:
            assert not mine
        holder.kill()
        holder.wait()
        _wait_until_free(shared, "kuusiranta")


def test_sources_are_held_one_by_one(shared: Store) -> None:
    """A source that another one reads is left alone, its neighbours are not; afterwards it is free."""
    with (
        source_lock(shared, "kuusiranta") as first,
        source_lock(shared, "odeborg") as other,
        source_lock(shared, "kuusiranta") as second,
    ):
        assert (first, other, second) == (True, True, False)
    with source_lock(shared, "kuusiranta") as again:
        assert again


def test_a_lock_is_freed_when_the_block_fails(store: Store) -> None:
    """A night that ends with an error does not keep the next one out."""

    def fail() -> None:
        with night_lock(store), source_lock(store, "kuusiranta"):
            raise InterruptedError

    for _ in range(2):
        with pytest.raises(InterruptedError):
            fail()


def test_many_sources_are_held_beside_the_work_on_them(shared: Store) -> None:
    """Thirty hosts at once: their locks leave connections for the work itself."""
    with ExitStack() as held:
        ours = [held.enter_context(source_lock(shared, f"source{number}")) for number in range(30)]
        assert all(ours)
        assert list_runs(shared) == []


def test_two_databases_of_one_server_do_not_meet(shared: Store, server: str, tmp_path: Path) -> None:
    """A test installation beside the real one has nights of its own."""
    with (
        new_database(server) as address,
        open_store(address, tmp_path / "other") as other,
        night_lock(shared),
        night_lock(other),
        source_lock(other, "kuusiranta") as mine,
    ):
        assert mine


def test_a_lock_of_a_server_that_is_gone_is_a_store_error(shared: Store, tmp_path: Path) -> None:
    """A database that does not answer is told like everywhere else."""
    gone = shared.engine.url.set(query={"host": str(tmp_path)}, drivername="postgresql")
    away = Store(connect(gone.render_as_string(hide_password=False), 1), tmp_path)
    with pytest.raises(StoreError, match="connection"), night_lock(away):
        pass
    away.close()


def test_connections_are_named_for_machine_and_process(shared: Store) -> None:
    """An administrator sees in the server's own list whose they are."""
    with shared.read() as connection:
        name = connection.exec_driver_sql("SHOW application_name").scalar_one()
    assert name.startswith("paragraf on ")
    assert name.endswith(f", process {os.getpid()}")
