"""Knows how a store is opened, read and written: one transaction at a time, and one kind of error."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, Table, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError

from config.codes import load_codes
from records.errors import StoreError
from store.engine import connect, for_reading, for_writing, lock_for_migration, printable, refusal

HEAD = "0002"
"""The newest migration, which the tables of `store.schema` agree with."""

WAIT = 30.0
"""Seconds that a writer waits for another one."""


@dataclass(frozen=True, slots=True)
class Store:
    """A handle on the database and the folder of fetched pages; close it, or use it in a `with`.

    `topic_names` tells what topic codes are called, in every language, so that a search for one
    language's word finds the others' records.
    """

    engine: Engine
    pages_folder: Path
    topic_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lent: Connection | None = None
    """The connection of a `together` block, which all its steps share."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection that sees one moment's state. Raises StoreError when the database refuses."""
        if self.lent is not None:
            yield self.lent
            return
        try:
            with for_reading(self.engine) as connection:
                yield connection
        except (StatementError, UnicodeEncodeError) as error:
            raise refusal(self.engine.url, error) from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Lend a connection whose changes are kept together at the end, or none of them.

        Raises StoreError when the database refuses, as when another program holds the lock.
        """
        if self.lent is not None:
            yield self.lent
            return
        try:
            with for_writing(self.engine) as connection, connection.begin():
                yield connection
        except (StatementError, UnicodeEncodeError) as error:
            raise refusal(self.engine.url, error) from error

    @contextmanager
    def together(self) -> Iterator["Store"]:
        """Lend a store in which all that is saved while the block runs is one transaction.

        Raises StoreError as `write` does.
        """
        with self.write() as connection:
            yield replace(self, lent=connection)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()


def open_store(
    url: str,
    pages_folder: Path,
    *,
    topic_names: Mapping[str, tuple[str, ...]] | None = None,
    wait: float = WAIT,
) -> Store:
    """Return the store at an SQLAlchemy address, with its tables brought up to date.

    `url` is `sqlite:///PATH` or `postgresql://USER@HOST/NAME`. The file, its folder and
    `pages_folder` are made when missing. `topic_names` are those of `codes.toml` unless told; `wait`
    is in seconds. Raises StoreError when the address is unknown, the database is locked, cannot be
    written or was made by a newer Paragraf, and ConfigError when `codes.toml` is wrong.
    """
    names = _names_in_all_languages() if topic_names is None else topic_names
    store = Store(connect(url, wait), pages_folder, names)
    try:
        pages_folder.mkdir(parents=True, exist_ok=True)
        _bring_up_to_date(store)
    except OSError as error:
        store.close()
        raise StoreError(
            str(pages_folder), expected="a folder for pages", found=str(error), advice="Name another folder."
        ) from error
    except StoreError:
        store.close()
        raise
    return store


def insert_missing(connection: Connection, table: Table, **values: object) -> bool:
    """Insert a row unless its key is taken, and tell whether it was inserted.

    A key that a transaction at work just now has taken is waited for.
    """
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    added = insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(added, values).first() is not None


def _names_in_all_languages() -> dict[str, tuple[str, ...]]:
    topics = load_codes().topics
    return {code: tuple(filter(None, names.model_dump().values())) for code, names in topics.items()}


def _bring_up_to_date(store: Store) -> None:
    with store.read() as connection:
        if _revision(connection) == HEAD:
            return
    # Alembic is only paid for when there is something to do.
    from store.migrations import known_revisions, migrate
    from store.rehearsal import rehearse

    with store.write() as connection:
        lock_for_migration(connection)
        found = _revision(connection)
        if found == HEAD:
            return
        if found is not None and found not in known_revisions():
            raise StoreError(
                printable(store.engine.url),
                expected=f"tables of version {HEAD} or older",
                found=f"version {found}",
                advice="A newer Paragraf made this database: install that version.",
            )
        if found is not None:
            rehearse(store.engine.url, HEAD)
        migrate(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
