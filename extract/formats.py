"""Knows how training is held: in person, online, both, on one's own time or recorded."""

from collections.abc import Mapping, Sequence

from extract.mentions import Mention
from extract.reading import Reading
from records.base import Span
from records.evidence import Found

_GATHERINGS = frozenset({"evening_school", "conference", "study_trip"})
_OWN_WORD = frozenset({"hybrid", "self_study"})
# How often what is only inferred is what annotators named.
_BOTH, _HINT, _EVENT = 0.5, 0.67, 0.6
_ORDER = ("hybrid", "self_study", "online", "in_person", "recorded")
_GATHERING_FIRST = ("hybrid", "in_person", "self_study", "online", "recorded")


def format_in(reading: Reading, span: Span) -> Found[str] | None:
    """Return the format that a stretch of text tells of a session, None when nothing tells.

    In person and online in one sentence are hybrid, and so is a gathering that is recorded for those
    who could not come; a recording counts by itself only when nothing else is told.
    Where the words are silent, signs of a gathering ("lunch", a seminar) tell of one in person.
    """
    mentions = reading.within(span, "format")
    told = _first_of_each(mentions, sure=True)
    here, elsewhere = told.get("in_person"), told.get("online") or told.get("recorded")
    if here and elsewhere and _is_one_sentence(reading, here, elsewhere) and not _OWN_WORD & told.keys():
        spans = tuple(sorted((here.span, elsewhere.span)))
        return Found("hybrid", spans, "format_both", "inferred", _BOTH)
    for code in _order(told):
        if code in told:
            return Found(code, (told[code].span,), "format_term")
    return _gathering(reading, span, mentions)


def tells_format(reading: Reading, span: Span) -> bool:
    """Tell whether a stretch holds any word or sign of a format."""
    return bool(reading.within(span, "format")) or _gathers(reading, span) is not None


def _is_one_sentence(reading: Reading, one: Mention, other: Mention) -> bool:
    return reading.sentence(one.span[0]) == reading.sentence(other.span[0])


def _order(told: Mapping[str, Mention]) -> tuple[str, ...]:
    """Return which format goes before which; a gathering with reading to do at home stays a gathering."""
    if "self_study" in told and "in_person" in told and told["in_person"].span < told["self_study"].span:
        return _GATHERING_FIRST
    return _ORDER


def _gathering(reading: Reading, span: Span, mentions: Sequence[Mention]) -> Found[str] | None:
    for code, mention in _first_of_each(mentions, sure=False).items():
        return Found(code, (mention.span,), "format_hint", "inferred", _HINT)
    event = _gathers(reading, span)
    return Found("in_person", (event.span,), "format_of_event", "inferred", _EVENT) if event else None


def _gathers(reading: Reading, span: Span) -> Mention | None:
    """Return the first word of training that by itself is a gathering."""
    return next((one for one in reading.within(span, "event") if one.code in _GATHERINGS), None)


def _first_of_each(mentions: Sequence[Mention], *, sure: bool) -> Mapping[str, Mention]:
    return {one.code: one for one in reversed(mentions) if one.sure == sure}
