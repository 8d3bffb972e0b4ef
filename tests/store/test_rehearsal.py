"""An older database is brought forward with all its rows, or stays as it was."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from records.errors import StoreError
from store import rehearsal
from store.copies import faults_of
from store.database import HEAD, open_store
from store.runs import list_runs
from tests.store.old import leftovers, make_old, rows_of


@pytest.fixture
def old(tmp_path: Path) -> str:
    """The address of an SQLite database of the first release."""
    address = f"sqlite:///{tmp_path / 'paragraf.db'}"
    make_old(address)
    return address


def test_every_row_of_the_first_release_is_there_afterwards(address: str, tmp_path: Path) -> None:
    """On both databases; only the version differs, and new counts are told as nought."""
    make_old(address)
    before = rows_of(address)
    with open_store(address, tmp_path / "pages") as store:
        run = list_runs(store)[0]
    assert (run.sources[0].entries, run.sources[0].gone) == (1, 0)
    assert rows_of(address) == {**before, "version": [HEAD]}


def test_the_database_is_kept_as_it_was_before(old: str, tmp_path: Path) -> None:
    """The copy is one sound file with the old version's tables, and nothing else is left beside."""
    before = rows_of(old)
    open_store(old, tmp_path / "pages").close()
    assert leftovers(tmp_path) == [f"paragraf.db.before-{HEAD}"]
    copy = tmp_path / f"paragraf.db.before-{HEAD}"
    assert faults_of(copy) == []
    assert rows_of(f"sqlite:///{copy}") == before


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    """There is nothing yet that could be lost."""
    open_store(f"sqlite:///{tmp_path / 'paragraf.db'}", tmp_path / "pages").close()
    assert leftovers(tmp_path) == []


def _drop_rows(connection: Connection, *_told: Any) -> None:
    connection.exec_driver_sql("DELETE FROM source_summaries")


def _leave_dangling(connection: Connection, *_told: Any) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    connection.exec_driver_sql("UPDATE sources SET council = 99")


def _fail(connection: Connection, *_told: Any) -> None:
    connection.exec_driver_sql("DELETE FROM source_summaries")
    connection.exec_driver_sql("CREATE TABLE items (id TEXT)")


@pytest.mark.parametrize(
    ("step", "found"),
    [
        (_drop_rows, "rows were lost in source_summaries"),
        (_leave_dangling, "a row of sources names one of councils that is not there"),
        (_fail, "table items already exists"),
    ],
)
def test_a_step_that_goes_wrong_changes_nothing(
    old: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: Any, found: str
) -> None:
    """It went wrong on the copy: the message says what, the database is as it was, no copy is left."""
    before = rows_of(old)
    monkeypatch.setattr(rehearsal, "migrate", step)
    with pytest.raises(StoreError, match=f"brought to version {HEAD}, found {found}.*nothing was changed"):
        open_store(old, tmp_path / "pages")
    assert rows_of(old) == before
    assert leftovers(tmp_path) == []


RUN = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from store.database import open_store

seen = 0
def die(connection, cursor, statement, *told):
    global seen
    seen += statement.lstrip().startswith("CREATE TABLE")
    if seen == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", die)
open_store(f"sqlite:///{sys.argv[1]}/paragraf.db", Path(sys.argv[1], "pages")).close()
"""


@pytest.mark.parametrize("moment", [1, 4, 6, 9])  # in the copy's steps, and in the database's own
def test_a_program_killed_on_the_way_leaves_the_old_database(old: str, tmp_path: Path, moment: int) -> None:
    """The next one brings it forward, and what the first one left lying is gone."""
    before = rows_of(old)
    killed = subprocess.run([sys.executable, "-c", RUN, str(tmp_path), str(moment)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert rows_of(old) == before
    open_store(old, tmp_path / "pages").close()
    assert rows_of(old) == {**before, "version": [HEAD]}
    assert leftovers(tmp_path) == [f"paragraf.db.before-{HEAD}"]


FULL = """
import resource, sys
from pathlib import Path
from records.errors import StoreError
from store import rehearsal
from store.database import open_store

limit = int(sys.argv[2])
def fill(*told):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

if sys.argv[3] == "before":
    fill()
else:
    rehearsal.remove_database = fill
try:
    open_store(f"sqlite:///{sys.argv[1]}/paragraf.db", Path(sys.argv[1], "pages"))
except StoreError as error:
    print(error)
    sys.exit(3)
"""


@pytest.mark.parametrize(
    ("room", "moment"),
    [
        (100_000, "before"),  # no room for the copy
        (20_000, "after"),  # the copy was made, and then there is no room for what the steps write
    ],
)
def test_a_full_disk_leaves_the_old_database(old: str, tmp_path: Path, room: int, moment: str) -> None:
    """The message says so, and with room again all is well."""
    before = rows_of(old)
    program = [sys.executable, "-c", FULL, str(tmp_path), str(room), moment]
    full = subprocess.run(program, check=False, capture_output=True, text=True)
    assert full.returncode == 3, full.stderr
    assert "Make room" in full.stdout
    assert rows_of(old) == before
    open_store(old, tmp_path / "pages").close()
    assert rows_of(old) == {**before, "version": [HEAD]}
