"""Where a backup is laid and brought back from: a folder, or one file, whole or not at all."""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records.errors import StoreError
from store.backup import MARKER, read_marker
from store.pages import sync_folder

_ENDINGS = (".tar", ".tar.gz", ".tgz")


def is_archive(place: Path) -> bool:
    """Whether a backup is one file, by its name."""
    return place.name.endswith(_ENDINGS)


@contextmanager
def new_place(place: Path) -> Iterator[Path]:
    """Lend an empty folder, and lay it at `place` when the block has ended well.

    What stood at `place` is replaced if it is a backup of ours (or an empty folder). A run that is cut
    off leaves `place` as it was. Raises StoreError.
    """
    place = place.absolute()
    if not place.name:
        raise _refused(place, "the root of all folders")
    part, old = (place.with_name(f".{place.name}.{end}") for end in ("part", "old"))
    try:
        if old.exists() and not place.exists():
            old.rename(place)  # a run was cut off between the last two steps
        _refuse_others(place)
        _remove(part)
        part.mkdir(parents=True)
        yield part
        if is_archive(place):
            _pack(part, place)
        else:
            _swap(part, place, old)
        sync_folder(place.parent)
    except OSError as error:
        raise _refused(place, str(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def opened(place: Path, beside: Path) -> Iterator[Path]:
    """Lend the folder of a backup; a file is unpacked into a folder next to `beside` for a while.

    Raises StoreError when there is no backup at `place`.
    """
    part = beside / ".restore.part"
    try:
        if place.is_file():
            _remove(part)
            part.mkdir(parents=True)
            with tarfile.open(place) as archive:
                archive.extractall(part, filter="data")
        folder = part if place.is_file() else place
        if read_marker(folder) is None:
            raise _refused(place, "no backup", expected="a backup that `paragraf backup` made")
        yield folder
    except (OSError, tarfile.TarError, EOFError) as error:
        raise _refused(place, str(error), expected="a backup that can be read") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def bring_back(folder: Path, target: Path) -> None:
    """Copy the files of a folder to another, without touching those that are there already."""
    for place in sorted(folder.rglob("*")):
        copy = target / place.relative_to(folder)
        if place.is_file() and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            part = copy.with_name(f".{copy.name}.part")
            shutil.copyfile(place, part)
            part.replace(copy)


def _refuse_others(place: Path) -> None:
    if is_archive(place) and place.exists():
        ours = place.is_file() and _is_our_archive(place)
    else:
        ours = not place.exists() or (
            place.is_dir() and (read_marker(place) is not None or not any(place.iterdir()))
        )
    if not ours:
        raise _refused(place, "something else", expected="a new place, or a backup of ours to replace")


def _is_our_archive(place: Path) -> bool:
    try:
        with tarfile.open(place) as archive:
            first = archive.next()
    except (tarfile.TarError, EOFError):
        return False
    return first is not None and first.name == MARKER


def _pack(folder: Path, place: Path) -> None:
    """Make one file of a folder, the marker first, and lay it at its place."""
    packed = place.with_name(f".{place.name}.packed")
    try:
        with tarfile.open(packed, "w" if place.suffix == ".tar" else "w:gz") as archive:
            archive.add(folder / MARKER, MARKER)
            for child in sorted(folder.iterdir()):
                if child.name != MARKER:
                    archive.add(child, child.name)
        with packed.open("rb+") as file:
            os.fsync(file.fileno())
        packed.replace(place)
    finally:
        packed.unlink(missing_ok=True)


def _swap(part: Path, place: Path, old: Path) -> None:
    _remove(old)
    if place.exists():
        place.rename(old)
    part.rename(place)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _refused(place: Path, found: str, expected: str = "a place that can be written") -> StoreError:
    return StoreError(
        str(place),
        expected=expected,
        found=found,
        advice="Name another place, or make room; see docs/keeping.md.",
    )
