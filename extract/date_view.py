"""Knows the text as date rules see it: folded, with the language's lexicon at hand."""

import re
from dataclasses import dataclass, field

from extract.date_lexicon import Entry, Lexicon

_DASH = re.compile(r" {0,2}[-\u2010-\u2015\u2212]{1,2} {0,2}")
_YEAR = re.compile(r"(?:19\d\d|20[0-6]\d)(?!\d)")
_REACH = 28
MOST_BLANKS = 3
BULLETS = " •·▪◦‣*–-|\t"


@dataclass(frozen=True, slots=True)
class View:
    """A folded text (equal in length to `original`) and the words of time that may stand in it.

    `known` keeps what stands at a place, since rule after rule asks for the same one.
    """

    text: str
    original: str
    lexicon: Lexicon
    known: dict[int, tuple[Entry, ...]] = field(default_factory=dict, repr=False, compare=False)

    def at(self, pos: int) -> tuple[Entry, ...]:
        """Return the words and phrases that stand at `pos`, longest first."""
        found = self.known.get(pos)
        if found is None:
            found = self.known[pos] = self.lexicon.at(self.text, pos)
        return found

    def find(self, pos: int, *kinds: str) -> Entry | None:
        """Return the longest word or phrase of one of `kinds` at `pos`, or None."""
        for entry in self.at(pos):
            if entry.kind in kinds:
                return entry
        return None

    def gap(self, pos: int, most: int = 3) -> int:
        """Return the place after at most `most` blanks."""
        end = pos
        while end < pos + most and self.text.startswith(" ", end):
            end += 1
        return end

    def dash(self, pos: int) -> int | None:
        """Return the place after a dash of any kind, or None."""
        match = _DASH.match(self.text, pos)
        return match.end() if match else None

    def year(self, pos: int) -> tuple[int, int] | None:
        """Return a year of four digits at `pos` and the place after it, or None."""
        match = _YEAR.match(self.text, pos)
        return (int(match.group()), match.end()) if match else None

    def word_before(self, pos: int) -> str:
        """Return the word (with its full stop) or sign just before `pos` on its line, or nothing."""
        low, end = max(0, pos - _REACH), pos
        while end > low and pos - end < MOST_BLANKS and self.text[end - 1] == " ":
            end -= 1
        if end == low:
            return ""
        last = self.text[end - 1]
        stop = end - (last == ".")
        begin = stop
        while begin > low and self.text[begin - 1].isalpha():
            begin -= 1
        if begin < stop:
            return self.text[begin:end]
        return "" if last.isalnum() or last.isspace() or last == "_" else last

    def starts_line(self, pos: int) -> bool:
        """Whether nothing but blanks and bullets stands before `pos` on its line."""
        return starts_line(self.text, pos)

    def ends_line(self, pos: int) -> bool:
        """Whether nothing but blanks and a closing mark stands after `pos` on its line."""
        return ends_line(self.text, pos)


def starts_line(text: str, pos: int) -> bool:
    """Whether nothing but a few blanks and bullets stands before `pos` on its line of `text`."""
    reach = max(0, pos - _REACH)
    line = text.rfind("\n", reach, pos) + 1
    if line == 0 and reach:
        return False
    return not text[line:pos].strip(BULLETS)


def ends_line(text: str, pos: int) -> bool:
    """Whether nothing but a few blanks and a closing mark stands after `pos` on its line of `text`."""
    rest = text[pos : pos + _REACH].partition("\n")[0]
    return len(rest) < _REACH and not rest.strip(" .:|\t")
