"""When a council has published a programme that it has not decided on: trigger (c) of drafts."""

import datetime as dt
from collections.abc import Sequence

from paragraf.likeness import Days, days_of, is_called_alike, shares_event
from store.trainings import Training


def find_undecided(trainings: Sequence[Training], today: dt.date) -> list[Training]:
    """Return the programmes on a council's ordinary pages that none of its meetings has taken up yet.

    An item that only stands on an agenda has taken it up: somebody has written it. What is over, or only
    reports what took place, needs no decision any more.
    """
    taken_up = [one for one in trainings if one.document_type != "page"]
    return [
        one
        for one in trainings
        if one.document_type == "page"
        and one.kind != "report"
        and not is_over(days_of(one), today)
        and not any(_is_about(item, one) for item in taken_up)
    ]


def is_over(days: Days | None, today: dt.date) -> bool:
    """Tell whether all of it lies before a day; of what has no days nobody can tell, so it is not over."""
    return days is not None and days[1] < today


def _is_about(item: Training, page: Training) -> bool:
    """Tell whether an item is about a page's programme: a day in common, or a like name at a like time."""
    if shares_event(item, page):
        return True
    return is_called_alike(item.title, page.title) and _meet(days_of(item), days_of(page))


def _meet(one: Days | None, other: Days | None) -> bool:
    """Tell whether two stretches of days fall in the same year; where none are told they may."""
    if one is None or other is None:
        return True
    return one[0].year <= other[1].year and other[0].year <= one[1].year
