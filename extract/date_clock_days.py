"""Gives a clock time or a weekday that stands alone the day it belongs to."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extract.date_context import DateContext
from extract.date_parts import Expression, moment_edtf
from extract.date_view import ends_line, starts_line
from extract.date_votes import Scene
from records import edtf

BACK = 12
LONGEST = 14
REACH = 60
CARD, CARD_LINES = 240, 3
_BLANK = re.compile(r"[\s|]*")
_CLOCK_FIRST = re.compile(r"[ \t]*(?:[^\W\d_]{2,4}\.? ?)?\d{1,2}[.:]\d\d[ \t]")


def day_of_clock(index: int, dated: Sequence[Expression], scene: Scene, context: DateContext) -> str | None:
    """Return the day of a clock time told without one, as EDTF, or None where it holds for several days.

    That is the one day of its sentence, else the nearest before it in its block, else (for a line
    of its own) the day above; times of the meeting itself belong to the meeting's day.
    """
    one = dated[index]
    if _of_meeting(one, scene):
        return context.anchor.isoformat() if context.anchor and not context.is_page else None
    near = dated[max(0, index - BACK) : index + BACK]
    days = [other for other in near if _is_day(other) and not _in_programme(other, scene)]
    start, end = scene.around.sentence(one.start, one.end)
    inside = [other for other in days if start <= other.start < end]
    if inside:
        return _single(inside, one)
    before = [other for other in days if other.start < one.start]
    if not before:
        return None
    nearest, block = before[-1], scene.around.block_number(one.start)
    if scene.around.block_number(nearest.start) == block:
        return _day(nearest) or _day_of_two(index, nearest, dated, scene)
    if _is_card(nearest, one, scene.around.text):
        return _day(nearest)
    continues = starts_line(scene.around.text, one.start) and _heads_line(nearest, one, scene.around.text)
    return _day(nearest) if continues else None


def _in_programme(day: Expression, scene: Scene) -> bool:
    """Whether a line that opens with a clock only mentions the day: `10.15 Fram till den 1 november`."""
    text = scene.around.text
    line = text.rfind("\n", max(0, day.start - REACH), day.start) + 1
    return line > 0 and day.start > line and _CLOCK_FIRST.match(text, line, day.start) is not None


def _is_card(day: Expression, clock: Expression, text: str) -> bool:
    """Whether a day opens a card of a few lines without a gap, in which the clock stands."""
    between = text[day.end : clock.start] if clock.start - day.end <= CARD else "\n\n"
    return starts_line(text, day.start) and between.count("\n") <= CARD_LINES and "\n\n" not in between


def _of_meeting(clock: Expression, scene: Scene) -> bool:
    """Whether the words before a clock (a label, "left the meeting") make it a time of the meeting."""
    start, end = scene.around.sentence(clock.start, clock.end)
    window = (max(start, clock.start - REACH), min(end, clock.end + REACH))
    return scene.around.cues.has("meeting_clock", window)


def _heads_line(day: Expression, clock: Expression, text: str) -> bool:
    """Whether a clock at the start of a line continues a day above it: a cell below, or a programme."""
    if ends_line(text, clock.end):
        return day.clock is not None or _BLANK.fullmatch(text, day.end, clock.start) is not None
    return True


def _is_day(one: Expression) -> bool:
    return one.first is not None and one.first.day > 0 and one.first.year is not None


def _single(days: list[Expression], clock: Expression) -> str | None:
    before = [day for day in days if day.start < clock.start]
    if len({day.first for day in days}) > 1 or not before:
        return None
    return _day(before[-1])


def _day(one: Expression) -> str | None:
    return moment_edtf(one.first) if one.first and one.last is None else None


def _day_of_two(index: int, days: Expression, dated: Sequence[Expression], scene: Scene) -> str | None:
    """Return the first or last of two days for the first and second of exactly two clocks after them."""
    block = scene.around.block_number(days.start)
    clocks = [
        number
        for number in range(max(0, index - 1), min(len(dated), index + 3))
        if dated[number].clock and dated[number].first is None and dated[number].start > days.start
        and scene.around.block_number(dated[number].start) == block
    ]  # fmt: skip
    both = list(_days_of(days))
    if len(clocks) != 2 or len(both) != 2 or index not in clocks:
        return None
    return both[clocks.index(index)].isoformat()


def _days_of(one: Expression) -> Iterator[dt.date]:
    """Yield the days of a day or of a range, up to two weeks."""
    first, last = one.first, one.last or one.first
    if first is None or last is None or first.year is None or last.year is None:
        return
    day = edtf.valid_day(first.year, first.month, first.day)
    until = edtf.valid_day(last.year, last.month, last.day)
    for _ in range(LONGEST):
        if day is None or until is None or day > until:
            return
        yield day
        day += dt.timedelta(days=1)


def day_of_weekday(index: int, dated: Sequence[Expression]) -> str | None:
    """Return the day that a weekday alone names within the days last told, as EDTF, or None."""
    weekday = dated[index].weekday
    for other in reversed(dated[max(0, index - BACK) : index]):
        if _is_day(other):
            return next((day.isoformat() for day in _days_of(other) if day.weekday() == weekday), None)
    return None
