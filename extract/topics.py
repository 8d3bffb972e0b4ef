"""Knows what training deals with: the topics that a programme or session names."""

from extract.coded import first_of_each
from extract.reading import Reading
from records.base import Span
from records.evidence import Found


def topics_in(reading: Reading, span: Span) -> tuple[Found[str], ...]:
    """Return the topic codes named in a stretch of text, each with its first mention."""
    return first_of_each(reading.within(span, "topic"), "topic_term")
