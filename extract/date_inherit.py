"""Gives days, months and seasons the years their words lack, by election.

What stands around votes for years (`date_votes`), a year far from the document's own day loses
points, a weekday decides nearly alone. Days told in one list are elected together.
"""

import re

from extract.date_nth import NTH, with_day
from extract.date_parts import Expression, Moment
from extract.date_relative import counted_from
from extract.date_votes import Dated, Scene, mentions_year, month_of, sets_scene, votes_for
from extract.date_years import OF_YEAR
from records import edtf

_LIST_GAP = re.compile(r"[ ,;&/()\u2010-\u2015-]{0,6}(?:[^\W\d_]{1,5} {1,3})?")
WEEKDAY = 5.0
MONTHS_A_POINT, MOST_OFF, MOST_OFF_GUESSED, REPORT_AHEAD = 4.0, 6.0, 3.0, 4.0
LONGEST_RUN, LINES_APART = 60, 4
LEAST = 1.0
EACH_REACH = 30
SEASON = 3
"""Months of a season: "last autumn", told within one, is the year before."""
Run = list[tuple[int, int]]
"""Places of expressions elected together, each with the years it lies after the first."""


def with_years(scene: Scene) -> list[Dated]:
    """Return the expressions with the years their words lack, where something tells them."""
    dated: list[Dated] = []
    elected: dict[int, Dated] = {}
    heading: Moment | None = None
    for index, one in enumerate(scene.found):
        told = _told(one, scene)
        if told is None and index not in elected:
            elected |= _elect(_run_from(index, scene), dated, heading, scene)
        found = told or elected[index]
        dated.append(found._replace(expression=with_day(found.expression)))
        scene.remember(dated[-1])
        if found.stated and sets_scene(one, scene):
            heading = one.first
    return dated


def _told(one: Expression, scene: Scene) -> Dated | None:
    """Return an expression whose own words tell its year, or that it has none; None where others must."""
    if one.offset is not None and one.offset.unit != NTH:
        return _counted(one, scene)
    if not one.yearless or one.recurring:
        return Dated(one)
    if _comes_each_year(one, scene):
        return Dated(one._replace(recurring="P1Y"), stated=False)
    return _shifted(one, scene) if one.shift is not None else None


def _comes_each_year(one: Expression, scene: Scene) -> bool:
    """Whether "every year" stands beside a day or month: `årligen den 15 september`, `1 mars varje år`."""
    if one.first is None or not one.first.month:
        return False
    start, end = scene.around.sentence(one.start, one.end)
    beside = scene.around.text[max(start, one.start - EACH_REACH) : min(end, one.end + EACH_REACH)]
    return any(phrase in beside for phrase in scene.words.years.each)


def _run_from(start: int, scene: Scene) -> Run:
    """Return the yearless days and months that go on from one another in a list or from line to line."""
    run, offset, last = [(start, 0)], 0, scene.found[start]
    for index in range(start + 1, min(len(scene.found), start + LONGEST_RUN)):
        one = scene.found[index]
        if one.first is None or mentions_year(one, scene):
            continue
        step = _step(last, one, scene) if one.yearless and one.shift is None else None
        if step is None:
            break
        offset += step
        run.append((index, offset))
        last = one
    return run


def _step(last: Expression, one: Expression, scene: Scene) -> int | None:
    """Return the years from one listed day to the next (0 or 1), None where the list ends."""
    before, first = last.last or last.first, one.first
    if before is None or first is None or not (before.month and first.month):
        return None
    text = scene.around.text
    if _LIST_GAP.fullmatch(text, last.end, one.start):
        return int(before.follows(first))
    lines = text.count("\n", last.end, one.start)
    return 0 if 1 <= lines <= LINES_APART and first.follows(before) else None


