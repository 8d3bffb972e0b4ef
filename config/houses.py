"""Knows house profiles: whose drafts, in which language, under which headings, in which grammar."""

from functools import cache
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from config.layers import layer_names, load_layers
from config.words import Words
from records.council import Country

FOLDER = "houses"

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
ImpactKey = Literal["economy", "children", "equality", "environment", "health"]
HeadKey = Literal["administration", "preparer", "body", "meeting", "section", "case_number", "date"]


class HouseBody(Words):
    """A decision-making body as running text names it ("kaupunginhallitus"), and its genitive if known."""

    id: str
    name: str
    genitive: str | None = None


class House(Words):
    """A house profile: how one council's decision documents are built.

    `document` is the kind of document in the house's own word. `head` lists the fields above the
    title, `sections` the headed parts in their order; "impacts" stands for the headings that
    `impacts` lists. `headings` replaces the language's own headings, an empty one lets the part run
    on under the one before. `proposal` is "lead" (one opening, points that go on from it) or
    "sentences" (every point stands alone). `body` is the id of the body that training items go to.
    What is null or empty becomes a placeholder.
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
    distribution: tuple[str, ...] = ()
    bodies: tuple[HouseBody, ...] = ()
    body: str | None = None
    head: tuple[HeadKey, ...]
    sections: tuple[SectionKey, ...]
    impacts: tuple[ImpactKey, ...] = ()
    headings: dict[SectionKey | ImpactKey, str] = Field(default_factory=dict)
    proposal: Literal["lead", "sentences"]

    @property
    def tag(self) -> str:
        """The language with its country, as Word and the wording files name it ("sv-FI")."""
        return f"{self.language}-{self.country}"

    @property
    def training_body(self) -> HouseBody | None:
        """The body that training items go to, or None when the profile leaves it open."""
        return next((body for body in self.bodies if body.id == self.body), None)

    @field_validator("body")
    @classmethod
    def _listed(cls, body: str | None, info: ValidationInfo) -> str | None:
        known = [each.id for each in info.data.get("bodies", ())]
        if body is not None and body not in known:
            raise ValueError(f"one of the ids under bodies ({', '.join(known) or 'none'})")
        return body

    @field_validator("sections")
    @classmethod
    def _whole(cls, sections: tuple[SectionKey, ...]) -> tuple[SectionKey, ...]:
        if len(set(sections)) < len(sections):
            raise ValueError("each section once")
        if "proposal" not in sections:
            raise ValueError("a list with the section proposal")
        return sections


def house_ids() -> tuple[str, ...]:
    """Return the ids of all house profiles, shipped or own, sorted."""
    return layer_names(FOLDER)


@cache
def load_house(house: str) -> House:
    """Return a house profile: what it extends, then its file, then the installation's own file.

    Raises ConfigError with file, line and key for a mistake, or for an id that has no file.
    """
    return load_layers(FOLDER, house, House, {"id": house})
