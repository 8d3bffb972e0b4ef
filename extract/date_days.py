"""Knows days: `24.02.2025`, `2025-02-24`, `den 3 maj 2006`, `3.-4.11.`, `13. og 14. oktober`."""

import re
from typing import NamedTuple

from extract.date_parts import Expression, Moment
from extract.date_view import View

_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_DOTS_YEAR = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)(?!\d)")
_GLUED = re.compile(r"(\d\d)\.(\d\d)\.((?:19|20)\d\d)")
_DOTS_SHORT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d/]|[.:]\d)")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?!\d)")
_DOT = re.compile(r"(\d{1,2})\.(\d{1,2})(?![\d/§]|[.,]\d)")
_SLASH_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})[ /-]((?:19|20)?\d\d)(?![\d/])")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_NUMBER = re.compile(r"(\d{1,2})(?:\.|:[ae](?!\w))?(?![\d/])")
_SIGNED = re.compile(r"\d{1,4}[./-]")
_MARKED_DAY = re.compile(r"(\d{1,2})(?::\w{1,3}|\.(?= ?(?:[^\W\d_]|[,.)\n]|$)))")
_YEAR_AFTER = re.compile(r",? {0,3}((?:19\d\d|20[0-6]\d))(?!\d|/\d)")
_SHORT_YEAR_AFTER = re.compile(r" ?[-’']([0-6]\d)(?![\d.,:/-]| ?[-\u2010-\u2015])")
_COMMA = re.compile(r", {1,3}")
_DAY_DASH = re.compile(r"(?:\d\.?|([^\W\d_]{3,12})) ?[\u2010-\u2015-] ?$")
LATEST_SHORT_YEAR = 69
LONGEST_LIST = 12
DASH_REACH = 20


class Days(NamedTuple):
    """One or two days as read, with the place after them.

    `weekday` is that of the first; `weak` marks digits that need confirmation; `shape` names the
    rule.
    """

    first: Moment
    last: Moment | None
    end: int
    shape: str
    weekday: int | None = None
    weak: bool = False


def read_days(view: View, pos: int) -> Days | None:
    """Return the day, or the range or pair of days, that begins at `pos`, or None.

    A weekday before the day belongs to it. In a range the first day may lack its month and year.
    """
    weekday, start = skip_weekday(view, pos)
    day = read_day(view, start)
    between = view.lexicon.has(view.word_before(pos), "between")
    found = _range_from(view, day, pos, between=between) if day else _partial_range(view, start, between)
    return found._replace(weekday=weekday) if found and weekday is not None else found


def skip_weekday(view: View, pos: int) -> tuple[int | None, int]:
    """Return a weekday's number at `pos` and the place where its day would stand.

    Without a weekday: None and `pos` itself.
    """
    entry = view.find(pos, "weekday", "weekday_short", "weekday_from", "weekday_to")
    if entry is None:
        return None, pos
    end = pos + len(entry.phrase)
    if entry.kind == "weekday_short":
        end += view.text.startswith(".", end)
    end += view.text.startswith(",", end)
    end = view.gap(end)
    den = view.find(end, "den")
    return entry.number, view.gap(end + len(den.phrase)) if den else end


def read_day(view: View, pos: int) -> Days | None:
    """Return the one day with its month that begins at `pos`, or None."""
    numeric = _numeric_day(view, pos) if _SIGNED.match(view.text, pos) else None
    return numeric or _word_day(view, pos)


