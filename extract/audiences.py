"""Knows whom training is for: the audiences that a programme or session names."""

from extract.coded import first_of_each
from extract.mentions import within
from extract.reading import Reading
from records.base import Span
from records.evidence import Found


def audiences_in(reading: Reading, span: Span) -> tuple[Found[str], ...]:
    """Return the audience codes invited in a stretch of text, each with its first mention."""
    return first_of_each(within(reading.invited, span), "audience_term")
