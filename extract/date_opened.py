"""Knows open ends: what goes on from a time told with "from X on" (`fr.o.m. mars`, `lokakuusta alkaen`)."""

from config.date_words import DateWords
from extract.date_resolve import Resolved
from extract.date_roles import Told

REACH = 24
_POINTS = frozenset({"law", "meeting", "term"})


def with_open_end(text: str, one: Resolved, told: Told, words: DateWords) -> Resolved:
    """Return a date that goes on from then with an open end (`2026-10/..`), others as they are.

    `text` is folded. The day a rule takes effect, a meeting's and the clock that something starts at
    stay points in time, although "from" stands beside them.
    """
    expression = one.expression
    if one.edtf is None or "/" in one.edtf or expression.clock or expression.last is not None:
        return one
    if told.role in _POINTS and expression.first is not None and expression.first.day:
        return one
    before = text[max(0, expression.start - REACH) : expression.start].rstrip()
    own = text[expression.start : expression.end]
    if own.endswith(words.on_from_after) or _ends_in_word(before, words.on_from_before):
        return one._replace(edtf=f"{one.edtf}/..", end=None)
    return one


def _ends_in_word(text: str, phrases: tuple[str, ...]) -> bool:
    return any(
        text.endswith(phrase) and not text[: len(text) - len(phrase)][-1:].isalpha() for phrase in phrases
    )