def _numeric_day(view: View, pos: int) -> Days | None:
    text = view.text
    if match := _ISO.match(text, pos):
        return _checked(int(match[1]), match[2], match[3], match.end(), "day-iso")
    if match := _DOTS_YEAR.match(text, pos):
        return _checked(int(match[3]), match[2], match[1], match.end(), "day-dots")
    if match := _DOTS_SHORT_YEAR.match(text, pos):
        return _checked(_full_year(match[3]), match[2], match[1], match.end(), "day-short-year")
    if match := _DOTS.match(text, pos):
        return _checked(None, match[2], match[1], match.end(), "day-yearless")
    if match := _DOT.match(text, pos):
        return _checked(None, match[2], match[1], match.end(), "day-bare", weak=True)
    if match := _SLASH_YEAR.match(text, pos):
        return _checked(_full_year(match[3]), match[2], match[1], match.end(), "day-slash")
    if match := _SLASH.match(text, pos):
        return _checked(None, match[2], match[1], match.end(), "day-slash-bare", weak=True)
    return None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= LATEST_SHORT_YEAR else 1900)


def _checked(
    year: int | None, month: str, day: str, end: int, shape: str, *, weak: bool = False
) -> Days | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return Days(Moment(year, int(month), int(day)), None, end, shape, weak=weak)


