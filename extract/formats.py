"""Knows how training is held: in person, online, both, on one's own time or recorded."""

from extract.reading import Reading
from records.base import Span
from records.evidence import Found


def format_in(reading: Reading, span: Span) -> Found[str] | None:
    """Return the format that a stretch of text tells of a session, None when nothing tells.

    In person and online together are hybrid; a recording counts only when nothing else is told.
    """
    told = {mention.code: mention for mention in reversed(reading.within(span, "format"))}
    for code in ("hybrid", "self_study"):
        if code in told:
            return Found(code, (told[code].span,), "format_term")
    if "in_person" in told and "online" in told:
        spans = tuple(sorted((told["in_person"].span, told["online"].span)))
        return Found("hybrid", spans, "format_both")
    for code in ("online", "in_person", "recorded"):
        if code in told:
            return Found(code, (told[code].span,), "format_term")
    return None
