"""A store opens on a new, an old and a used database, and says clearly why it does not."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from records.errors import StoreError
from store.database import HEAD, Store, open_store
from store.engine import lock_for_migration
from store.runs import end_run, list_runs, start_run
from store.schema import runs
from tests.store.conftest import new_database
from tests.store.made import NIGHT, dump, keep
from tests.store.privilege import public_folder, without_privilege


def test_what_is_kept_is_there_when_opened_again(address: str, tmp_path: Path) -> None:
    """Closing and opening a store changes nothing in it."""
    with open_store(address, tmp_path / "pages") as store:
        keep(store)
        before = dump(store)
    with open_store(address, tmp_path / "pages") as store:
        assert dump(store) == before
    assert before["items"]


def test_folders_are_made(tmp_path: Path) -> None:
    """An operator who names a path that does not exist yet gets it."""
    home = tmp_path / "new home" / "100 %"
    with open_store(f"sqlite:///{home}/paragraf.db", home / "pages") as store:
        start_run(store, NIGHT)
    assert (home / "paragraf.db").is_file()
    assert (home / "pages").is_dir()


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("mysql://council@localhost/paragraf", "mysql"),
        ("/var/lib/paragraf.db", "/var/lib/paragraf.db"),
        ("", "''"),
        ("sqlite://", "none"),
        ("sqlite:///:memory:", "none"),
    ],
)
def test_an_address_of_no_known_kind_is_refused(url: str, found: str, tmp_path: Path) -> None:
    """The message shows what was given and what an address looks like."""
    with pytest.raises(StoreError, match=r"expected .*sqlite:///PATH.*found ") as refused:
        open_store(url, tmp_path)
    assert found in refused.value.found


def test_a_server_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    """Messages end up in logs, where no password belongs."""
    with pytest.raises(StoreError, match="connection") as refused:
        open_store(f"postgresql://clerk:secret@/paragraf?host={tmp_path}", tmp_path)
    assert "secret" not in str(refused.value)
    assert "clerk:***@" in refused.value.where


def test_a_database_of_a_newer_version_is_left_alone(address: str, tmp_path: Path) -> None:
    """An older release says that it is older, and touches nothing."""
    with open_store(address, tmp_path) as store:
        keep(store)
        with store.write() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        before = dump(store)
        with pytest.raises(StoreError, match=f"{HEAD} or older, found version 9999. A newer Paragraf"):
            open_store(address, tmp_path)
        assert dump(store) == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    """A wrong path in the settings must not cost anyone a file."""
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("§ 12 Koulutukset\n" * 100)
    with pytest.raises(StoreError, match=r"minutes\.txt.*not a database.*Name another file"):
        open_store(f"sqlite:///{minutes}", tmp_path / "pages")
    assert minutes.read_text() == "§ 12 Koulutukset\n" * 100


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    """Both folders are told by name."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file: expected a folder for the database"):
        open_store(f"sqlite:///{tmp_path}/file/paragraf.db", tmp_path / "pages")
    with pytest.raises(StoreError, match=r"file: expected a folder for pages"):
        open_store(f"sqlite:///{tmp_path}/paragraf.db", tmp_path / "file")


def test_a_folder_without_the_right_to_write_is_refused() -> None:
    """The message names the path and what to do, whether a folder or the database itself cannot be made."""
    with public_folder() as folder:
        folder.chmod(0o555)
        with without_privilege():
            with pytest.raises(StoreError, match=r"/data: .*Permission denied.*Name another folder"):
                open_store(f"sqlite:///{folder}/data/paragraf.db", folder)
            with pytest.raises(
                StoreError, match=r"paragraf\.db: .*unable to open .*this user may write there"
            ):
                open_store(f"sqlite:///{folder}/paragraf.db", folder)


def test_a_file_without_the_right_to_write_is_read_but_not_written() -> None:
    """Another user may ask what the nightly one wrote; a change is refused with advice."""
    with public_folder() as folder:
        address = f"sqlite:///{folder}/paragraf.db"
        with open_store(address, folder) as store:
            start_run(store, NIGHT)
        (folder / "paragraf.db").chmod(0o444)
        folder.chmod(0o777)
        with without_privilege(), open_store(address, folder) as store:
            assert len(list_runs(store)) == 1
            with pytest.raises(StoreError, match=r"paragraf\.db: .*readonly.* Give this user the right"):
                start_run(store, NIGHT)


