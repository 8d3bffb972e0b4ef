"""Knows whom training is for: the audiences that a programme or session names."""

from types import MappingProxyType

from extract.coded import first_of_each
from extract.mentions import Mention
from extract.reading import Reading
from records.base import Span
from records.evidence import Found

# How often an audience found so is one that annotators named, in documents of four languages.
_SHARES = MappingProxyType({"audience_invited": 0.86, "audience_of_training": 0.86, "audience_named": 0.7})


def audiences_in(reading: Reading, span: Span) -> tuple[Found[str], ...]:
    """Return the audience codes invited in a stretch of text, each with its first mention.

    The rule tells how an audience was found: "audience_invited" in a sentence of inviting,
    "audience_of_training" in one that names training, "audience_named" anywhere else.
    """

    def rule(mention: Mention) -> str:
        beside = reading.within(reading.sentence(mention.span[0]))
        if any(one.kind == "cue" and one.code == "targets" for one in beside):
            return "audience_invited"
        return "audience_of_training" if any(one.kind == "event" for one in beside) else "audience_named"

    return first_of_each(reading.invited_in(span), rule, _SHARES)
