"""Knows annotated documents: JSON files that say what a reader found in a text (docs/evaluate.md)."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from records.errors import ReadError

PAGE = "page"


class _Gold(BaseModel):
    """Annotations carry notes of their makers beside what is measured, so unknown keys pass."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldWhen(_Gold):
    """When something is, as `DateFinding` tells it; `recurring` None where it is told as once."""

    edtf: str | None = None
    time: str | None = None
    term_year: int | None = None
    month: int | None = None
    season: int | None = None
    recurring: str | None = None


class GoldDate(GoldWhen):
    """An expression of time with its place in the text, in code points."""

    text: str
    start: int
    role: str = "reference"

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)


class GoldSession(GoldWhen):
    """A training event, course, module or offer."""

    title: str | None = None
    format: str | None = None
    topics: tuple[str, ...] = ()


class GoldCost(_Gold):
    """What taking part costs; `amount` None where the text tells no amount."""

    amount: float | None = None


class GoldProgramme(_Gold):
    """What the document tells of training for elected officials."""

    title: str | None = None
    organisers: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sessions: tuple[GoldSession, ...] = ()
    cost: GoldCost | None = None


class GoldDecision(_Gold):
    """What an item of a meeting says of itself; `proposal` and `decision` may be their first words alone."""

    body: str | None = None
    meeting_date: str | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    preparer: str | None = None
    proposal: str | None = None
    decision: str | None = None
    outcome: str | None = None
    doc_type: str | None = None

    @property
    def is_page(self) -> bool:
        """Whether it only says that the document is an ordinary page."""
        return self.doc_type == PAGE and not (self.body or self.section)


class GoldFindings(_Gold):
    """The annotation; `dates` None means that nobody annotated them."""

    decision: GoldDecision | None = None
    dates: tuple[GoldDate, ...] | None = None
    programme: GoldProgramme | None = None


class GoldDocument(_Gold):
    """A text with its annotation. `key` is the file's folder and name, "fi-001"."""

    key: str
    path: str
    url: str = ""
    lang: str
    relevant: bool
    text: str
    gold: GoldFindings

    @property
    def address(self) -> str | None:
        """The document's address; what its maker wrote behind it is no part of it."""
        return next(iter(self.url.split()), None)

    @property
    def own_decision(self) -> GoldDecision | None:
        """The item's decision, None for an ordinary page."""
        decision = self.gold.decision
        return None if decision is None or decision.is_page else decision

    @property
    def is_meeting_item(self) -> bool:
        """Whether it is an item of a meeting that tells of training: what Paragraf is for."""
        return self.relevant and self.own_decision is not None


def read_gold(folders: Sequence[Path]) -> list[GoldDocument]:
    """Return the annotated documents below some folders, by path; other JSON files are passed over.

    Raises ReadError, naming the file, for broken JSON, wrong types, and a date that is not what the
    text has at its place; and naming the folder when it holds no annotated document.
    """
    documents = []
    for folder in folders:
        found = list(_read_folder(folder))
        if not found:
            raise ReadError(
                str(folder),
                expected="a folder with annotated documents (JSON files with `text` and `relevant`)",
                found="none" if folder.is_dir() else "no such folder",
                advice="docs/evaluate.md tells the format.",
            )
        documents.extend(found)
    return documents


def key_of(path: Path) -> str:
    """Return the name that a document goes by: its folder and its file, "fi-001"."""
    return f"{path.parent.name}-{path.stem}"


def _read_folder(folder: Path) -> Iterator[GoldDocument]:
    for path in sorted(folder.rglob("*.json")):
        told = _load(path)
        if isinstance(told, dict) and "text" in told and "relevant" in told:
            yield _validated(path, told)


def _load(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(
            str(path), expected="JSON in UTF-8", found=str(error), advice="Mend the file."
        ) from error


def _validated(path: Path, told: dict[str, Any]) -> GoldDocument:
    try:
        document = GoldDocument.model_validate(told | {"key": key_of(path), "path": str(path)})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ReadError(
            str(path), expected=f"{key}: {first['msg']}", found=repr(first["input"])[:80]
        ) from error
    for date in document.gold.dates or ():
        there = document.text[date.start : date.end]
        if there != date.text:
            raise ReadError(
                str(path),
                expected=f"{date.text!r} at {date.start}",
                found=repr(there),
                advice="Count `start` in code points of `text`.",
            )
    return document
