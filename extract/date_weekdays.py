"""Knows when a weekday is not that of its date: the record keeps the date and reports both."""

from collections.abc import Iterator, Sequence

from config.date_words import DateWords
from extract.date_lexicon import WORD, lexicon_of
from extract.date_scan import scan_expressions
from extract.folded import fold
from records.dates import DateFinding
from records.document import Contradiction
from records.evidence import Found

CODE_POINTS_SHOWN = 80
_WEEKDAYS = frozenset({"weekday", "weekday_short", "weekday_each", "weekday_from", "weekday_to"})


def find_weekday_contradictions(
    dates: Sequence[Found[DateFinding]], words: DateWords
) -> Iterator[Contradiction]:
    """Yield what is to be told of each date whose printed weekday its day does not have.

    `values` are the day as the record holds it and the expression as printed. A weekday counted
    from today ("i lördags") contradicts nothing.
    """
    for number, found in enumerate(dates):
        one = found.value
        weekday = _weekday_told(one, words) if one.start else None
        if one.start and weekday is not None and one.start.weekday() != weekday:
            values = (one.start.isoformat(), one.text[:CODE_POINTS_SHOWN])
            yield Contradiction(code="weekday", pointer=f"/dates/{number}", values=values, spans=(one.span,))


def _weekday_told(one: DateFinding, words: DateWords) -> int | None:
    """Return the weekday that the words of a date tell beside its day, 0 for Monday, or None."""
    if not _may_tell(one, words):
        return None
    told = next(iter(scan_expressions(one.text, words)), None)
    if told is None or told.weekday is None or told.first is None or told.offset is not None:
        return None
    return told.weekday if told.first.day else None


def _may_tell(one: DateFinding, words: DateWords) -> bool:
    """Whether a date is a day, and a weekday's name stands in it: most dates need no second reading."""
    value = (one.edtf or "").partition("/")[0]
    if len(value) != len("2027-02-03"):
        return False
    lexicon = lexicon_of(words)
    return any(lexicon.opens(word, _WEEKDAYS) for word in WORD.findall(fold(one.text)))
