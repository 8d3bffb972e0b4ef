"""Knows what training deals with: the topics that a programme or session names."""

from extract.coded import first_of_each
from extract.reading import Reading
from records.base import Span
from records.evidence import Found


def topics_in(reading: Reading, span: Span) -> tuple[Found[str], ...]:
    """Return the topic codes named in a stretch of text, each with its first mention.

    In a stretch of more than one sentence, words that are topics only among others ("economy",
    "media") count where the text tells what is taught.
    """
    is_row = reading.is_row(span)
    named = (one for one in reading.within(span, "topic") if one.sure or is_row or reading.is_told(one))
    return first_of_each(named, "topic_term")
