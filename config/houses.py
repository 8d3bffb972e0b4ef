"""Knows house profiles: whose drafts, in which language, under which headings, in which grammar."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from config.layers import layer_names, load_layers
from config.paths import own, shipped
from config.words import Words
from records.council import Country
from records.errors import ConfigError, DraftError

FOLDER = "houses"
TEMPLATES = "templates"

SectionKey = Literal[
    "preparation",
    "account",
    "summary",
    "assessment",
    "impacts",
    "presenter",
    "proposal",
    "decision",
    "appeal",
    "documents",
    "attachments",
    "distribution",
    "signature",
]
ImpactKey = Literal[
    "economy", "children", "equality", "environment", "health", "personnel", "business", "legal"
]
HeadKey = Literal["administration", "preparer", "body", "meeting", "section", "case_number", "date"]
BodyKind = Literal["council", "board", "committee"]
AppealFamily = Literal["correction", "municipal_appeal", "legality", "complaint", "none"]
"""Which kind of appeal clause a decision may need; the wording names it, and the clerk decides.

`correction` a request to the body itself (Finland), `municipal_appeal` an appeal to a court
(Finland), `legality` a review of legality (Sweden, Norway), `complaint` a complaint by who is
concerned (Norway), `none` where a decision only prepares or carries out, or is only noted.
"""
APPEALS: dict[Country, tuple[AppealFamily, ...]] = {
    "FI": ("correction", "municipal_appeal", "none"),
    "SE": ("legality", "none"),
    "NO": ("legality", "complaint", "none"),
}
"""The families that a country knows."""

_FILE_NAME = re.compile(r"[^/\\:]+\.do[ct]x", re.IGNORECASE)


class HouseBody(Words):
    """A decision-making body as running text names it ("kaupunginhallitus"), and the forms of that name.

    `genitive` and `allative` ("kaupunginvaltuustolle") are for phrases that need them, `abbreviation`
    for those who name it in short. `prepares_for` is the id of the body to which this one proposes
    on training; `presenter` is the title of its presenter, where that is not the house's.
    """

    id: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    genitive: str | None = None
    allative: str | None = None
    abbreviation: str | None = None
    kind: BodyKind | None = None
    prepares_for: str | None = None
    presenter: str | None = None

    def called(self) -> tuple[str, ...]:
        """Return what the body may be called by: id, name, abbreviation, in small letters."""
        return tuple(name.casefold() for name in (self.id, self.name, self.abbreviation) if name)


class House(Words):
    """A house profile: how one council's decision documents are built.

    `document` is the kind of document in the house's own word. `head` lists the fields above the
    title, `sections` the headed parts in their order; "impacts" stands for the headings that
    `impacts` lists. `headings` replaces the language's own headings, an empty one lets the part run
    on under the one before; `labels` replaces those of the head. `proposal` is "lead" (one opening,
    points that go on from it) or "sentences" (every point stands alone). `body` is the id of the
    body that training items go to. `signatories` are the titles of those who sign. `appeal` is the
    family of the appeal clause, where the house always has the same. `template` is the name of a
    Word file in config/templates/. What is null or empty becomes a placeholder.
    """

    id: str
    extends: str | None = None
    country: Country
    language: str
    council: str | None = None
    document: str
    administration: str | None = None
    preparer: str | None = None
    presenter: str | None = None
    responsible: str | None = None
    signatories: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    bodies: tuple[HouseBody, ...] = ()
    body: str | None = None
    head: tuple[HeadKey, ...]
    labels: dict[HeadKey, str] = Field(default_factory=dict)
    sections: tuple[SectionKey, ...]
    impacts: tuple[ImpactKey, ...] = ()
    headings: dict[SectionKey | ImpactKey, str] = Field(default_factory=dict)
    proposal: Literal["lead", "sentences"]
    appeal: AppealFamily | None = None
    template: str | None = None

    @property
    def tag(self) -> str:
        """The language with its country, as Word and the wording files name it ("sv-FI")."""
        return f"{self.language}-{self.country}"

    @property
    def training_body(self) -> HouseBody | None:
        """The body that training items go to, or None when the profile leaves it open."""
        return next((body for body in self.bodies if body.id == self.body), None)

    @property
    def parts(self) -> tuple[SectionKey | ImpactKey, ...]:
        """The headed parts in their order, the headings of impacts in their place."""
        parts: list[SectionKey | ImpactKey] = []
        for key in self.sections:
            parts.extend(self.impacts if key == "impacts" else (key,))
        return tuple(parts)

    def find_body(self, called: str) -> HouseBody:
        """Return the body of that id, name or abbreviation, in letters of any size.

        Raises ConfigError that lists the bodies there are.
        """
        wanted = " ".join(called.split()).casefold()
        found = next((body for body in self.bodies if wanted in body.called()), None)
        if found is None:
            listed = ", ".join(f"{body.id} ({body.name})" for body in self.bodies)
            raise ConfigError(
                f"house {self.id}",
                expected=f"a body of the house: {listed or 'it lists none'}",
                found=repr(called),
                advice=f"Name one of them, or add it under bodies in {own(FOLDER, f'{self.id}.toml')}.",
            )
        return found

    def receiver(self, body: HouseBody) -> HouseBody | None:
        """Return the body to which another one proposes, or None when it decides itself."""
        return next((each for each in self.bodies if each.id == body.prepares_for), None)

    @field_validator("bodies")
    @classmethod
    def _apart(cls, bodies: tuple[HouseBody, ...]) -> tuple[HouseBody, ...]:
        names = [name for body in bodies for name in set(body.called())]
        twice = _repeated(names)
        if twice:
            raise ValueError(f"each body once, with names of its own ({twice} stands twice)")
        ids = [body.id for body in bodies]
        for body in bodies:
            if body.prepares_for is not None and (
                body.prepares_for not in ids or body.prepares_for == body.id
            ):
                raise ValueError(f"prepares_for of {body.id}: the id of another body ({', '.join(ids)})")
        return bodies

    @field_validator("body")
    @classmethod
    def _listed(cls, body: str | None, info: ValidationInfo) -> str | None:
        known = [each.id for each in info.data.get("bodies", ())]
        if body is not None and "bodies" in info.data and body not in known:
            raise ValueError(f"one of the ids under bodies ({', '.join(known) or 'none'})")
        return body

    @field_validator("sections", "impacts", "head")
    @classmethod
    def _once(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        if twice := _repeated(keys):
            raise ValueError(f"each key once ({twice} stands twice)")
        return keys

    @field_validator("sections")
    @classmethod
    def _whole(cls, sections: tuple[SectionKey, ...]) -> tuple[SectionKey, ...]:
        if "proposal" not in sections:
            raise ValueError("a list with the section proposal")
        return sections

    @field_validator("template")
    @classmethod
    def _is_file_name(cls, template: str | None) -> str | None:
        if template is not None and not _FILE_NAME.fullmatch(template):
            raise ValueError("the name of a .docx or .dotx file in config/templates/, without its folder")
        return template


def _repeated(names: Iterable[str]) -> str | None:
    """Return the first name that stands twice, if any does."""
    return next((name for name, count in Counter(names).items() if count > 1), None)


def house_ids() -> tuple[str, ...]:
    """Return the ids of all house profiles, shipped or own, sorted."""
    return layer_names(FOLDER)


@cache
def load_house(house: str) -> House:
    """Return a house profile: what it extends, then its file, then the installation's own file.

    Raises ConfigError with file, line and key for a mistake, or for an id that has no file.
    """
    return load_layers(FOLDER, house, House, {"id": house})


def template_path(house: House) -> Path | None:
    """Return where the house's Word template lies: in the home, or else shipped; None if it has none.

    Raises DraftError when the profile names a template that is in neither place: it costs the drafts
    of that house, and nothing else.
    """
    if house.template is None:
        return None
    places = (own(TEMPLATES, house.template), Path(str(shipped(TEMPLATES, house.template))))
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise DraftError(
            f"house {house.id}",
            expected=f"the template at {places[0]}",
            found="no file there",
            advice="Put the Word file there, or take the line `template` out of the profile.",
        )
    return found
