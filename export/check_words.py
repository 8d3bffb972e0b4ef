"""Finds words of a wording file's lists in running text: "*" stands for letters, "..." for words between."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from records.base import Span

MASK = "\ue000"
"""Stands, letter for letter, for what is not the house's own words: placeholders and what sources say."""

_TOKEN = re.compile(rf"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,:]\d+)*|{MASK}+|[.,;:!?]")
_NOTHING = re.compile(r"(?!)")
_LOOK_AHEAD = 25
"""How many words may stand between the parts of a verb: "antaa ... tehtäväksi"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters, a number, a mark, or what is masked (as one letter `MASK`)."""

    word: str
    span: Span


@lru_cache(maxsize=256)
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these words or groups of words as whole words, in any letters."""
    if not patterns:
        return _NOTHING
    shapes = (r"\s+".join(_shape(word) for word in each.split()) for each in sorted(patterns, key=len)[::-1])
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)", re.IGNORECASE)


def _shape(word: str) -> str:
    return r"\w*".join(re.escape(part) for part in word.split("*"))


def lower(text: str) -> str:
    """Return a text of the same length in small letters."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def split_tokens(text: str) -> list[Token]:
    """Return the words, numbers and marks of a text in order."""
    return [
        Token(MASK if match[0][0] == MASK else lower(match[0]), match.span())
        for match in _TOKEN.finditer(text)
    ]


def mask(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length with some stretches masked."""
    parts, end = [], 0
    for start, stop in sorted(spans):
        if stop > end:
            first = max(start, end)
            parts += [text[end:first], MASK * (stop - first)]
            end = stop
    return "".join((*parts, text[end:]))


@dataclass(frozen=True)
class Form:
    """A verb's form as words: `first` begins it, `rest` are groups that follow, the first one right behind.

    "antaa ... tehtäväksi" has an empty first group and the group of "tehtäväksi".
    """

    first: str
    rest: tuple[tuple[str, ...], ...]

    @property
    def length(self) -> int:
        """How many words it has."""
        return 1 + sum(len(group) for group in self.rest)

    @property
    def near(self) -> int:
        """How many words stand right behind the first one."""
        return len(self.rest[0])

    def fits(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether the form stands in a sentence's tokens, its first word at a position."""
        near, *far = self.rest
        position = at + 1
        if [token.word for token in tokens[position : position + len(near)]] != list(near):
            return False
        position += len(near)
        for group in far:
            found = next((p for p in range(position, at + _LOOK_AHEAD) if _stands(tokens, p, group)), None)
            if found is None:
                return False
            position = found + len(group)
        return True


def read_form(form: str) -> Form:
    """Return a form as a wording file writes it."""
    groups = [tuple(group.casefold().split()) for group in form.split("...")]
    return Form(groups[0][0], (groups[0][1:], *groups[1:]))


def _stands(tokens: Sequence[Token], at: int, group: tuple[str, ...]) -> bool:
    return tuple(token.word for token in tokens[at : at + len(group)]) == group
