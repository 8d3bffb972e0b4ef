"""The section [decision] of a language file."""

from config.words import Words


class DecisionWords(Words):
    """Words of minutes and agendas."""
