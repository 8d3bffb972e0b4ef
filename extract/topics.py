"""Knows what training deals with: the topics that a programme or session names."""

from types import MappingProxyType

from extract.coded import first_of_each
from extract.mentions import Mention
from extract.reading import Reading
from records.base import Span
from records.evidence import Found

# How often a topic found so is one that annotators named, in documents of four languages.
_SHARES = MappingProxyType({"topic_told": 0.86, "topic_in_row": 0.82, "topic_named": 0.85})

_SHORT = 150
"""A stretch of so many characters is about one thing, however many sentences it has."""


def topics_in(reading: Reading, span: Span) -> tuple[Found[str], ...]:
    """Return the topic codes named in a stretch of text, each with its first mention.

    In a stretch of several sentences that is not short, words that are topics only among others ("economy",
    "media") count where the text tells what is taught. The rule tells how a topic was found:
    "topic_told" where the text tells what is taught, "topic_in_row" in such a short
    stretch, "topic_named" anywhere else.
    """
    is_row = span[1] - span[0] <= _SHORT or reading.is_row(span)

    def rule(mention: Mention) -> str:
        if reading.is_told(mention):
            return "topic_told"
        return "topic_in_row" if is_row else "topic_named"

    named = (one for one in reading.within(span, "topic") if one.sure or is_row or reading.is_told(one))
    return first_of_each(named, rule, _SHARES)