def test_a_locked_database_is_told_so(tmp_path: Path) -> None:
    """A program that keeps the file to itself must not look like a broken one."""
    address = f"sqlite:///{tmp_path}/paragraf.db"
    other = sqlite3.connect(tmp_path / "paragraf.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"database is locked. Another program is writing"):
        open_store(address, tmp_path, wait=0.05)
    other.close()
    open_store(address, tmp_path).close()


def test_a_writer_waits_for_another_and_says_so_in_the_end(address: str, tmp_path: Path) -> None:
    """What one program holds another cannot write; when it lets go, the other can."""
    with open_store(address, tmp_path) as one, open_store(address, tmp_path, wait=0.05) as other:
        run = start_run(one, NIGHT)
        with one.write() as connection:
            connection.execute(runs.update().where(runs.c.id == run).values(started_at=NIGHT))
            with pytest.raises(StoreError, match="Another program is writing; try again"):
                end_run(other, run, NIGHT)
        end_run(other, run, NIGHT)
        assert list_runs(one)[0].ended_at == NIGHT


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    """A transaction is kept as a whole or not at all."""

    def fail_after_writing() -> None:
        with store.write() as connection:
            connection.execute(runs.insert().values(started_at=NIGHT))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_after_writing()
    assert list_runs(store) == []


def test_a_reader_sees_one_moment(store: Store) -> None:
    """Two questions in one reading agree, though another writes between them."""
    asked = select(func.count()).select_from(runs)
    with store.read() as connection:
        before = connection.execute(asked).scalar_one()
        start_run(store, NIGHT)
        assert connection.execute(asked).scalar_one() == before == 0
    assert len(list_runs(store)) == 1


def test_sqlite_is_set_to_be_safe_and_shared(tmp_path: Path) -> None:
    """Readers go on while one writes; what refers to another row must find it."""
    with open_store(f"sqlite:///{tmp_path}/paragraf.db", tmp_path) as store, store.read() as connection:
        told = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


def test_postgresql_keeps_the_options_of_its_address(server: str, tmp_path: Path) -> None:
    """An operator's own `options` hold beside the wait for locks."""
    with new_database(server) as plain:
        address = f"{plain}&options=-c%20statement_timeout%3D4321"
        with open_store(address, tmp_path, wait=1.5) as store, store.read() as asked:
            assert asked.execute(text("SHOW statement_timeout")).scalar_one() == "4321ms"
            assert asked.execute(text("SHOW lock_timeout")).scalar_one() == "1500ms"
            lock_for_migration(asked)


def test_what_is_saved_together_is_kept_together(store: Store) -> None:
    """Its steps see one another, and others see all of them when the block ends."""
    with store.together() as together:
        run = start_run(together, NIGHT)
        end_run(together, run, NIGHT)
        with together.read() as connection:
            assert connection.execute(select(runs.c.ended_at)).scalar_one() == NIGHT
        with store.read() as connection:
            assert connection.execute(select(func.count()).select_from(runs)).scalar_one() == 0
    assert [run.ended_at for run in list_runs(store)] == [NIGHT]


def test_of_what_is_saved_together_nothing_is_kept_after_an_error(store: Store) -> None:
    """Steps that had succeeded are undone, and the error is told as of one step alone."""

    def save(store: Store, wrong: Callable[[Store], None]) -> None:
        with store.together() as together:
            start_run(together, NIGHT)
            wrong(together)

    def ask(store: Store) -> None:
        with store.write() as connection:
            connection.execute(text("SELECT 1 FROM no_table"))

    with pytest.raises(StoreError, match="a run that was started"):
        save(store, lambda together: end_run(together, 4711, NIGHT))
    with pytest.raises(StoreError, match="no_table"):
        save(store, ask)
    assert list_runs(store) == []
