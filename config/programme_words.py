"""The section [programme] of a language file: sessions, organisers, costs, kinds."""

from config.words import Words


class ProgrammeWords(Words):
    """Words of programmes."""
