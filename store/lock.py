"""Knows the locks by which several machines share one PostgreSQL store.

SQLite has one machine, and the file lock of its home.

A lock lives as long as the connection that took it: the server frees it when its holder dies.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import StatementError

from records.errors import Busy
from store.database import Store
from store.engine import printable, refusal

_NIGHT = "night"
_LOW = 0xFFFFFFFF

_HOLDER = text(
    "SELECT a.application_name, a.client_addr FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 "
    "AND l.classid = :high AND l.objid = :low "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


@contextmanager
def night_lock(store: Store) -> Iterator[None]:
    """Hold the store's night while the block runs, so that one scheduler alone works on it.

    Raises Busy, naming machine and process that hold it, when it is taken, and StoreError when the
    server does not answer. For SQLite it does nothing: the home's file lock has done so.
    """
    with _held(store, _NIGHT) as holder:
        if holder is not None:
            raise Busy(
                printable(store.engine.url),
                expected="no other sync of this store",
                found=f"one held by {holder}",
                advice="Wait until it ends; nothing was done.",
            )
        yield


@contextmanager
def source_lock(store: Store, source_id: str) -> Iterator[bool]:
    """Hold a source while the block runs; yield False when another machine holds it: leave it to that one.

    For SQLite it always yields True.
    """
    with _held(store, f"source {source_id}") as holder:
        yield holder is None


@contextmanager
def _held(store: Store, name: str) -> Iterator[str | None]:
    """Yield None and hold a lock, or yield who holds it."""
    if store.engine.dialect.name != "postgresql":
        yield None
        return
    try:
        connection = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    except StatementError as error:
        raise refusal(store.engine.url, error) from error
    # a lock may be held for hours: its connection is none of the pool's, and ends with it, which frees the
    # lock even where the connection is broken already
    connection.detach()
    try:
        yield _try(store, connection, _number(name))
    finally:
        connection.close()


def _try(store: Store, connection: Connection, number: int) -> str | None:
    """Take a lock and return None, or return who holds it."""
    try:
        taken = text("SELECT pg_try_advisory_lock(:number)")
        if connection.execute(taken, {"number": number}).scalar_one():
            return None
        halves = {"high": (number >> 32) & _LOW, "low": number & _LOW}
        row = connection.execute(_HOLDER, halves).first()
    except StatementError as error:
        raise refusal(store.engine.url, error) from error
    if row is None:
        return "a program that has just ended"
    name = row.application_name or "an unnamed program"
    return f"{name}, from {row.client_addr}" if row.client_addr else name


def _number(name: str) -> int:
    """Return the lock's number: 64 bits of a digest, since PostgreSQL knows locks by number alone."""
    return int.from_bytes(hashlib.sha256(f"paragraf {name}".encode()).digest()[:8], signed=True)
