"""Knows that a text is made of few words: what a word is to some reader is read once and kept."""

import re
from collections.abc import Callable, Iterator
from itertools import compress
from typing import Generic, TypeVar

from records.base import Span

T = TypeVar("T")

_MOST_KNOWN = 50_000
_LONGEST_KNOWN = 80


class WordsRead(dict[str, T | None], Generic[T]):
    """What each word is to a reader, by the word: `words[word]` reads it when it is met first.

    Keeps no word of more than 80 characters, and forgets all when there are 50,000, so that no text fills
    the memory.
    """

    def __init__(self, read: Callable[[str], T | None]) -> None:
        super().__init__()
        self._read = read

    def told(self, pattern: re.Pattern[str], text: str, span: Span) -> Iterator[tuple[re.Match[str], T]]:
        """Yield the words of a stretch that are something to the reader, in order, with what they are.

        `pattern` matches a word, and has no groups.
        """
        read = list(map(self.__getitem__, pattern.findall(text, *span)))
        return zip(compress(pattern.finditer(text, *span), read), filter(None, read), strict=True)

    def __missing__(self, word: str) -> T | None:
        """Return what a word is that was not met before."""
        told = self._read(word)
        if len(word) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[word] = told
        return told