def day_of_digits(match: re.Match[str]) -> Moment | None:
    """Return the day of a match of day, month and year, or None when there is no such day."""
    day, month = int(match[1]), int(match[2])
    return Moment(int(match[3]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _word_day(view: View, pos: int) -> Days | None:
    """Read `3 maj 2006`, `18 päivänä marraskuuta 2014`, `första augusti`."""
    day, end = _day_number(view, pos)
    if not day:
        return None
    after = view.gap(end)
    if word := view.find(after, "day_word"):
        after = view.gap(after + len(word.phrase))
    month = view.find(after, "month", "month_short")
    if month is None or not 1 <= day <= 31:
        return None
    end = after + len(month.phrase)
    if month.kind == "month_short":
        end += view.text.startswith(".", end)
    year, end = read_year_after(view, end)
    return Days(Moment(year, month.number, day), None, end, "day-word")


def _day_number(view: View, pos: int) -> tuple[int, int]:
    if match := _NUMBER.match(view.text, pos):
        return int(match[1]), match.end()
    word = view.find(pos, "ordinal")
    return (word.number, pos + len(word.phrase)) if word else (0, pos)


def read_glued_day(view: View, pos: int) -> Expression | None:
    """Return a day of two-digit day and month and four-digit year, whatever digits touch it."""
    match = _GLUED.match(view.text, pos)
    day = _checked(int(match[3]), match[2], match[1], match.end(), "day-glued") if match else None
    return Expression(pos, day.end, day.shape, day.first) if day else None


def read_year_after(view: View, pos: int) -> tuple[int | None, int]:
    """Return the year that follows a month at `pos`, and the place after it; or None and `pos`."""
    if match := _YEAR_AFTER.match(view.text, pos):
        return int(match[1]), match.end()
    if match := _SHORT_YEAR_AFTER.match(view.text, pos):
        return 2000 + int(match[1]), match.end()
    start = view.gap(pos)
    joiner = view.find(start, "year_joiner", "year") if start > pos else None
    if joiner and (year := view.year(view.gap(start + len(joiner.phrase)))):
        return year
    return None, pos


def read_month_day(view: View, pos: int, month: int, *, marked: bool = False) -> Days | None:
    """Return the day that follows its month: `17. päivänä 2025`, `viides päivä`; or None.

    `marked` lets the number's own sign do: `elokuun 15.`, `syyskuun 27:ää`.
    """
    start = view.gap(pos)
    day, end = _day_number(view, start)
    match = _MARKED_DAY.match(view.text, start) if marked and start > pos else None
    if match and 1 <= int(match[1]) <= 31 and not view.find(view.gap(match.end()), "day_word", "week"):
        return Days(Moment(None, month, int(match[1])), None, match.end(), "month-day")
    word = view.find(view.gap(end), "day_word") if day else None
    if word is None or not 1 <= day <= 31:
        return None
    year, end = read_year_after(view, view.gap(end) + len(word.phrase))
    return Days(Moment(year, month, day), None, end, "month-day")


def read_separator(view: View, pos: int) -> tuple[str, int] | None:
    """Return what joins two moments at `pos` ("dash", "until" or "joined") and the place after it."""
    if end := view.dash(pos):
        return "dash", end
    start = view.gap(pos)
    loose = start > pos or not view.text[pos - 1 : pos].isalnum()
    word = view.find(start, "until", "joined") if loose else None
    if word is None:
        return None
    return word.kind, view.gap(start + len(word.phrase))


def _in_dashed_list(view: View, pos: int, end: int) -> bool:
    """Whether dashes part more than two days: `19. januar – 16. februar – 16. mars`."""
    following = view.dash(end)
    if following and read_day(view, skip_weekday(view, following)[1]):
        return True
    before = _DAY_DASH.search(view.text, max(0, pos - DASH_REACH), pos)
    return before is not None and (before[1] is None or view.lexicon.has(before[1], "month"))


def _range_from(view: View, day: Days, pos: int, *, between: bool) -> Days:
    separator = read_separator(view, day.end)
    if separator is None or (separator[0] == "joined" and not between):
        return day
    _, start = skip_weekday(view, separator[1])
    other = read_day(view, start)
    if other is None or (separator[0] == "dash" and _in_dashed_list(view, pos, other.end)):
        return day
    first = _with_year_of(day.first, other.first)
    last = other.first if other.first.year else _with_later_year(other.first, first)
    if not _runs(first, last):
        return day
    return Days(first, last, other.end, day.shape + "-range", weak=day.weak and other.weak)


def _with_year_of(first: Moment, last: Moment) -> Moment:
    if first.year or not last.year:
        return first
    return first.in_year(last.year - first.follows(last))


def _with_later_year(last: Moment, first: Moment) -> Moment:
    return last.in_year(first.year + first.follows(last)) if first.year else last


def _runs(first: Moment, last: Moment) -> bool:
    """Whether the two may bound a range: in order, or of unknown years."""
    if first.year is None or last.year is None:
        return first != last
    return (first.year, first.month, first.day) < (last.year, last.month, last.day)


def read_listed_day(view: View, pos: int) -> Expression | None:
    """Return the first of days whose month stands with the last: `3, 10 och 17 mars 2026`; or None."""
    numbers: list[tuple[int, int]] = []
    start, joined = pos, False
    while len(numbers) < LONGEST_LIST and (match := _NUMBER.match(view.text, start)):
        numbers.append((int(match[1]), match.end()))
        if len(numbers) > 1 and joined:
            break
        comma = _COMMA.match(view.text, match.end())
        separator = None if comma else read_separator(view, match.end())
        if comma is None and (separator is None or separator[0] != "joined"):
            return None
        start, joined = (comma.end(), False) if comma else (separator[1] if separator else start, True)
    last = read_day(view, start) if joined else None
    days = [day for day, _ in numbers]
    if last is None or last.first.day != days[-1] or days != sorted(set(days)) or not days[0]:
        return None
    if last.shape != "day-word" and view.text[numbers[0][1] - 1] != ".":
        return None
    return Expression(pos, numbers[0][1], "day-listed", last.first._replace(day=days[0]))


def _partial_range(view: View, pos: int, between: bool) -> Days | None:
    """Read `3.-4.11.2025`, `17. og 18. november`: a first day whose month stands with the last."""
    match = _NUMBER.match(view.text, pos)
    separator = read_separator(view, match.end()) if match else None
    if match is None or separator is None:
        return None
    _, start = skip_weekday(view, separator[1])
    other = read_day(view, start)
    if other is None or other.shape in ("day-iso", "day-slash"):
        return None
    first = other.first._replace(day=int(match[1]))
    gap = other.first.day - first.day
    if first.day < 1 or gap < 1 or (gap > 1 and separator[0] == "joined" and not between):
        return None
    weak = other.weak and not (view.starts_line(pos) and view.ends_line(other.end))
    return Days(first, other.first, other.end, other.shape + "-range", weak=weak)
