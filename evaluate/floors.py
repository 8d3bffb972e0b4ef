"""Knows floors: the figures below which a change is not let in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from config.toml import parse_toml, read_place, validate
from evaluate.figures import ALL, Figures
from evaluate.gold import GoldDocument
from records.errors import ConfigError

Share = Annotated[float, Field(ge=0, le=1)]


class Least(BaseModel):
    """How many documents a set of annotated documents must have to mean anything.

    `near_misses` are irrelevant documents that speak of training or of elected officials.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: int = 0
    per_language: int = 0
    meeting_items: int = 0
    near_misses: int = 0


class Floors(BaseModel):
    """`f1` maps a field to its least F1 over all languages; `languages` the same for one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    least: Least = Least()
    f1: dict[str, Share] = Field(default_factory=dict)
    languages: dict[str, dict[str, Share]] = Field(default_factory=dict)


def read_floors(path: Path, fields: Sequence[str]) -> Floors:
    """Return the floors of a TOML file.

    Raises ConfigError with file, line and key for a mistake, and for a field that is none of `fields`.
    """
    text = read_place(path)
    floors = validate(Floors, parse_toml(text, str(path)), str(path), text)
    named = {*floors.f1, *(field for one in floors.languages.values() for field in one)}
    if unknown := sorted(named - set(fields)):
        raise ConfigError(str(path), expected=f"one of {', '.join(fields)}", found=", ".join(unknown))
    return floors


def below_floors(floors: Floors, figures: Figures) -> Iterator[str]:
    """Yield one line for each figure that is below its floor; a field nobody measured is below."""
    asked = [(ALL, floors.f1), *floors.languages.items()]
    for language, fields in asked:
        for field, floor in fields.items():
            count = figures.get(field, {}).get(language)
            if count is None:
                yield f"{field} ({language}): floor {floor:.3f}, not measured"
            elif count.f1 < floor:
                yield f"{field} ({language}): floor {floor:.3f}, found {count.f1:.3f}"


def too_few(least: Least, documents: Sequence[GoldDocument]) -> Iterator[str]:
    """Yield one line for each kind of annotated document of which there are too few."""
    by_language: dict[str, int] = {}
    for document in documents:
        by_language[document.lang] = by_language.get(document.lang, 0) + 1
    counted = {
        "documents": (least.documents, len(documents)),
        "meeting_items": (least.meeting_items, sum(one.is_meeting_item for one in documents)),
        "near_misses": (least.near_misses, sum(not one.relevant for one in documents)),
        **{f"per_language ({code})": (least.per_language, n) for code, n in by_language.items()},
    }
    for name, (wanted, there) in counted.items():
        if there < wanted:
            yield f"{name}: at least {wanted}, there are {there}"
