"""A backup holds everything as it stood at one moment, and comes back as it was."""

import datetime as dt
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.paths import HOME_VARIABLE, home, own
from paragraf.backup import new_place
from paragraf.commands.backup import run_backup, run_restore
from records.errors import StoreError
from store.backup import MARKER, SQLITE, check_backup, read_marker
from store.database import Store, open_store
from store.faults import find_faults
from store.pages import file_of
from store.repair import repair
from tests.store.conftest import KINDS, new_address, new_database
from tests.store.made import NIGHT, TEXT, dump, keep, make_page
from tests.store.old import make_old


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A home with settings, an outbox and a store of each kind, with two items in it."""
    home().mkdir()
    with new_address(request.param, request, home()) as address:
        _make_home(address)
        with open_store(address, home() / "pages") as store:
            keep(store)
            keep(store, "2025-13", TEXT.replace("12", "13"))
            yield store


@pytest.fixture
def local() -> Iterator[Store]:
    """Such a home on SQLite."""
    home().mkdir()
    _make_home("")
    with open_store(f"sqlite:///{home() / 'paragraf.db'}", home() / "pages") as store:
        keep(store)
        yield store


def _make_home(address: str) -> None:
    own("settings.toml").parent.mkdir(parents=True)
    own("settings.toml").write_text(f'[store]\nurl = "{address}"\n', encoding="utf-8")
    (home() / "outbox/heimvik").mkdir(parents=True)
    (home() / "outbox/heimvik/a.docx").write_bytes(b"draft")
    (home() / "outbox/.draft-x").mkdir()


def _move_home(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.mark.parametrize("name", ["copy", "copy.tar", "copy.tar.gz"])
def test_what_is_backed_up_comes_back_as_it_was(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Rows, page files, settings and drafts, from a folder and from a file, into an empty home."""
    before = dump(local)
    assert run_backup(tmp_path / name) == 0
    assert sorted(place.name for place in tmp_path.iterdir()) == [name, "home"]
    fresh = _move_home(monkeypatch, tmp_path / "fresh")
    assert run_restore(tmp_path / name) == 0
    with open_store(f"sqlite:///{fresh / 'paragraf.db'}", fresh / "pages") as store:
        assert dump(store) == before
        assert find_faults(store, NIGHT) == []
    assert (fresh / "outbox/heimvik/a.docx").read_bytes() == b"draft"
    assert own("settings.toml").read_text() == '[store]\nurl = ""\n'
    assert not list(fresh.glob(".*"))


