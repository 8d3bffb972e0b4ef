"""Stores to test on: the same tests run on SQLite and on a real PostgreSQL server."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from store.database import Store, open_store
from tests.store.postgresql import find_binaries, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server, with `{name}` where the database's name goes."""
    binaries = find_binaries()
    if binaries is None:
        if os.environ.get("PARAGRAF_REQUIRE_ALL") == "1":
            pytest.fail("no PostgreSQL server is installed, and PARAGRAF_REQUIRE_ALL asks for one")
        pytest.skip("no PostgreSQL server is installed")
    with running_server(binaries) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'paragraf.db'}"
        return
    server: str = request.getfixturevalue("server")
    yield server.format(name="postgres")
    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


@pytest.fixture
def store(address: str, tmp_path: Path) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    with open_store(address, tmp_path / "pages") as opened:
        yield opened
