"""The section [dates] of a language file."""

from config.words import Words


class DateWords(Words):
    """Words of time."""
