"""The outbox: whole files, nothing overwritten, a clear error when the folder refuses."""

import datetime as dt
import errno
import multiprocessing
import os
import re
import resource
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from export.draft import draft_programme
from export.outbox import draft_name, draft_place, sweep_outbox, write_draft
from records.draft import Draft
from records.errors import DraftError
from tests.export.houses import bare_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in
from tests.store.privilege import public_folder, without_privilege

FORK = multiprocessing.get_context("fork")


def test_a_draft_is_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    """The folder of a house need not exist."""
    path = tmp_path / "outbox" / "ekhamra" / "a.docx"

    assert write_draft(b"one", path) == path
    assert path.read_bytes() == b"one"
    assert list(path.parent.iterdir()) == [path]


def test_the_same_bytes_are_not_written_twice(tmp_path: Path) -> None:
    """A draft that lies there already is left alone, even under its second name."""
    path = tmp_path / "a.docx"
    write_draft(b"edited", path)
    second = write_draft(b"one", path)
    before = second.stat().st_mtime_ns

    assert second == tmp_path / "a-2.docx"
    assert write_draft(b"one", path) == second
    assert second.stat().st_mtime_ns == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a-2.docx", "a.docx"]


def test_a_file_of_a_clerk_is_never_overwritten(tmp_path: Path) -> None:
    """Other bytes under the name mean a new name, again and again."""
    path = tmp_path / "a.docx"
    written = [write_draft(content, path) for content in (b"one", b"two", b"three")]

    assert [each.name for each in written] == ["a.docx", "a-2.docx", "a-3.docx"]
    assert [each.read_bytes() for each in written] == [b"one", b"two", b"three"]


def test_a_folder_under_the_name_is_stepped_over(tmp_path: Path) -> None:
    """What is no file cannot be compared, and is left alone."""
    (tmp_path / "a.docx").mkdir()

    assert write_draft(b"one", tmp_path / "a.docx").name == "a-2.docx"


def test_a_file_system_without_links_serves_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no link can be made the name is taken first, and nothing is overwritten either."""

    def refused(*_: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    path = tmp_path / "a.docx"

    assert [write_draft(content, path).name for content in (b"one", b"two", b"two")] == [
        "a.docx",
        "a-2.docx",
        "a-2.docx",
    ]
    assert path.read_bytes() == b"one"
    (tmp_path / "a-3.docx").touch()  # a name that a program had taken when it was killed
    (tmp_path / "a-3.x.txt").write_bytes(b"of a clerk")
    assert write_draft(b"three", path, {"w.txt": b"w", "x.txt": b"x"}).name == "a-4.docx"
    assert write_draft(b"four", path).name == "a-3.docx"
    assert not (tmp_path / "a-3.w.txt").exists()


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the path and what to do; no part of a file stays."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(
        DraftError, match=r"a\.docx: expected a folder .*found No space left on device\. Make room"
    ):
        write_draft(b"one", tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    """A folder that cannot be made is an error of the draft."""
    (tmp_path / "outbox").write_text("no folder")

    with pytest.raises(DraftError, match="expected a folder that can be written to"):
        write_draft(b"one", tmp_path / "outbox" / "a.docx")


BESIDE = {"otsikko.txt": b"title", "ehdotus.txt": b"proposal"}


def test_fields_lie_beside_a_draft_under_its_name(tmp_path: Path) -> None:
    """A clerk finds by its name what belongs to it."""
    path = write_draft(b"one", tmp_path / "a.docx", BESIDE)

    found = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert found == {"a.docx": b"one", "a.otsikko.txt": b"title", "a.ehdotus.txt": b"proposal"}
    assert path == tmp_path / "a.docx"


@pytest.mark.parametrize("taken", ["a.docx", "a.ehdotus.txt"])
def test_a_draft_and_its_fields_have_one_name(tmp_path: Path, taken: str) -> None:
    """Where the name of one is taken, all get another: none is left behind under the first."""
    (tmp_path / taken).write_bytes(b"of a clerk")

    assert write_draft(b"one", tmp_path / "a.docx", BESIDE).name == "a-2.docx"
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(
        [taken, "a-2.docx", "a-2.otsikko.txt", "a-2.ehdotus.txt"]
    )
    assert (tmp_path / taken).read_bytes() == b"of a clerk"


def test_fields_that_a_killed_program_had_laid_are_taken_over(tmp_path: Path) -> None:
    """The draft comes last, so that fields without one are what was left by a program that died."""
    (tmp_path / "a.otsikko.txt").write_bytes(b"title")

    assert write_draft(b"one", tmp_path / "a.docx", BESIDE).name == "a.docx"


def test_fields_of_a_draft_that_lies_there_are_left_to_the_clerk(tmp_path: Path) -> None:
    """One that was thrown away, or written in, does not come back."""
    write_draft(b"one", tmp_path / "a.docx", BESIDE)
    (tmp_path / "a.otsikko.txt").unlink()
    (tmp_path / "a.ehdotus.txt").write_bytes(b"edited")

    assert write_draft(b"one", tmp_path / "a.docx", BESIDE).name == "a.docx"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.docx", "a.ehdotus.txt"]


def _write_with_little_room(folder: Path, outcome: Connection) -> None:
    """Write a draft that is larger than any file may be."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        write_draft(b"x" * 2000, folder / "a.docx", BESIDE)
    except DraftError as error:
        outcome.send(error.describe())


