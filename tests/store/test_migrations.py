"""The steps bring any older database to the tables that the code speaks of."""

import logging
import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from store.database import HEAD, Store, open_store
from store.migrations import known_revisions
from store.runs import start_run
from store.schema import metadata
from tests.store.made import NIGHT

FORK = multiprocessing.get_context("fork")


def test_the_code_and_the_last_step_name_the_same_version() -> None:
    """A new step without a new HEAD would never run."""
    assert known_revisions()[0] == HEAD


def test_the_steps_lead_to_the_tables_of_the_schema(store: Store) -> None:
    """Nothing is in the tables that the schema does not tell, and nothing is missing."""

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not (name or "").startswith(("search_index", "alembic_version"))

    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, metadata) == []


def test_opening_says_nothing_on_the_log(
    address: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A clerk's first command must not begin with the news of a database library."""
    with caplog.at_level(logging.WARNING), open_store(address, tmp_path):
        assert caplog.records == []


def _open(address: str, pages: Path, start: Barrier) -> None:
    start.wait()
    with open_store(address, pages) as store:
        start_run(store, NIGHT)


def test_several_programs_may_open_a_new_database_at_once(address: str, tmp_path: Path) -> None:
    """One makes the tables, the others wait for them."""
    start = FORK.Barrier(4)
    programs = [FORK.Process(target=_open, args=(address, tmp_path / "pages", start)) for _ in range(4)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0, 0, 0]
    with open_store(address, tmp_path / "pages") as store, store.read() as connection:
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
