"""Overwriting and taking down, killed at any moment: all of it or nothing, and the rest made good."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database import Store, open_store
from store.faults import find_faults
from store.repair import repair
from store.takedown import take_down
from store.wipe import wipe
from tests.store.made import NIGHT, dump
from tests.store.test_redact import LATER, everything, keep_named, redact
from tests.store.test_robust import die_at, killed


def _take_down(store: Store) -> None:
    take_down(store, "kuusiranta/main/2025-12", "asked for", LATER)


def _run_and_die(address: str, pages: Path, moment: str, work: Callable[[Store], Any]) -> None:
    with open_store(address, pages) as store:
        die_at(store, moment)
        work(store)


BOTH = [
    "DELETE FROM pages",
    "DELETE FROM programmes",
    "INSERT INTO discards",
    "COMMIT",
    "DELETE FROM discards",  # the rows are gone, and half the files
]
OVERWRITING = ["INSERT INTO pages", "UPDATE versions", "UPDATE items"]


@pytest.mark.parametrize(
    ("work", "moment"),
    [*((redact, moment) for moment in BOTH + OVERWRITING), *((_take_down, moment) for moment in BOTH)],
)
def test_killed_at_any_moment_it_is_whole_or_not_begun(
    address: str, tmp_path: Path, moment: str, work: Callable[[Store], Any]
) -> None:
    """The rows are as before or as afterwards; once more, and after a repair, nothing is left of the name."""
    with open_store(address, tmp_path / "pages") as store:
        keep_named(store)
        before = dump(store)
    assert killed(_run_and_die, address, tmp_path / "pages", moment, work)
    with open_store(address, tmp_path / "pages") as store:
        rows = dump(store)
        assert rows == before or "Kuusivirta" not in str(rows)
        work(store)
        repair(store, NIGHT)
        wipe(store)
        assert "Kuusivirta" not in everything(store)
        assert find_faults(store, NIGHT) == []
