"""Knows the two databases' own manners: how each is connected, locked and complains."""

import os
import socket
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, StatementError
from sqlalchemy.pool import ConnectionPoolEntry

from records.errors import StoreError

_WRITES = "paragraf_writes"
"""The execution option of a connection that is going to write."""

_MIGRATION_LOCK = 7_206_573
_PAGES_LOCK = 7_206_574

_SESSION = "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6"
"""A machine that loses its power frees its locks within two minutes, not the two hours of the system."""

_NO_LIMIT = -1
"""As many connections as threads at work: none waits for another's while that one waits to write."""

_LONGEST_NAME = 63
"""Bytes that PostgreSQL keeps of a connection's name."""

_COMPLAINTS = (
    ("database is locked", "Another program is writing; try again when it has ended."),
    ("lock timeout", "Another program is writing; try again when it has ended."),
    ("readonly database", "Give this user the right to write to the file and its folder."),
    ("unable to open database file", "Check that the folder exists and that this user may write there."),
    ("disk is full", "Make room on the disk and run again; what was stored is safe."),
    ("disk I/O error", "Make room on the disk, or look after its health, and run again."),
    ("No space left", "Make room on the server's disk and run again; what was stored is safe."),
    ("not a database", "Name another file, or move this one away."),
    ("malformed", "Restore the file from its last copy."),
)


def connect(url: str, wait: float) -> Engine:
    """Return an engine for an SQLAlchemy address, without connecting yet.

    `wait` is how many seconds a writer waits for another. Addresses `sqlite:///PATH` and
    `postgresql://...` are known; the latter is spoken by psycopg 3. For SQLite the file's folder is
    made. Raises StoreError for any other address, or for a folder that cannot be made.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, wait)
    return _postgresql(address, wait)


def for_reading(engine: Engine) -> Connection:
    """Return a connection that sees the state of one moment, however many questions it is asked."""
    if engine.dialect.name == "sqlite":
        return engine.connect()
    return engine.connect().execution_options(isolation_level="REPEATABLE READ")


def for_writing(engine: Engine) -> Connection:
    """Return a connection that waits for other writers at the beginning of its transaction."""
    return engine.connect().execution_options(**{_WRITES: True})


def lock_for_migration(connection: Connection) -> None:
    """Let one program at a time change the tables; SQLite's write lock does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})


def lock_page_files(connection: Connection, *, alone: bool = False) -> None:
    """Keep page files from being taken away while this transaction writes its own, or be `alone` with them.

    SQLite's write lock does so by itself.
    """
    if connection.dialect.name == "postgresql":
        kind = "" if alone else "_shared"
        connection.execute(text(f"SELECT pg_advisory_xact_lock{kind}(:lock)"), {"lock": _PAGES_LOCK})


def printable(address: URL) -> str:
    """Return the address without its password."""
    return address.render_as_string(hide_password=True)


def refusal(address: URL, error: StatementError | UnicodeEncodeError) -> StoreError:
    """Return what to raise when the database refuses, or a column does, or a text is none in UTF-8."""
    if isinstance(error, UnicodeEncodeError):
        found = error.object.encode("utf-8", "backslashreplace").decode()
        return StoreError(printable(address), expected="text in UTF-8", found=found)
    if isinstance(error.orig, StoreError):
        return error.orig
    found = " ".join(str(error.orig).split())
    advice = next((advice for sign, advice in _COMPLAINTS if sign in found), "")
    return StoreError(printable(address), expected="a database that answers", found=found, advice=advice)


def _address(url: str) -> URL:
    known = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
    try:
        address = make_url(url)
        return address.set(drivername=known[address.get_backend_name()])
    except (ArgumentError, NoSuchModuleError, KeyError) as error:
        raise StoreError(
            "the database address", expected="sqlite:///PATH or postgresql://USER@HOST/NAME", found=repr(url)
        ) from error


def _postgresql(address: URL, wait: float) -> Engine:
    asked = address.query.get("options", "")
    given = " ".join([asked] if isinstance(asked, str) else asked)
    told = {"options": f"{given} {_SESSION} -c lock_timeout={int(wait * 1000)}".strip()}
    if "application_name" not in address.query:
        told["application_name"] = connection_name()
    try:
        return create_engine(address, pool_pre_ping=True, max_overflow=_NO_LIMIT, connect_args=told)
    except ModuleNotFoundError as error:
        raise StoreError(
            printable(address),
            expected="the package psycopg",
            found="no such package",
            advice="Install paragraf[postgresql].",
        ) from error


def connection_name() -> str:
    """Return what this program's connections are called on a server: machine and process."""
    return f"paragraf on {socket.gethostname()[:30]}, process {os.getpid()}"[:_LONGEST_NAME]


def _sqlite(address: URL, wait: float) -> Engine:
    if not address.database or address.database == ":memory:":
        raise StoreError(printable(address), expected="a file, sqlite:///PATH", found="none")
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            str(folder), expected="a folder for the database", found=str(error), advice="Name another folder."
        ) from error
    engine = create_engine(address, max_overflow=_NO_LIMIT, connect_args={"timeout": wait})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin too late for reads to be of one moment; `_begin_sqlite` begins them.
    connection.isolation_level = None
    cursor = connection.cursor()
    # Whoever opens a new file first makes it one that is read while it is written. SQLite does not wait
    # for the lock that this takes: when another program holds it, that program makes the change.
    with suppress(sqlite3.OperationalError):
        cursor.execute("PRAGMA journal_mode = WAL")
    # NORMAL would let the last rows go when the power does: an outbox file, or a page file that was taken
    # away, would then be ahead of its row. A page file is brought to the disk before its row anyway: one
    # wait more for an item is not felt beside two seconds between fetches.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that first reads and then writes fails at once, without waiting, when another wrote
    # between: whoever is going to write takes the lock at the beginning.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
