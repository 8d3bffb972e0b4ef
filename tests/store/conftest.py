"""Stores to test on: the same tests run on SQLite and on a real PostgreSQL server."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from store.database import Store, open_store

KINDS = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def server(postgresql: str) -> str:
    """The address of a PostgreSQL server, with `{name}` where the database's name goes."""
    return postgresql


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """Make an empty database on a server and lend its address."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        yield server.format(name=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def new_address(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Lend the address of an empty database of a kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'paragraf.db'}"
        return
    with new_database(request.getfixturevalue("postgresql")) as address:
        yield address


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database whose tables are made, to be copied: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("empty")
    open_store(f"sqlite:///{folder}/paragraf.db", folder).close()
    return folder / "paragraf.db"


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of each kind in turn."""
    with new_address(request.param, request, tmp_path) as address:
        yield address


@pytest.fixture
def store(address: str, tmp_path: Path, empty_file: Path) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    if address.startswith("sqlite"):
        shutil.copy(empty_file, tmp_path / "paragraf.db")
    with open_store(address, tmp_path / "pages") as opened:
        yield opened


@pytest.fixture(scope="module", params=KINDS)
def shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that all tests of a file fill and read together, of each kind in turn."""
    folder = tmp_path_factory.mktemp("shared")
    with new_address(request.param, request, folder) as address, open_store(address, folder) as opened:
        yield opened
