"""Sessions as they are found: values of a record each with its backing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from records.base import Span
from records.dates import DateFinding
from records.evidence import Found
from records.programme import Format, Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outset:
    """Where a session was found, before its details are read.

    `anchor` is the row, sentence or word that tells of it, `scope` all that is said of it alone and
    `lead` what is said before of it and its neighbours together. `when` is its date, `clock` its time.
    """

    title: Found[str] | None
    anchor: Span
    scope: Span
    lead: Span | None = None
    when: Found[DateFinding] | None = None
    clock: Found[str] | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class SessionFound:
    """One session with the backing of each of its values."""

    outset: Outset
    place: Found[str] | None = None
    format: Found[Format] | None = None
    duration_hours: Found[float] | None = None
    duration_days: Found[float] | None = None
    parts: Found[int] | None = None
    registration_deadline: Found[str] | None = None
    url: Found[str] | None = None
    audiences: tuple[Found[str], ...] = ()
    topics: tuple[Found[str], ...] = ()
    organisers: tuple[Found[str], ...] = ()

    def record(self) -> Session:
        """Return the session as records keep it."""
        date = self.outset.when.value if self.outset.when else None
        return Session(
            title=_value(self.outset.title),
            edtf=date.edtf if date else None,
            start=date.start if date else None,
            end=date.end if date else None,
            time=_value(self.outset.clock),
            season=date.season if date else None,
            term_year=date.term_year if date else None,
            month=date.month if date and not date.edtf else None,
            recurring=date.recurring if date else None,
            place=_value(self.place),
            format=_value(self.format),
            duration_hours=_value(self.duration_hours),
            duration_days=_value(self.duration_days),
            parts=_value(self.parts),
            registration_deadline=_value(self.registration_deadline),
            url=_value(self.url),
            audiences=tuple(found.value for found in self.audiences),
            topics=tuple(found.value for found in self.topics),
            organisers=tuple(found.value for found in self.organisers),
            span=self.outset.anchor,
        )

    def backing(self) -> Iterator[tuple[str, Found[object]]]:
        """Yield every value that is told as it was found, by its key in the record ("/title")."""
        if self.outset.when:
            yield from _date_backing(self.outset.when)
        single = {
            "title": self.outset.title,
            "time": self.outset.clock,
            "place": self.place,
            "format": self.format,
            "duration_hours": self.duration_hours,
            "duration_days": self.duration_days,
            "parts": self.parts,
            "registration_deadline": self.registration_deadline,
            "url": self.url,
        }
        for key, found in single.items():
            if found is not None:
                yield f"/{key}", found
        lists = {"audiences": self.audiences, "topics": self.topics, "organisers": self.organisers}
        for key, values in lists.items():
            for index, value in enumerate(values):
                yield f"/{key}/{index}", value


def _date_backing(when: Found[DateFinding]) -> Iterator[tuple[str, Found[object]]]:
    for key in ("edtf", "start", "end", "season", "term_year", "month", "recurring"):
        told = getattr(when.value, key) is not None
        if told and not (key == "month" and when.value.edtf):
            yield f"/{key}", when


def _value(found: Found[T] | None) -> T | None:
    return found.value if found else None
