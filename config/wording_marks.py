"""Knows what comments add to a value of an earlier decision: carried over, or not to be left."""

from config.words import Words


class MarkPhrases(Words):
    """`old_note` is said of a value that a placeholder shows, `carried` of one that stands in the text.

    `sentence_note` is said of a carried sentence with such placeholders in it.
    """

    old_note: str
    carried: str
    sentence_note: str
