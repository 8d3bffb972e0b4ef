"""Knows annotated documents: JSON files that say what a reader found in a text (docs/evaluate.md)."""

import difflib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from config.codes import load_codes
from config.languages import language_codes
from records.dates import DateRole
from records.decision import Outcome
from records.errors import ReadError
from records.item import DocumentType
from records.programme import Format

PAGE = "page"
_PART = r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?"
# Notes of annotators may be called anything; a key so near to a known one is a slip of the pen.
_SLIP = 0.8


def _one_of(known: str) -> AfterValidator:
    """Check a code against the table of codes of a name."""

    def check(code: str) -> str:
        codes = getattr(load_codes(), known)
        if code not in codes:
            raise ValueError(f"one of {', '.join(codes)}")
        return code

    return AfterValidator(check)


def _known_language(code: str) -> str:
    if code not in language_codes():
        raise ValueError(f"one of {', '.join(language_codes())}")
    return code


def _without_surrogates(text: str) -> str:
    if not text.strip():
        raise ValueError("a text with words")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("a text without half signs (lone surrogates)")
    return text


Edtf = Annotated[str, Field(pattern=rf"^{_PART}(?:/(?:\.\.|{_PART}))?$")]
Clock = Annotated[str, Field(pattern=r"^\d{1,2}:\d\d(?:/\d{1,2}:\d\d)?$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Audience = Annotated[str, _one_of("audiences")]
Topic = Annotated[str, _one_of("topics")]
Language = Annotated[str, AfterValidator(_known_language)]
Text = Annotated[str, AfterValidator(_without_surrogates)]


class _Gold(BaseModel):
    """Annotations carry notes of their makers beside what is measured, so unknown keys pass."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _no_slips(cls, told: object) -> object:
        """Refuse a key that is a known one misspelt: its value would be missed in silence."""
        for key in told if isinstance(told, dict) else ():
            near = difflib.get_close_matches(str(key), cls.model_fields, n=1, cutoff=_SLIP)
            if near and key not in cls.model_fields:
                raise ValueError(f"the key {near[0]}, not {key}")
        return told


class GoldWhen(_Gold):
    """When something is, as `DateFinding` tells it; `recurring` None where it is told as once."""

    edtf: Edtf | None = None
    time: Clock | None = None
    term_year: int | None = None
    month: int | None = None
    season: int | None = None
    recurring: str | None = None


class GoldDate(GoldWhen):
    """An expression of time with its place in the text, in code points."""

    text: str
    start: int
    role: DateRole | Literal["other"] = "reference"

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)


class GoldSession(GoldWhen):
    """A training event, course, module or offer."""

    title: str | None = None
    format: Format | None = None
    topics: tuple[Topic, ...] = ()


class GoldCost(_Gold):
    """What taking part costs; `amount` None where the text tells no amount."""

    amount: float | None = None


class GoldProgramme(_Gold):
    """What the document tells of training for elected officials."""

    title: str | None = None
    organisers: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    topics: tuple[Topic, ...] = ()
    sessions: tuple[GoldSession, ...] = ()
    cost: GoldCost | None = None


class GoldDecision(_Gold):
    """What an item of a meeting says of itself; `proposal` and `decision` may be their first words alone."""

    body: str | None = None
    meeting_date: Day | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    preparer: str | None = None
    proposal: str | None = None
    decision: str | None = None
    outcome: Outcome | None = None
    doc_type: DocumentType | None = None

    @property
    def is_page(self) -> bool:
        """Whether it only says that the document is an ordinary page."""
        return self.doc_type == PAGE and not (self.body or self.section)


class GoldFindings(_Gold):
    """The annotation; a `decision` or `dates` left out, and `dates` None, mean that nobody annotated them."""

    decision: GoldDecision | None = None
    dates: tuple[GoldDate, ...] | None = None
    programme: GoldProgramme | None = None


class GoldDocument(_Gold):
    """A text with its annotation; `key` is what it goes by."""

    key: str
    path: str
    url: str = ""
    lang: Language
    relevant: bool
    text: Text
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
    def has_decision(self) -> bool:
        """Whether somebody said what decision the document holds, or that it holds none."""
        return "decision" in self.gold.model_fields_set

    @property
    def is_meeting_item(self) -> bool:
        """Whether it is an item of a meeting that tells of training: what Paragraf is for."""
        return self.relevant and self.own_decision is not None


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotated documents of some folders, and the JSON files there that are none."""

    documents: tuple[GoldDocument, ...]
    passed_over: tuple[Path, ...] = ()


def read_gold(places: Sequence[Path]) -> Gold:
    """Return the annotated documents in some files and below some folders, by path, each file once.

    A document's key is its folder and file ("fi-001"), with the folders above where two would share
    one. Raises ReadError, naming the file, for broken JSON, mistaken keys and values, and a date that
    is not what the text has at its place; and naming the place when it holds no annotated document.
    """
    documents: dict[Path, GoldDocument] = {}
    passed: list[Path] = []
    for place in places:
        found = {path.resolve(): _read(path) for path in _files(place)}
        read = {path: document for path, document in found.items() if document}
        if not read:
            raise ReadError(
                str(place),
                expected="annotated documents (JSON files with `text` and `relevant`)",
                found="none" if place.exists() else "no such file or folder",
                advice="docs/evaluate.md tells the format.",
            )
        documents |= read
        passed += [path for path, document in found.items() if not document]
    keys = _keys(list(documents))
    named = (one.model_copy(update={"key": keys[path]}) for path, one in documents.items())
    return Gold(tuple(named), tuple(passed))


def _files(place: Path) -> Iterator[Path]:
    """Yield the JSON files of a place by path; a folder that cannot be read is an error."""
    if place.is_file():
        yield place
        return
    for folder, folders, names in os.walk(place, onerror=_refuse):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names) if name.lower().endswith(".json"))


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise ReadError(
            str(error.filename), expected="a folder that can be read", found=error.strerror or str(error)
        ) from error


def _keys(paths: Sequence[Path]) -> dict[Path, str]:
    """Return a key for each path: folder and file, and so many folders above as tell them apart."""
    depth, keys = 2, {path: _key(path, 2) for path in paths}
    while len(set(keys.values())) < len(paths):
        depth += 1
        counts = Counter(keys.values())
        keys = {path: _key(path, depth) if counts[key] > 1 else key for path, key in keys.items()}
    return keys


def _key(path: Path, parts: int) -> str:
    return "-".join(path.with_suffix("").parts[-parts:])


def _read(path: Path) -> GoldDocument | None:
    """Return the document of a file, None for JSON that is none."""
    told = _load(path)
    if not isinstance(told, dict) or not {"text", "relevant"} & told.keys():
        return None
    document = _validated(path, told)
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


def _load(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        found = error.strerror or str(error)
        raise ReadError(str(path), expected="a file that can be read", found=found) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(str(path), expected="JSON in UTF-8", found=str(error)) from error


def _validated(path: Path, told: dict[str, Any]) -> GoldDocument:
    try:
        return GoldDocument.model_validate(told | {"key": path.stem, "path": str(path)})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        wanted = first["msg"].removeprefix("Value error, ")
        found = "nothing" if first["type"] == "missing" else repr(first["input"])[:80]
        raise ReadError(str(path), expected=f"{key}: {wanted}", found=found) from error
