"""The section [vocabulary] of a language file: topics, audiences, formats, and cues of relevance."""

from config.words import Words


class Vocabulary(Words):
    """Words of training."""
