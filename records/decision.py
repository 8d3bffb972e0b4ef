"""What an item of a meeting says of itself."""

import datetime as dt
from typing import Literal

from pydantic import Field

from records.base import Record, Span
from records.item import DocumentType
from records.meeting import Matter, Meeting

Outcome = Literal[
    "noted", "approved", "approved_amended", "rejected", "returned", "tabled", "withdrawn", "other"
]


class Person(Record):
    """A person by name, and the office that the text gives; a bare office has the office as name."""

    name: str
    role: str | None = None


class Effective(Record):
    """What was decided in substance, and whether the words stand under decision or proposal.

    `origin` is printed as `from`, which Python keeps for itself.
    """

    text: str
    origin: Literal["decision", "proposal"] = Field(alias="from")
    span: Span


class Handling(Record):
    """An earlier body's treatment of the same matter, printed inside the item."""

    body: str | None
    meeting_date: dt.date | None = None
    section: str | None = None
    proposal: str | None = None
    decision: str | None = None
    outcome: Outcome | None = None


class Decision(Record):
    """An item's own handling: the one whose body and date match the page head.

    Text fields equal their quote after white space is folded. `section` is the number alone
    ("71", "001/15"), `case_number` as printed.
    """

    document_type: DocumentType
    body: str | None = None
    meeting_date: dt.date | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    preparers: tuple[Person, ...] = ()
    presenter: Person | None = None
    proposal: str | None = None
    decision: str | None = None
    effective: Effective | None = None
    outcome: Outcome | None = None
    handlings: tuple[Handling, ...] = ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that decided, where the item tells body and day."""
        if self.body is None or self.meeting_date is None:
            return None
        return Meeting(body=self.body, date=self.meeting_date)

    @property
    def matter(self) -> Matter | None:
        """The matter that was decided on, where the item tells its case number."""
        return Matter(case_number=self.case_number) if self.case_number else None


def bare_case_number(case_number: str | None) -> str:
    """Return what a case number is compared by, however it is spaced and spelt; empty for an unknown one."""
    return "".join((case_number or "").casefold().split())


def is_same_case(one: str | None, other: str | None) -> bool:
    """Tell whether two case numbers are one; two unknown ones are not."""
    return bool(bare_case_number(one)) and bare_case_number(one) == bare_case_number(other)
