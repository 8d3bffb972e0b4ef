"""Gives a day, month or season its year: from its list, its weekday, its sentence, a heading, the own day.

Each of them votes for years with a weight, and a year far from the document's own day loses points.
The weights were set on annotated minutes and pages.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from config.date_words import DateWords
from extract import edtf
from extract.date_context import Surroundings
from extract.date_parts import Expression, Moment
from extract.date_stems import stem_pattern

_LIST_GAP = re.compile(r"[ ,;&/()\n]{0,6}(?:[^\W\d_]{1,5} {1,3})?")
LIST, WEEKDAY, SAME_WORDS, HEADING, NEAR, SEQUENCE, BLOCK, EARLIER, AHEAD = 6, 5, 4, 3.5, 3, 3, 2, 1, 0.5
MENTION = 0.25
MONTHS_A_POINT, MOST_OFF, REPORT_AHEAD = 4.0, 3.0, 2.0
BACK = 12
SEASON_MONTHS = {
    edtf.SPRING: (1, 7),
    edtf.SUMMER: (5, 9),
    edtf.AUTUMN: (7, 12),
    edtf.WINTER: (11, 15),
}
FIRST_MONTHS = {0: 1, edtf.SPRING: 3, edtf.SUMMER: 6, edtf.AUTUMN: 9, edtf.WINTER: 12}
Votes = Iterator[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its year, and how sure that year is; `stated` if the words told it."""

    expression: Expression
    stated: bool = True
    confidence: float = 0.99

    @property
    def last(self) -> Moment | None:
        """The moment it ends with, if that has a year."""
        moment = self.expression.last or self.expression.first
        return moment if moment and moment.year else None


@dataclass(frozen=True, slots=True)
class Scene:
    """What all votes look at: the expressions as found, their surroundings, the own day and year."""

    found: list[Expression]
    around: Surroundings
    words: DateWords
    anchor: dt.date | None
    case_year: int | None = None


def with_years(scene: Scene) -> list[Dated]:
    """Return the expressions with the years their words lack, where something tells them."""
    dated: list[Dated] = []
    heading: Moment | None = None
    for index, one in enumerate(scene.found):
        if not one.yearless or one.recurring:
            dated.append(Dated(one))
        elif one.shift is not None:
            dated.append(_shifted(one, scene.anchor))
        else:
            votes = _counted(_votes(index, dated, heading, scene))
            dated.append(_elected(one, votes, scene.anchor))
        if dated[-1].stated and _sets_scene(one, scene):
            heading = one.first
    return dated


def _sets_scene(one: Expression, scene: Scene) -> bool:
    """Whether a heading's year or season rules what stands below it."""
    if one.first is None or one.first.year is None or one.first.day or one.last:
        return False
    if not scene.around.heads(one.start):
        return False
    start, end = scene.around.sentence(one.start, one.end)
    return not stem_pattern(scene.words.roles.budget).search(scene.around.text, start, end)


def _counted(votes: Votes) -> dict[int, float]:
    """Return the strongest vote for each year."""
    counted: dict[int, float] = {}
    for year, weight in votes:
        counted[year] = max(counted.get(year, 0.0), weight)
    return counted


def _votes(index: int, dated: list[Dated], heading: Moment | None, scene: Scene) -> Votes:
    one = scene.found[index]
    if (year := _year_of_list(index, scene)) is not None:
        yield year, LIST
    if heading and heading.year and _may_hold(heading, one.first):
        yield heading.year, HEADING
    if scene.case_year:
        yield scene.case_year, BLOCK
    yield from _votes_before(one, dated, scene)
    if index + 1 < len(scene.found) and (after := scene.found[index + 1].first) and after.year:
        yield after.year, AHEAD


def _votes_before(one: Expression, dated: list[Dated], scene: Scene) -> Votes:
    """Vote as the expressions before do: the one just before, the last that told its year, equal words."""
    text = scene.around.text
    words = text[one.start : one.end]
    stated = False
    for number, earlier in enumerate(reversed(dated[-BACK:])):
        moment = earlier.last
        if moment is None or moment.year is None:
            continue
        if text[earlier.expression.start : earlier.expression.end] == words:
            yield moment.year, SAME_WORDS
        if number == 0 and (year := _next_in_sequence(one, earlier, scene)):
            yield year, SEQUENCE
        if earlier.stated and not stated:
            stated = True
            yield moment.year, _nearness(one, earlier, scene)


