"""What a database tells of itself, on both databases."""

from pathlib import Path

import pytest

from store.database import HEAD, Store
from store.facts import database_facts, database_file, missing_database


def test_a_database_tells_kind_release_and_size(store: Store) -> None:
    """And at which migration its tables are."""
    facts = database_facts(store)

    assert facts.kind == store.engine.dialect.name
    assert facts.version[0].isdigit()
    assert facts.size > 10_000
    assert facts.tables == HEAD
    assert facts.kind in facts.address


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:////var/lib/p.db", Path("/var/lib/p.db")),
        ("postgresql://u@h/name", None),
        ("nonsense", None),
    ],
)
def test_the_file_of_an_address(url: str, file: Path | None) -> None:
    """Only SQLite has one."""
    assert file == database_file(url)


def test_a_database_is_missing_until_its_file_is_there(tmp_path: Path) -> None:
    """A server's own is never: only it can tell."""
    file = tmp_path / "p.db"
    before = missing_database(f"sqlite:///{file}")
    file.touch()

    assert before == file
    assert missing_database(f"sqlite:///{file}") is None
    assert missing_database("postgresql://u@h/name") is None
