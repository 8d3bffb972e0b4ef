"""Knows that a text is made of few words: what a word is to some reader is read once and kept."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_MOST_KNOWN = 50_000
_LONGEST_KNOWN = 80


class WordsRead(dict[str, T]):
    """What each word is to a reader, by the word: `words[word]` reads it when it is met first.

    Keeps no word of more than 80 characters, and forgets all when there are 50,000, so that no text fills
    the memory.
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> T:
        """Return what a word is that was not met before."""
        told = self._read(word)
        if len(word) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[word] = told
        return told