def _nearness(one: Expression, earlier: Dated, scene: Scene) -> float:
    if not _may_hold(earlier.last, one.first):
        return 0.0
    start = scene.around.sentence(one.start)[0]
    block = scene.around.block_number(one.start)
    near = earlier.expression.start >= start
    same = scene.around.block_number(earlier.expression.start) == block
    weight = NEAR if near else BLOCK if same else EARLIER
    mention = earlier.last is not None and earlier.last.coarse and not _scene_year(earlier.expression, scene)
    return weight * MENTION if mention else float(weight)


def _scene_year(year: Expression, scene: Scene) -> bool:
    """Whether a year says when ("under 2024", "vuonna 2024"), rather than which ("budget 2024")."""
    text, words = scene.around.text, scene.words.years.scene
    start = scene.around.sentence(year.start)[0]
    before = text[start : year.start].rstrip()
    opens = not before.strip(" •-–") or before.rsplit(" ", 1)[-1] in words
    return opens or text.startswith(tuple(f"{word} " for word in words), year.start)


def _may_hold(frame: Moment | None, inner: Moment | None) -> bool:
    """Whether a season can hold a month told below it; years hold all."""
    if frame is None or inner is None or not frame.season or not inner.month:
        return True
    first, last = SEASON_MONTHS[frame.season]
    return first <= inner.month <= last or inner.month + 12 <= last


def _next_in_sequence(one: Expression, earlier: Dated, scene: Scene) -> int | None:
    """Return the year that goes on from the day just before, in a list over one line or several."""
    before, first = earlier.last, one.first
    if before is None or before.year is None or first is None or not (before.day and first.day):
        return None
    text = scene.around.text
    if _LIST_GAP.fullmatch(text, earlier.expression.end, one.start):
        return before.year + before.follows(first)
    lines = text.count("\n", earlier.expression.end, one.start)
    return before.year if 1 <= lines <= 4 and first.follows(before) else None


def _year_of_list(index: int, scene: Scene) -> int | None:
    """Return the year told at the end of the list that the expression stands in."""
    months = [_month(scene.found[index].first)]
    for one, other in pairwise(scene.found[index : index + BACK]):
        gap = _LIST_GAP.fullmatch(scene.around.text, one.end, other.start)
        if gap is None or other.first is None or not other.first.month or "\n\n" in gap.group():
            return None
        months.append(_month(other.first))
        if other.first.year:
            return other.first.year - sum(before > after for before, after in pairwise(months))
    return None


def _month(moment: Moment | None) -> int:
    return (moment.month or FIRST_MONTHS.get(moment.season, 1)) if moment else 1


def _elected(one: Expression, votes: dict[int, float], anchor: dt.date | None) -> Dated:
    years = set(votes) | ({anchor.year - 1, anchor.year, anchor.year + 1} if anchor else set())
    if not years:
        return Dated(one, stated=False)
    scores = {year: votes.get(year, 0.0) + _fit(one, year, anchor) for year in years}
    best, *rest = sorted(scores, key=lambda year: (-scores[year], year))
    margin = scores[best] - scores[rest[0]] if rest else 1.0
    return Dated(in_year(one, best), stated=False, confidence=round(min(0.97, 0.7 + 0.1 * margin), 2))


def _fit(one: Expression, year: int, anchor: dt.date | None) -> float:
    """Return how well a year fits the weekday told, and how near the own day it lies."""
    score, moment = 0.0, one.first
    if moment is None:
        return score
    if one.weekday is not None and moment.day:
        day = edtf.valid_day(year, moment.month, moment.day)
        score += WEEKDAY if day and day.weekday() == one.weekday else -WEEKDAY
    if anchor:
        off = (year - anchor.year) * 12 + _month(moment) - anchor.month
        score -= min(MOST_OFF, abs(off) / MONTHS_A_POINT)
        score -= REPORT_AHEAD if off > 0 and one.shape == "months-numbered" else 0
    return score


def in_year(one: Expression, year: int) -> Expression:
    """Return an expression in a year; an end before the start lies a year later."""
    first, last = one.first, one.last
    if first is None:
        return one
    if last is not None and last.year is None:
        later = (_month(last), last.day) < (_month(first), first.day)
        last = last.in_year(year + later)
    return replace(one, first=first.in_year(year), last=last)


def _shifted(one: Expression, anchor: dt.date | None) -> Dated:
    """Give `viime vuonna`, `ensi keväänä`, `i somras` the year counted from the own day."""
    if anchor is None or one.first is None or one.shift is None:
        return Dated(one, stated=False)
    year = anchor.year + one.shift
    if one.first.season:
        begins = FIRST_MONTHS[one.first.season]
        year = anchor.year
        year -= one.shift < 0 and anchor.month < begins
        year += one.shift > 0 and anchor.month >= begins
    return Dated(in_year(one, year), stated=False, confidence=0.9)
