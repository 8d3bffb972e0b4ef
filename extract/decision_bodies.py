"""Knows how a body's name is put together: "Kultur- och föreningsnämnden", "Utval for plan og næring"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from config.decision_words import BodyWords
from records.base import Span

_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*)")
_PUNCTUATION = re.compile(r"[.:;!?§|/()]|\d|\s[-–]\s")
_YEARS = re.compile(r"\s+\d{4}\s?[-–]\s?\d{2,4}$")
_JOINED = re.compile(r"[ \u00a0]+")
_MOST_WORDS = 9
_SHARED = 4
_LONG_WORD = 7
_PLACED = 3
_MOST_PLACED = 5


def body_line(text: str, folded: str, span: Span, words: BodyWords) -> Span | None:
    """Return the span if the line as a whole is the name of a body (its term of years is left out)."""
    start, end = span
    years = _YEARS.search(text, start, end)
    end = years.start() if years else end
    if _PUNCTUATION.search(text, start, end) or not text[start : start + 1].isalpha():
        return None
    tokens = _TOKEN.findall(folded[start:end])
    if not 0 < len(tokens) <= _MOST_WORDS or _mixed(text[start:end]):
        return None
    placed = _PLACED <= len(tokens) <= _MOST_PLACED and tokens[1] in words.places
    if placed and tokens[0].endswith(words.endings) and _is_place(text[start:end]):
        return start, start + len(tokens[0])
    return (start, end) if _named(tokens, words) else None


def _is_place(line: str) -> bool:
    """Whether what stands behind "i" is a place ("Ås", "Solberg kommune"): one small word at most."""
    small = [word for word in _TOKEN.findall(line)[2:] if word[0].islower()]
    return len(small) <= 1


def _mixed(line: str) -> bool:
    """Whether a word in capitals stands before one that is not: the document's name before the body's."""
    tokens = _TOKEN.findall(line)
    return len(tokens) > 1 and tokens[0].isupper() and len(tokens[0]) > _SHARED and not tokens[-1].isupper()


def _named(tokens: Sequence[str], words: BodyWords) -> bool:
    """Whether words are a body's name, and no title that mentions one ("Opplæring for fylkestinget")."""
    heads = [number for number, token in enumerate(tokens) if token.endswith(words.endings)]
    if not heads or {*tokens[: heads[0]]} & {*words.links, *words.outside}:
        return False
    if heads[-1] == len(tokens) - 1:
        return True
    linked = any(tokens[number + 1] in words.links for number in heads if number + 1 < len(tokens))
    return linked or (bool(heads) and heads[0] == 0 and len(tokens) == 2)


def abbreviates(short: str, full: str) -> bool:
    """Return whether the letters of a short name stand in the full one in their order, the first first."""
    letters = iter(full)
    return short[:1] == full[:1] and all(letter in letters for letter in short)


def find_body(text: str, folded: str, span: Span, words: BodyWords) -> Span | None:
    """Return the first name of a body within running text."""
    tokens = [match.span() for match in _TOKEN.finditer(folded, *span)]
    run = _Run(text, folded, tokens, words)
    for number, token in enumerate(tokens):
        if not folded[slice(*token)].endswith(words.endings):
            continue
        first = run.leftmost(number)
        capital = text[tokens[first][0]].isupper() or text[token[0]].isupper()
        if capital or token[1] - token[0] >= _LONG_WORD:
            return tokens[first][0], tokens[run.rightmost(number)][1]
    return None


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of a stretch of text, in which a body's name is grown around its kind."""

    text: str
    folded: str
    tokens: Sequence[Span]
    words: BodyWords

    def word(self, number: int) -> str:
        """Return a word, folded; nothing beyond the last."""
        return self.folded[slice(*self.tokens[number])] if number < len(self.tokens) else ""

    def _touches(self, number: int) -> bool:
        """Whether only blanks part a word from the one before it."""
        return _JOINED.fullmatch(self.text[self.tokens[number - 1][1] : self.tokens[number][0]]) is not None

    def leftmost(self, number: int) -> int:
        """Return the first word of the name: "Kultur- och", an owner, a capital before a small letter."""
        first = number
        while first >= 2 and self.word(first - 1) in self.words.joints and self.word(first - 2)[-1] == "-":
            first -= 2
        if first != number or not first or not self._touches(first):
            return first
        if self.word(first - 1) in self.words.adjectives:
            first -= 1
            if not first or not self._touches(first):
                return first
        owned = self.word(first - 1).endswith(self.words.genitives)
        before = self.text[slice(*self.tokens[first - 1])]
        named = self.text[self.tokens[first][0]].islower() and before[0].isupper() and len(before) > 1
        return first - 1 if owned or named else first

    def rightmost(self, number: int) -> int:
        """Return the last word of the name: "og næringsutvalet", "for plan og utvikling"."""
        if self._links(number, self.words.joints) and self.word(number + 2).endswith(self.words.endings):
            return number + 2
        if not self._links(number, self.words.links):
            return number
        last = number + 2
        listed = last
        while self._listed(listed):
            listed += 1
        if self._links(listed, self.words.joints):
            last = listed
        while self._links(last, self.words.joints):
            last += 2
        return last

    def _listed(self, number: int) -> bool:
        """Whether a comma and one more small word follow: "for landbruk, miljø og klima"."""
        if number + 1 >= len(self.tokens):
            return False
        between = self.text[self.tokens[number][1] : self.tokens[number + 1][0]]
        return between == ", " and self.text[self.tokens[number + 1][0]].islower()

    def _links(self, number: int, links: Sequence[str]) -> bool:
        """Whether a word ties the name to one more."""
        more = number + 2 < len(self.tokens) and self.word(number + 1) in links
        return more and self._touches(number + 1) and self._touches(number + 2)


def nominative_of(folded: str, genitive: Span, words: BodyWords) -> Span | None:
    """Return where the body whose genitive is given is named as such ("hallituksen" to "hallitus")."""
    word = folded[slice(*genitive)]
    ending = next((ending for ending in words.genitives if word.endswith(ending)), None)
    if ending is None:
        return None
    stem = word[: -len(ending)]
    same = [other for other in words.endings if other[:_SHARED] == ending[:_SHARED]]
    nominatives = "|".join(map(re.escape, same)) or "(?!)"
    match = re.compile(rf"(?<!\w){re.escape(stem)}(?:{nominatives})(?!\w)").search(folded)
    return match.span() if match else None