def test_a_full_disk_in_a_process_of_its_own(tmp_path: Path) -> None:
    """The kernel itself refuses the draft after its fields were written: nothing of them stays."""
    reader, outcome = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_write_with_little_room, args=(tmp_path, outcome))
    process.start()
    outcome.close()
    assert re.search(r"a\.docx: expected .*found File too large\. Make room", reader.recv())
    process.join()
    assert list(tmp_path.iterdir()) == []


def test_no_name_left_over_when_the_last_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up between the fields and the draft: the fields go too."""
    link = Path.hardlink_to

    def fill_up(path: Path, target: Path) -> None:
        if path.suffix == ".docx":
            raise OSError(errno.ENOSPC, "No space left on device")
        link(path, target)

    monkeypatch.setattr(Path, "hardlink_to", fill_up)
    with pytest.raises(DraftError, match="No space left"):
        write_draft(b"one", tmp_path / "a.docx", BESIDE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_told() -> None:
    """What is there stays as it is."""
    with public_folder() as folder:
        (folder / "b.docx").write_bytes(b"two")
        folder.chmod(0o555)
        with without_privilege(), pytest.raises(DraftError, match=r"found Permission denied\. Make room"):
            write_draft(b"one", folder / "a.docx", BESIDE)
        assert [each.name for each in folder.iterdir()] == ["b.docx"]


def test_what_killed_programs_left_is_swept(tmp_path: Path) -> None:
    """At any depth; drafts stay."""
    path = write_draft(b"one", tmp_path / "ekhamra" / "2026-01-12" / "a.docx")
    for folder in (tmp_path / "ekhamra", path.parent):
        (folder / ".draft-abc").mkdir()
        (folder / ".draft-abc" / "0").write_bytes(b"half")
    sweep_outbox(tmp_path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]
    assert not list(tmp_path.rglob(".draft-*"))


def _draft(title: str = "Luottamushenkilöiden koulutus 2025", day: dt.date | None = None) -> Draft:
    house = bare_house("sweden")
    record = finnish_record()
    draft = draft_programme(basis_of(record), house, words_of(house), names_in("sv"), TRIGGER)
    (source,) = draft.sources
    told = source.model_copy(update={"title": title})
    return draft.model_copy(update={"sources": (told,), "meeting_date": day})


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Koulutusta luottamushenkilöille", "kuusirannan-kaupunki-koulutusta"),
        ("Opplæring på Ærøya: ß, ø & å", "kuusirannan-kaupunki-opplaering-pa"),
        ("../../etc/passwd CON. ", "kuusirannan-kaupunki-etc-passwd-con"),
        ("a" * 300, "kuusirannan-kaupunki-aaaaaaaaaaaaaaaaaaa"),
        ('\x00\x1f<>:"|?*\u202e 🎓', "kuusirannan-kaupunki"),
    ],
)
def test_names_are_short_and_safe_on_every_file_system(title: str, name: str) -> None:
    """Windows takes neither signs nor a blank at the end; a long path cannot be opened there."""
    draft = _draft(title)
    digits = draft.id.rpartition("-")[2][:6]
    assert draft_name(draft) == f"{name}-{digits}.docx"


def test_a_draft_of_own_documents_is_not_called_after_the_council() -> None:
    """All its drafts would be; and where there are several sources its own title tells most."""
    draft = _draft("Koulutus")
    own = draft.model_copy(update={"council": draft.sources[0].council})
    assert draft_name(own).startswith("koulutus-")
    several = draft.model_copy(update={"sources": draft.sources * 2, "title": "Utkast: Plan"})
    assert draft_name(several).startswith("utkast-plan-")


@pytest.mark.parametrize(("day", "folder"), [(None, "utan-motesdag"), (dt.date(2026, 1, 12), "2026-01-12")])
def test_drafts_lie_by_house_and_meeting(day: dt.date | None, folder: str) -> None:
    """Those without a meeting lie together, under a word of the house's language."""
    draft = _draft(day=day)
    place = draft_place(draft, words_of(bare_house("sweden")))
    assert place.parts == ("sweden", folder, draft_name(draft))
