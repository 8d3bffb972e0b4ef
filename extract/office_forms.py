"""Knows how words for offices are made, where no list has them: "Kaupungingeodeetti", "byantikvar"."""

from config.decision_words import DecisionWords

_SHORTEST = 6
_SHORTEST_REST = 4
_LONGEST_NAME_PART = 15
"""As long as no word of a name is that stands without a hyphen."""


def may_be_office(word: str, words: DecisionWords, lenient: bool) -> bool:
    """Return whether a word before a full name is made as offices are: its first part is a known one.

    `lenient`, as below a label of persons, takes any small word and any too long for a name.
    """
    if not word.isalpha() or not word[1:].islower() or len(word) < _SHORTEST:
        return False
    stems = (stem for stem in words.people.office_stems if word.lower().startswith(stem))
    if any(len(word) - len(stem) >= _SHORTEST_REST for stem in stems):
        return True
    return lenient and (word.islower() or len(word) >= _LONGEST_NAME_PART)