def test_postgresql_comes_back_as_it_was(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into another database that is empty; the settings of the new home name it."""
    home().mkdir()
    with new_database(postgresql) as address, new_database(postgresql) as empty:
        _make_home(address)
        with open_store(address, home() / "pages") as store:
            keep(store)
            before = dump(store)
        assert run_backup(tmp_path / "copy") == 0
        fresh = _move_home(monkeypatch, tmp_path / "fresh")
        _make_home(empty)
        assert run_restore(tmp_path / "copy") == 0
        with open_store(empty, fresh / "pages") as store:
            assert dump(store) == before
        with pytest.raises(StoreError, match="expected no database yet, found one"):
            run_restore(tmp_path / "copy")


def test_a_backup_made_while_others_write_is_whole(store: Store, tmp_path: Path) -> None:
    """Every row of the copy has its page file, though a sync goes on all the time."""
    ended = threading.Event()

    def write() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            keep(store, f"busy-{number}", f"{TEXT} {number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            run_backup(tmp_path / "copy")
    finally:
        ended.set()
        writer.join()
    check_backup(tmp_path / "copy")
    assert find_faults(store, NIGHT) == []


def test_page_files_are_linked_and_drafts_are_copied(local: Store, tmp_path: Path) -> None:
    """A page file never changes, so a link costs nothing; a clerk writes in a draft."""
    run_backup(tmp_path / "copy")
    page = next(local.pages_folder.rglob("*.gz"))
    copy = tmp_path / "copy/pages" / page.relative_to(local.pages_folder)
    assert copy.stat().st_ino == page.stat().st_ino
    (home() / "outbox/heimvik/a.docx").write_bytes(b"corrected")
    assert (tmp_path / "copy/outbox/heimvik/a.docx").read_bytes() == b"draft"


def test_a_disk_that_knows_no_links_gets_copies(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick or a share is a usual place for a backup."""

    def refuse(*_told: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    run_backup(tmp_path / "copy")
    check_backup(tmp_path / "copy")
    assert len(list((tmp_path / "copy/pages").rglob("*.gz"))) == len(list(local.pages_folder.rglob("*.gz")))


@pytest.mark.usefixtures("local")
def test_a_home_that_was_named_wrongly_makes_no_empty_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full one would be replaced by it; and no database is made by the attempt."""
    run_backup(tmp_path / "copy")
    before = sorted((tmp_path / "copy").rglob("*"))
    wrong = _move_home(monkeypatch, tmp_path / "wrong")
    with pytest.raises(
        StoreError, match=r"wrong/paragraf\.db: expected a database to copy, found none\. Is PARAGRAF_"
    ):
        run_backup(tmp_path / "copy")
    assert sorted((tmp_path / "copy").rglob("*")) == before
    assert not (wrong / "paragraf.db").exists()


@pytest.mark.usefixtures("local")
@pytest.mark.parametrize("name", [".", "copy", "5/copy.tar.gz"])
def test_no_backup_is_laid_among_the_pages(name: str) -> None:
    """A repair would take its files for pages that no row names."""
    with pytest.raises(StoreError, match="expected a place outside of"):
        run_backup(home() / "pages" / name)


@pytest.mark.parametrize("name", ["copy", "copy.tar.gz"])
def test_an_older_backup_is_replaced_and_nothing_else_ever(local: Store, tmp_path: Path, name: str) -> None:
    """A slip in the path must not cost anyone a folder."""
    run_backup(tmp_path / name)
    keep(local, "2025-99")
    run_backup(tmp_path / name)
    assert sorted(place.name for place in tmp_path.iterdir()) == [name, "home"]
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "one.jpg").touch()
    (tmp_path / "letter.tar").write_bytes(b"no archive")
    for place in (photos, tmp_path / "letter.tar"):
        with pytest.raises(StoreError, match="a backup of ours to replace, found something else"):
            run_backup(place)
    assert (photos / "one.jpg").exists()
    assert (tmp_path / "letter.tar").read_bytes() == b"no archive"


@pytest.mark.usefixtures("local")
def test_a_place_may_be_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, named by a dot; the root of all folders is no place."""
    place = tmp_path / "disk"
    place.mkdir()
    monkeypatch.chdir(place)
    run_backup(Path())
    assert read_marker(place) is not None
    with pytest.raises(StoreError, match="the root of all folders"):
        run_backup(Path("/"))


def test_a_backup_of_a_store_that_is_not_whole_is_none(local: Store, tmp_path: Path) -> None:
    """A copy that cannot be trusted is not laid down, and the one of yesterday stays."""
    run_backup(tmp_path / "copy")
    made = read_marker(tmp_path / "copy")
    place = next(local.pages_folder.rglob("*.gz"))
    content = place.read_bytes()
    place.unlink()
    place.write_bytes(content[:-7])  # a new file: the link in the backup is the old one's
    with pytest.raises(StoreError, match=rf"{place.name} is missing or damaged.*doctor --repair"):
        run_backup(tmp_path / "copy")
    place.unlink()
    with pytest.raises(StoreError, match=place.name):
        run_backup(tmp_path / "copy")
    assert read_marker(tmp_path / "copy") == made
    check_backup(tmp_path / "copy")


def test_a_page_known_to_be_lost_does_not_stand_in_the_way(local: Store, tmp_path: Path) -> None:
    """What a repair has written down is no reason to have no backup at all."""
    file_of(local.pages_folder, make_page(TEXT).sha256).unlink()
    repair(local, NIGHT)
    assert run_backup(tmp_path / "copy") == 0


KILLED = """
import os, signal, sys
from pathlib import Path
import paragraf.commands.backup as command
moment = sys.argv[2]
if moment == "check":
    import store.backup
    store.backup.check_backup = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
else:
    import paragraf.backup
    rename = Path.rename
    def die(self, target):
        rename(self, target)
        os.kill(os.getpid(), signal.SIGKILL)
    Path.rename = die
command.run_backup(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("moment", ["check", "swap"])
@pytest.mark.usefixtures("local")
def test_a_backup_that_is_killed_leaves_the_older_one(tmp_path: Path, moment: str) -> None:
    """In whichever step; the next run brings all in order."""
    run_backup(tmp_path / "copy")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "copy"), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    check_backup(tmp_path / (".copy.old" if moment == "swap" else "copy"))
    run_backup(tmp_path / "copy")
    check_backup(tmp_path / "copy")
    assert sorted(place.name for place in tmp_path.iterdir()) == ["copy", "home"]


def _damage_database(folder: Path) -> None:
    with (folder / SQLITE).open("r+b") as file:
        file.seek(8192)
        file.write(b"x" * 4096)


def _lose_page(folder: Path) -> None:
    next((folder / "pages").rglob("*.gz")).unlink()


def _lose_marker(folder: Path) -> None:
    (folder / MARKER).unlink()


@pytest.mark.parametrize("damage", [_damage_database, _lose_page, _lose_marker])
@pytest.mark.usefixtures("local")
def test_a_backup_that_is_not_whole_is_not_brought_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: object
) -> None:
    """The message names what is wrong with it, and no database is made."""
    assert callable(damage)
    run_backup(tmp_path / "copy")
    damage(tmp_path / "copy")
    fresh = _move_home(monkeypatch, tmp_path / "fresh")
    with pytest.raises(StoreError, match="copy: expected a"):
        run_restore(tmp_path / "copy")
    assert not (fresh / "paragraf.db").exists()
    assert not (fresh / "pages").exists()


def test_nothing_is_brought_back_over_what_is_there(local: Store, tmp_path: Path) -> None:
    """A restore in the wrong home would undo weeks of nights."""
    run_backup(tmp_path / "copy")
    keep(local, "2025-99")
    before = dump(local)
    with pytest.raises(StoreError, match=r"expected no database yet, found one\. Move it away"):
        run_restore(tmp_path / "copy")
    assert dump(local) == before


def test_a_backup_of_the_other_database_is_refused(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgresql: str
) -> None:
    """The message says which is wanted."""
    del local
    run_backup(tmp_path / "copy")
    _move_home(monkeypatch, tmp_path / "fresh")
    with new_database(postgresql) as empty:
        _make_home(empty)
        with pytest.raises(StoreError, match=r"a backup with paragraf\.dump, found paragraf\.db"):
            run_restore(tmp_path / "copy")


def test_without_pg_dump_the_message_says_what_to_run(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programs are PostgreSQL's own and may stand on another machine."""
    home().mkdir()
    with new_database(postgresql) as address:
        _make_home(address)
        monkeypatch.setattr(shutil, "which", lambda _name: None)
        with pytest.raises(
            StoreError, match=r"pg_dump: .* run on a machine that has them: pg_dump --format="
        ):
            run_backup(tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_full_disk_leaves_no_half_backup(local: Store, tmp_path: Path) -> None:
    """What could not be written whole is taken away again."""
    del local

    def fill() -> None:
        with new_place(tmp_path / "copy") as folder:
            (folder / "half").touch()
            raise OSError("no room")

    with pytest.raises(StoreError, match="no room"):
        fill()
    assert [place.name for place in tmp_path.iterdir()] == ["home"]


def test_an_older_releases_backup_is_brought_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup from before an update opens after it."""
    home().mkdir()
    make_old(f"sqlite:///{home() / 'paragraf.db'}")
    with sqlite3.connect(home() / "paragraf.db") as connection:
        connection.execute("DELETE FROM versions")
        connection.execute("DELETE FROM items")
        connection.execute("DELETE FROM pages")
    connection.close()
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(home() / "paragraf.db", copy / SQLITE)
    (copy / MARKER).write_text(
        '{"format": 1, "made_at": "2025-03-02", "database": "paragraf.db", "version": "0001", "pages": 0}'
    )
    _move_home(monkeypatch, tmp_path / "fresh")
    assert run_restore(copy) == 0
    assert dt.date.fromisoformat(str(getattr(read_marker(copy), "made_at", ""))) == dt.date(2025, 3, 2)