def _elect(run: Run, dated: list[Dated], heading: Moment | None, scene: Scene) -> dict[int, Dated]:
    """Return the members of a run in the year that most speaks for."""
    ballots = [(number, offset, votes_for(number, dated, heading, scene)) for number, offset in run]
    told = _told_after(run, scene)
    years = {year - offset for _, offset, votes in ballots for year in votes} | ({told} if told else set())
    if scene.anchor:
        years |= {scene.anchor.year - 1, scene.anchor.year, scene.anchor.year + 1}
    if not years:
        return {number: Dated(scene.found[number], stated=False) for number, _ in run}
    scores = {
        year: sum(
            votes.get(year + offset, 0.0) + _fit(scene.found[number], year + offset, scene)
            for number, offset, votes in ballots
        )
        / len(run)
        for year in years
    }
    best, *rest = sorted(years, key=lambda year: (year != told, -scores[year], year))
    if scene.anchor is None and told is None and scores[best] < LEAST:
        return {number: Dated(scene.found[number], stated=False) for number, _ in run}
    margin = scores[best] - scores[rest[0]] if rest else 1.0
    confidence = 0.97 if told else round(min(0.97, max(0.5, 0.7 + 0.1 * margin)), 2)
    return {
        number: Dated(in_year(scene.found[number], best + offset), stated=False, confidence=confidence)
        for number, offset in run
    }


def _told_after(run: Run, scene: Scene) -> int | None:
    """Return the year of the run's first day, by the year told at the end of its list."""
    last, offset = run[-1]
    if last + 1 >= len(scene.found):
        return None
    one, other = scene.found[last], scene.found[last + 1]
    if other.first is None or not other.first.month or other.first.year is None:
        return None
    step = _step(one, other, scene) if _LIST_GAP.fullmatch(scene.around.text, one.end, other.start) else None
    return None if step is None else other.first.year - offset - step


def _fit(one: Expression, year: int, scene: Scene) -> float:
    """Return how well a year fits the weekday told, and how near the own day it lies."""
    score, moment = 0.0, one.first
    if moment is None:
        return score
    if one.weekday is not None and moment.day:
        day = edtf.valid_day(year, moment.month, moment.day)
        score += WEEKDAY if day and day.weekday() == one.weekday else -WEEKDAY
    if anchor := scene.anchor:
        off = (year - anchor.year) * 12 + month_of(moment) - anchor.month
        score -= min(MOST_OFF_GUESSED if scene.guessed else MOST_OFF, abs(off) / MONTHS_A_POINT)
        score -= REPORT_AHEAD if off > 0 and one.shape == "months-numbered" else 0
    return score


def in_year(one: Expression, year: int) -> Expression:
    """Return an expression in a year; an end before the start lies a year later."""
    first, last = one.first, one.last
    if first is None:
        return one
    if last is not None and last.year is None:
        later = (month_of(last), last.day) < (month_of(first), first.day)
        last = last.in_year(year + later)
    return one._replace(first=first.in_year(year), last=last)


def _counted(one: Expression, scene: Scene) -> Dated:
    """Give `i dag`, `viime viikolla`, `för två år sedan` what they name, counted from the own day."""
    named = counted_from(one, scene.anchor) if scene.anchor else None
    if named is None:
        return Dated(one, stated=False)
    lacked = {"year": ("year",), "month": ("year", "month")}.get(
        one.offset.unit if one.offset else "", ("year", "month", "day")
    )
    return Dated(one._replace(first=named[0], last=named[1]), False, 0.85, lacked)


def _shifted(one: Expression, scene: Scene) -> Dated:
    """Give `viime vuonna`, `ensi keväänä`, `i somras` the year counted from the own day."""
    own = scene.anchor.year if scene.anchor else scene.case_year
    if own is None or one.first is None or one.shift is None:
        return Dated(one, stated=False)
    year = own + one.shift
    of_year = one.shape.endswith(OF_YEAR) or not (one.first.season or one.first.month) or one.first.day
    if scene.anchor and not of_year:
        begins = month_of(one.first)
        year = own
        year -= one.shift < 0 and scene.anchor.month < begins + (SEASON if one.first.season else 1)
        year += one.shift > 0 and scene.anchor.month >= begins
    return Dated(in_year(one, year), stated=False, confidence=0.9)
