"""Knows what speaks for the year of a day told without one: headings, sentences, equal days, case numbers.

The weights were set on annotated minutes and pages.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from config.date_words import DateWords
from extract.date_context import Surroundings
from extract.date_parts import Expression, Moment
from extract.date_view import BULLETS
from records import edtf

SAME_DAY, HEADING, NEAR, BLOCK, EARLIER, AHEAD, CASE = 4.0, 3.5, 3.0, 2.0, 1.0, 0.5, 2.0
MENTION = 0.25
LONE = 1.0
BACK = 12
REACH = 40
SEASON_MONTHS = {
    edtf.SPRING: (1, 7),
    edtf.SUMMER: (5, 9),
    edtf.AUTUMN: (7, 12),
    edtf.WINTER: (11, 15),
}
FIRST_MONTHS = {edtf.SPRING: 3, edtf.SUMMER: 6, edtf.AUTUMN: 9, edtf.WINTER: 12}
Day = tuple[int, int, int]


class Dated(NamedTuple):
    """An expression with its year, and how sure that year is.

    `stated` if the words told it, else they `lacked` these parts.
    """

    expression: Expression
    stated: bool = True
    confidence: float = 0.99
    lacked: tuple[str, ...] = ("year",)

    @property
    def frame(self) -> Moment | None:
        """The moment that speaks for what follows: its end, but the start of a span of years."""
        first, last = self.expression.first, self.expression.last
        moment = first if first and first.coarse else last or first
        return moment if moment and moment.year else None


@dataclass(frozen=True, slots=True)
class Scene:
    """What all votes look at: the expressions as found, their surroundings, the own day and year.

    `guessed` tells that the own day is only the first that the text tells, `lone` the only year it names.
    `known` and `mentions` keep the years of days told, and which years by their place are mentions, since
    many ask for the same.
    """

    found: list[Expression]
    around: Surroundings
    words: DateWords
    anchor: dt.date | None
    guessed: bool = False
    case_year: int | None = None
    lone: int | None = None
    known: dict[Day, int] = field(default_factory=dict)
    mentions: dict[int, bool] = field(default_factory=dict)

    def remember(self, dated: Dated) -> None:
        """Keep the year of a day or month, for the next time the text names it."""
        for moment in (dated.expression.first, dated.expression.last):
            if moment and moment.year and not moment.coarse:
                self.known[moment.month, moment.day, moment.season] = moment.year


def sets_scene(one: Expression, scene: Scene) -> bool:
    """Whether a heading's year or season rules what stands below it."""
    if one.first is None or one.first.year is None or one.first.day or one.last:
        return False
    around = scene.around
    line = around.sentence(one.start, one.end)
    if around.cues.has("calendar", line):
        return True
    at_an_end = around.opens(one.start) or around.closes(one.end)
    if not (around.heads(one.start) and at_an_end):
        return False
    return around.cues.has("session", line) or not around.cues.has("budget", line)


def mentions_year(one: Expression, scene: Scene) -> bool:
    """Whether a year tells which ("budget 2024") rather than when ("under 2024")."""
    if one.first is None or one.first.year is None or not one.first.coarse:
        return False
    known = scene.mentions.get(one.start)
    if known is None:
        known = scene.mentions[one.start] = _tells_which(one, scene)
    return known


def _tells_which(one: Expression, scene: Scene) -> bool:
    text, words = scene.around.text, scene.words.years.scene
    start = max(scene.around.sentence(one.start)[0], one.start - REACH)
    before = text[start : one.start].rstrip()
    opens = not before.strip(BULLETS) or before.rsplit(" ", 1)[-1] in words
    return not (opens or text.startswith(tuple(f"{word} " for word in words), one.start))


def votes_for(index: int, dated: list[Dated], heading: Moment | None, scene: Scene) -> dict[int, float]:
    """Return how strongly the surroundings speak for each year of the expression at `index`."""
    counted: dict[int, float] = {}
    for year, weight in _votes(index, dated, heading, scene):
        counted[year] = max(counted.get(year, 0.0), weight)
    return counted


def _votes(
    index: int, dated: list[Dated], heading: Moment | None, scene: Scene
) -> Iterator[tuple[int, float]]:
    one = scene.found[index]
    first = one.first or Moment()
    if heading and heading.year and _may_hold(heading, first):
        yield heading.year, HEADING
    if scene.case_year:
        yield scene.case_year, CASE
    if (year := scene.known.get((first.month, first.day, first.season))) and not first.coarse:
        yield year, SAME_DAY
    for earlier in reversed(dated[-BACK:]):
        if (frame := earlier.frame) and frame.year:
            nearness = _nearness(one, earlier, frame, scene)
            yield frame.year, nearness if earlier.stated else nearness / 2
            if earlier.stated and not mentions_year(earlier.expression, scene):
                break
    yield from _later(index, scene)


def _later(index: int, scene: Scene) -> Iterator[tuple[int, float]]:
    """Yield what is told behind an expression: the year of the next one, the only year of the text."""
    if index + 1 < len(scene.found) and (after := scene.found[index + 1].first) and after.year:
        yield after.year, AHEAD
    if scene.anchor is None and scene.lone:
        yield scene.lone, LONE


def lone_year(found: Sequence[Expression]) -> int | None:
    """Return the year of a text that names one alone, wherever it stands; None where it names more."""
    told = (moment for one in found for moment in (one.first, one.last))
    years = {moment.year for moment in told if moment and moment.year}
    return years.pop() if len(years) == 1 else None


def _nearness(one: Expression, earlier: Dated, frame: Moment, scene: Scene) -> float:
    if not _may_hold(frame, one.first):
        return 0.0
    start = scene.around.sentence(one.start)[0]
    block = scene.around.block_number(one.start)
    near = earlier.expression.start >= start
    same = scene.around.block_number(earlier.expression.start) == block
    if frame.coarse and mentions_year(earlier.expression, scene):
        return MENTION * (NEAR if near else BLOCK if same else EARLIER)
    if near or (same and frame.coarse):
        return NEAR
    return BLOCK if same else EARLIER


def _may_hold(frame: Moment, inner: Moment | None) -> bool:
    """Whether a season can hold a month told below it; years hold all."""
    if inner is None or not frame.season or not inner.month:
        return True
    first, last = SEASON_MONTHS[frame.season]
    return first <= inner.month <= last or inner.month + 12 <= last


def month_of(moment: Moment) -> int:
    """Return the month a moment begins in, 1 for a year."""
    if moment.week:
        return min(12, (moment.week - 1) * 12 // 52 + 1)
    return moment.month or FIRST_MONTHS.get(moment.season, 1)
