"""A database as the first release left it, with something in it."""

from pathlib import Path
from typing import Any

from sqlalchemy import text

from store.engine import connect, for_writing
from store.migrations import migrate

ROWS = (
    "INSERT INTO councils (number, key, country, type, name, folded) "
    "VALUES (1, 'FI municipality 997', 'FI', 'municipality', 'Kuusiranta', 'kuusiranta')",
    "INSERT INTO sources (id, council, system, first_seen) "
    "VALUES ('kuusiranta', 1, 'dynasty', '2025-03-02 02:30:00')",
    "INSERT INTO pages (id, sha256, url, final_url, status, headers, size, retrieved_at) "
    "VALUES ('p', 'ab', 'https://kuusiranta.example/', 'https://kuusiranta.example/', 200, '{}', 7, "
    "'2025-03-02 02:30:00')",
    "INSERT INTO items (number, id, source, base_id, native_id, language, version, first_seen, last_seen) "
    "VALUES (1, 'kuusiranta-a', 'kuusiranta', 'main', '2025-12', 'fi', 1, '2025-03-02 02:30:00', "
    "'2025-03-02 02:30:00')",
    "INSERT INTO versions (item, number, document_type, text, text_sha256, text_version, blocks, page, "
    "seen_at, is_programme, score, digest, record) VALUES (1, 1, 'minutes', 'Pöytäkirja', 'cd', '1', '[]', "
    "'p', '2025-03-02 02:30:00', false, 0.1, 'ef', '{}')",
    "INSERT INTO runs (started_at) VALUES ('2025-03-02 02:30:00')",
    "INSERT INTO source_summaries (run, source, entries, fetched, new, changed, unchanged, queued, relevant, "
    "programmes, drafts) VALUES (1, 'kuusiranta', 1, 1, 1, 0, 0, 0, 0, 0, 0)",
)


def make_old(address: str) -> None:
    """Make the tables of the first release at an address, and put a row in each that has one."""
    engine = connect(address, 5)
    with for_writing(engine) as connection, connection.begin():
        migrate(connection, "0001")
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()


def rows_of(address: str) -> dict[str, list[Any]]:
    """Return every row of every table that the first release filled, with the columns that it knew."""
    tables = {row.split()[2]: row[row.index("(") + 1 : row.index(")")] for row in ROWS}
    engine = connect(address, 5)
    with engine.connect() as connection:
        found = {
            table: [tuple(row) for row in connection.exec_driver_sql(f"SELECT {columns} FROM {table}")]
            for table, columns in tables.items()
        }
        found["version"] = [connection.exec_driver_sql("SELECT * FROM alembic_version").scalar_one()]
    engine.dispose()
    return found


def leftovers(folder: Path) -> list[str]:
    """Return the names of all files in a folder, the database's own apart."""
    return sorted(place.name for place in folder.iterdir() if place.is_file() and place.name != "paragraf.db")
