"""Knows how a database forgets: deleted words stay in its files until they are written over."""

from sqlalchemy import Connection

from store.database import Store
from store.index import wipe_index


def wipe_on_delete(connection: Connection) -> None:
    """Have SQLite write zeros over what this connection deletes from now on."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def wipe(store: Store) -> None:
    """Rewrite what still holds deleted words: the index, and SQLite's log or PostgreSQL's dead rows.

    Call it once after all items. Raises StoreError when the database refuses.
    """
    with store.write() as connection:
        wipe_on_delete(connection)
        wipe_index(connection)
    with store.read() as connection:
        plain = connection.execution_options(isolation_level="AUTOCOMMIT")
        if connection.dialect.name == "sqlite":
            plain.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            plain.exec_driver_sql("VACUUM")
