"""Knows the JSON of Ahjo: lists of decisions, meetings and decision makers, one decision, one agenda item.

A list is an object with its entries under its own name (`cases`, `decisions`), `size`, `page`, and
`nextCount`, the entries of the page that follows. One thing comes bare, or alone in such a list.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from records.errors import ReadError
from records.page import Page

_NUL = r"\u0000"
"""A character that no text has, as JSON spells it; databases refuse it."""


def _day(told: object) -> dt.date | None:
    """Return the day of a moment such as 2025-01-27T02:00:00.000; None for "" and what is none."""
    if not isinstance(told, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(told)
        # A Finnish midnight told in UTC is the evening before, and no meeting begins in the night.
        return (moment + dt.timedelta(hours=3)).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):  # the calendar's last day stands for none
        return None


Day = Annotated[dt.date | None, BeforeValidator(_day)]


class Answer(BaseModel):
    """Foreign JSON: what is not asked for is let be, what is asked for may be missing or null."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class Organization(Answer):
    """Who decides: `Kaupunginhallitus`, or an office with the type `Viranhaltija`."""

    id: str | None = Field(default=None, validation_alias=AliasChoices("ID", "DecisionmakerID"))
    name: str | None = Field(default=None, validation_alias=AliasChoices("Name", "Decisionmaker"))
    type: str | None = Field(default=None, alias="Type")


class Meeting(Answer):
    """A meeting; its id is the decision maker's, the year and a running number: 00400 2025 4."""

    id: str | None = Field(default=None, alias="MeetingID")
    day: Day = Field(default=None, validation_alias=AliasChoices("DateMeeting", "MeetingDate"))
    maker: str | None = Field(default=None, alias="Decisionmaker")
    maker_id: str | None = Field(default=None, alias="DecisionmakerID")
    agenda: tuple["Record", ...] | None = Field(default=None, alias="Agenda")


class Record(Answer):
    """A document of a case: a decision, a proposal (`esitys`), an attachment, a whole minutes.

    `content` and `motion` are HTML, the decision's and the proposal's; many answers have neither, but
    the address of a file.
    """

    native_id: str | None = Field(default=None, alias="NativeId")
    title: str | None = Field(default=None, validation_alias=AliasChoices("Title", "AgendaItem"))
    type: str | None = Field(default=None, alias="Type")
    language: str | None = Field(default=None, alias="Language")
    publicity: str | None = Field(default=None, alias="PublicityClass")
    file: str | None = Field(default=None, alias="FileURI")
    number: str | None = Field(default=None, alias="AttachmentNumber")
    case: str | None = Field(default=None, alias="CaseIDLabel")
    section: str | None = Field(default=None, alias="Section")
    meeting_id: str | None = Field(default=None, alias="MeetingID")
    point: str | None = Field(default=None, alias="AgendaPoint")
    day: Day = Field(default=None, validation_alias=AliasChoices("DateMeeting", "DateDecision"))
    meeting: Meeting | None = Field(default=None, alias="Meeting")
    organization: Organization | None = Field(default=None, alias="Organization")
    content: str | None = Field(default=None, alias="Content")
    motion: str | None = Field(default=None, validation_alias=AliasChoices("Motion", "Html"))
    attachments: tuple["Record", ...] | None = Field(default=None, alias="Attachments")
    printed: "Record | None" = Field(default=None, validation_alias=AliasChoices("Pdf", "PDF"))
    records: tuple["Record", ...] | None = Field(default=None, alias="Records")


class _DecisionMaker(Answer):
    organization: Organization = Field(default=Organization(), alias="Organization")


class DecisionMakers(Answer):
    """All who decide."""

    entries: tuple[_DecisionMaker, ...] = Field(alias="decisionMakers")


class Records(Answer):
    """One page of a list of decisions; `following` is how many entries the next page has."""

    entries: tuple[Record, ...] = Field(validation_alias=AliasChoices("decisions", "records", "cases"))
    following: int | None = Field(default=None, alias="nextCount")


class Meetings(Answer):
    """One page of a list of meetings."""

    entries: tuple[Meeting, ...] = Field(alias="meetings")
    following: int | None = Field(default=None, alias="nextCount")


A = TypeVar("A", bound=Answer)


def read_answer(page: Page, shape: type[A], *wrappers: str) -> A:
    """Return an answer; it may come bare, in a list of one, or under one of `wrappers`.

    Raises ReadError for what is no JSON, and for JSON of another shape, such as an error's.
    """
    try:
        told = json.loads(page.content.decode("utf-8-sig").replace(_NUL, ""))
    except (ValueError, RecursionError) as error:
        raise _another(page, "no JSON") from error
    try:
        return shape.model_validate(_unwrapped(told, wrappers))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _another(page, f"{place}: {first['msg']}" if place else first["msg"]) from error


def _unwrapped(told: object, wrappers: tuple[str, ...]) -> object:
    if isinstance(told, Mapping):
        told = next((told[name] for name in wrappers if isinstance(told.get(name), dict | list)), told)
    return told[0] if isinstance(told, list) and len(told) == 1 else told


def _another(page: Page, found: str) -> ReadError:
    return ReadError(
        page.url,
        expected="an answer of Ahjo",
        found=found,
        advice="Open the address: it may ask for a key (key_variable in sources.toml)",
    )
