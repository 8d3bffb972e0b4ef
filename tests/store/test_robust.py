"""What happens when a program is killed, and when two write at once."""

import multiprocessing
import os
import signal
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from records.council import Body
from records.errors import StoreError
from store.database import Store, open_store
from store.filters import Query
from store.known import list_known_items
from store.pages import load_page, save_page, stored_pages
from store.records import get_record
from store.search import search_programmes
from tests.store.made import DECISION, KUUSIRANTA, ODEBORG, TEXT, dump, keep, make_page

FORK = multiprocessing.get_context("fork")


def _die(*_told: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(store: Store, moment: str) -> None:
    """Have this program killed when it is about to run a statement that begins so, or to commit."""

    def look(_connection: Any, _cursor: Any, statement: str, *_told: Any) -> None:
        if statement.startswith(moment):
            _die()

    event.listen(store.engine, "before_cursor_execute", look)
    if moment == "COMMIT":
        event.listen(store.engine, "commit", _die)


def _keep_and_die(address: str, pages: Path, moment: str, words: str) -> None:
    with open_store(address, pages) as store:
        die_at(store, moment)
        keep(store, words=words)


def _open_and_die(address: str, pages: Path, moment: str) -> None:
    # The steps are run on an engine that exists only inside; any will do to be killed on.
    from sqlalchemy import Engine

    def look(_connection: Any, _cursor: Any, statement: str, *_told: Any) -> None:
        if statement.startswith(moment):
            _die()

    event.listen(Engine, "before_cursor_execute", look)
    open_store(address, pages)


def killed(target: Any, *arguments: Any) -> bool:
    """Run a function in a program of its own, and tell whether it was killed."""
    program = FORK.Process(target=target, args=arguments)
    program.start()
    program.join()
    return program.exitcode == -signal.SIGKILL


def sizes(store: Store) -> dict[str, int]:
    """Return how many rows each table has."""
    return {table: len(rows) for table, rows in dump(store).items()}


MOMENTS = [
    "INSERT INTO pages",
    "INSERT INTO items",
    "INSERT INTO versions",
    "INSERT INTO decisions",
    "INSERT INTO programme_organisers",
    "INSERT INTO search_index",
    "COMMIT",
]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_program_leaves_no_half_item_and_the_next_run_is_right(
    address: str, tmp_path: Path, moment: str
) -> None:
    """Whatever was being written: before it nothing is there, after the next run everything is, once."""
    with open_store(address, tmp_path / "pages") as store:
        empty = sizes(store)
    assert killed(_keep_and_die, address, tmp_path / "pages", moment, TEXT)
    with open_store(address, tmp_path / "pages") as store:
        assert sizes(store) == empty
        change = keep(store)
        assert change.kind == "new"
        stored = get_record(store, change.programme_ids[0])
        assert stored is not None
        assert stored.record.text == TEXT
        after = sizes(store)
        assert (after["items"], after["versions"], after["pages"], after["search_index"]) == (1, 1, 1, 1)
        assert [page.page.content.decode() for page in stored_pages(store)] == [TEXT]


@pytest.mark.parametrize("moment", ["INSERT INTO versions", "DELETE FROM programmes", "COMMIT"])
def test_a_killed_change_leaves_the_item_as_it_was(address: str, tmp_path: Path, moment: str) -> None:
    """Old rows are not gone before the new ones are there."""
    with open_store(address, tmp_path / "pages") as store:
        keep(store)
        before = dump(store)
    assert killed(_keep_and_die, address, tmp_path / "pages", moment, f"{TEXT} Muutettu.")
    with open_store(address, tmp_path / "pages") as store:
        assert dump(store) == before
        assert keep(store, words=f"{TEXT} Muutettu.").kind == "changed"


def _save_and_die(address: str, pages: Path) -> None:
    with open_store(address, pages) as store:
        die_at(store, "INSERT INTO pages")
        save_page(store, make_page())


def test_a_page_whose_program_was_killed_before_its_row_is_kept_by_the_next(
    address: str, tmp_path: Path
) -> None:
    """A file that nobody names does no harm, and is the page's once it is fetched again."""
    open_store(address, tmp_path / "pages").close()
    assert killed(_save_and_die, address, tmp_path / "pages")
    assert len(list((tmp_path / "pages").rglob("*.gz"))) == 1
    with open_store(address, tmp_path / "pages") as store:
        with pytest.raises(StoreError):
            load_page(store, make_page().sha256)
        assert load_page(store, save_page(store, make_page())) == make_page()


@pytest.mark.parametrize("moment", ["CREATE TABLE versions", "CREATE VIRTUAL TABLE", "INSERT INTO alembic"])
def test_a_killed_migration_is_begun_again(tmp_path: Path, moment: str) -> None:
    """The tables are made all together or not at all."""
    address = f"sqlite:///{tmp_path}/paragraf.db"
    statement = "\n" + moment if moment == "CREATE TABLE versions" else moment
    assert killed(_open_and_die, address, tmp_path, statement)
    with open_store(address, tmp_path) as store:
        assert keep(store).kind == "new"


def _keep_many(address: str, pages: Path, start: Barrier, own: int) -> None:
    """Keep ten items of this writer's own and ten that all writers keep, in an order of its own."""
    source = KUUSIRANTA.model_copy(update={"bodies": (Body(name="Kaupunginhallitus", aliases=("KH",)),)})
    with open_store(address, pages) as store:
        start.wait()
        for number in range(10):
            body = DECISION.model_copy(update={"body": ("KH", "Valtuusto", f"Jaosto {number}")[number % 3]})
            keep(store, f"own-{own}-{number}", f"§ {own} {number}", decision=body, source=source)
            keep(store, f"shared-{(number * (own + 1)) % 10}", decision=body, source=source)
            keep(store, f"page-{own}-{number}", "Nyheter", decision=None, source=ODEBORG)


def test_several_writers_at_once_lose_and_double_nothing(address: str, tmp_path: Path) -> None:
    """Sync and web may write at the same moment, each waits for the other."""
    open_store(address, tmp_path / "pages").close()
    start = FORK.Barrier(3)
    programs = [
        FORK.Process(target=_keep_many, args=(address, tmp_path / "pages", start, n)) for n in range(3)
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0, 0]
    with open_store(address, tmp_path / "pages") as store:
        finnish = [known.native_id for known in list_known_items(store, "kuusiranta")]
        own = {f"own-{writer}-{number}" for writer in range(3) for number in range(10)}
        assert own <= set(finnish)
        assert len(finnish) == len(set(finnish))
        assert len(list_known_items(store, "odeborg")) == 30
        assert len(search_programmes(store, Query(limit=None))) == sizes(store)["programmes"]
        after = sizes(store)
    assert (after["councils"], after["sources"]) == (2, 2)
    assert after["items"] == after["search_index"] == after["programmes"]


def test_text_in_no_encoding_is_refused(store: Store) -> None:
    """A terminal of another encoding hands over half letters as ids, which no database takes."""
    with pytest.raises(StoreError, match=r"expected text in UTF-8, found \\udce4lv\\udce5sa"):
        get_record(store, "\udce4lv\udce5sa")
