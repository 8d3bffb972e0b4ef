"""The outbox: whole files, nothing overwritten, a clear error when the folder refuses."""

import errno
import os
from pathlib import Path

import pytest

from export.draft import draft_programme
from export.outbox import draft_name, write_draft
from records.errors import DraftError
from tests.export.houses import bare_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in


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


def test_a_draft_has_one_name() -> None:
    """The name is the draft's id, so that the same trigger gives the same file."""
    house = bare_house("sweden")
    draft = draft_programme(basis_of(finnish_record()), house, words_of(house), names_in("sv"), TRIGGER)

    name = draft_name(draft)
    assert name.endswith(f"-{draft.id.rpartition('-')[2]}.docx")
    assert name.isascii()
    assert " " not in name
    assert draft.id.startswith("sweden-")
