"""Knows what an expression of time is made of before a calendar reads it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from records import edtf

TermSense = Literal["bare", "new", "this", "next", "previous", "each", "coming"]


class Moment(NamedTuple):
    """A day, month, season, week or year, as far as the words tell it; 0 or None is untold.

    `season` is an EDTF code from 21 to 24, `week` an ISO week.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0
    week: int = 0

    @property
    def coarse(self) -> bool:
        """Whether it tells nothing finer than a year."""
        return not (self.month or self.season or self.week)

    def in_year(self, year: int | None) -> "Moment":
        """The same moment in another year."""
        return self._replace(year=year)

    def follows(self, other: "Moment") -> bool:
        """Whether it comes later in a year than `other`, where both tell a month."""
        return (self.month, self.day) > (other.month, other.day)


@dataclass(frozen=True, slots=True)
class Offset:
    """A time counted from today: `count` days, weeks, months or years on, or a "weekday" before or after."""

    unit: str
    count: int


class Expression(NamedTuple):
    """An expression of time with its span; what the words lack is still missing.

    `shape` names the rule that read it. `first` and `last` bound it (`last` None for one moment).
    `clock` is `17:00` or `17:00/19:00`, `weekday` 0 for Monday to 6, of `first`. `shift` counts
    years from the document's own ("viime vuonna" is -1), `offset` days or other units. `term` tells
    how a term of office is named, `term_year` which of its years. `weak` marks digits that are a date only
    if the surroundings confirm it.
    """

    start: int
    end: int
    shape: str
    first: Moment | None = None
    last: Moment | None = None
    clock: str | None = None
    weekday: int | None = None
    shift: int | None = None
    offset: Offset | None = None
    term: TermSense | None = None
    term_year: int | None = None
    recurring: str | None = None
    weak: bool = False

    @property
    def yearless(self) -> bool:
        """Whether a moment is told whose year is not."""
        return self.first is not None and self.first.year is None


def moment_edtf(moment: Moment) -> str | None:
    """Return a moment with its year as EDTF (a week as its seven days), else None."""
    if moment.year is None:
        return None
    if moment.week:
        days = edtf.week_days(moment.year, moment.week)
        return f"{days[0].isoformat()}/{days[1].isoformat()}" if days else None
    if moment.day:
        day = edtf.valid_day(moment.year, moment.month, moment.day)
        return day.isoformat() if day else None
    part = moment.month or moment.season
    return edtf.year_month(moment.year, part) if part else f"{moment.year:04d}"


def expression_edtf(expression: Expression) -> str | None:
    """Return the EDTF value of an expression that tells its years, else None."""
    if expression.first is None:
        return None
    first = moment_edtf(expression.first)
    if expression.last is None or first is None:
        return first
    last = moment_edtf(expression.last)
    return edtf.span(first.split("/")[0], last.split("/")[-1]) if last else None
