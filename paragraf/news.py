"""What the operator is told of a night, and when: news at once, what stays ill once a week, no more."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from config.version import VERSION
from paragraf.alike import first_of, gather_alike
from records.base import Record
from records.run import Issue

Word = Literal["new", "changed", "still", "well"]
"""The first issues, others than before, the same for a week, none any more."""

STILL = dt.timedelta(days=7)
_SHOWN = 20
_USER = re.compile(r"(?<=://)[^/@\s]+@")

Sign = tuple[str, str, str]
"""A source, a kind of issue and its severity: messages hold figures that change each night."""


class Told(Record):
    """What somebody was told last, and on which day."""

    day: dt.date
    signs: tuple[Sign, ...]


class News(Record):
    """What is to be told: a word of it, a line, a text, and the issues themselves.

    In no message stands a user name or password, should an address hold one.
    """

    word: Word
    title: str
    text: str
    at: dt.datetime
    version: str = VERSION
    issues: tuple[Issue, ...]


def signs_of(issues: Sequence[Issue]) -> tuple[Sign, ...]:
    """Return what two nights are compared by."""
    return tuple(sorted({(issue.source_id, issue.kind, issue.severity) for issue in issues}))


def choose_word(before: Told | None, issues: Sequence[Issue], today: dt.date) -> Word | None:
    """Return what to tell somebody who was told `before`, or None when there is nothing to tell.

    At most one word a day.
    """
    signs = signs_of(issues)
    known = before.signs if before else ()
    if before and before.day >= today:
        return None
    if signs != known:
        return "changed" if signs and known else "new" if signs else "well"
    if signs and before and today - before.day >= STILL:
        return "still"
    return None


def write_news(word: Word, issues: Sequence[Issue], at: dt.datetime) -> News:
    """Return the news in words: errors first, at most twenty lines."""
    cleaned = tuple(issue.model_copy(update=_cleaned(issue)) for issue in issues)
    ordered = sorted(cleaned, key=lambda issue: (issue.severity != "error", issue.source_id))
    told = list(_lines(ordered))
    lines = told[:_SHOWN]
    if len(told) > _SHOWN:
        lines.append(f"- and {len(told) - _SHOWN} lines more")
    title = _title(word, cleaned)
    text = "\n".join([title, *lines, "`paragraf doctor` shows all."])
    return News(word=word, title=title, text=text, at=at, issues=cleaned)


def _lines(issues: Sequence[Issue]) -> Iterator[str]:
    for group in gather_alike(issues):
        shown, rest = first_of(group)
        for issue in shown:
            yield f"- {issue.source_id}: {issue.kind}: {issue.message}"
        if rest:
            yield f"- {rest}"


def _cleaned(issue: Issue) -> dict[str, str | None]:
    url = _USER.sub("", issue.url) if issue.url else None
    return {"message": _USER.sub("", issue.message), "url": url}


def _title(word: Word, issues: Sequence[Issue]) -> str:
    if word == "well":
        return "Paragraf: all is well again"
    errors = sum(issue.severity == "error" for issue in issues)
    sources = len({issue.source_id for issue in issues})
    still = "still " if word == "still" else ""
    counts = _count(len(issues), "issue"), _count(sources, "source"), _count(errors, "error")
    return f"Paragraf: {still}{counts[0]} at {counts[1]}, {counts[2]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
