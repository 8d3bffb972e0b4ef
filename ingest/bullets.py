"""Knows the signs that open a list item: bullets, dashes, numbers and letters."""

import re
from typing import NamedTuple

_GLYPHS = "•·▪▫◦‣⁃●○■□◆◇➢➤►▶✓✔➔→\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
_OPENING = re.compile(
    rf"(?P<glyph>[{_GLYPHS}])\s*(?=\S)"
    r"|(?P<dash>[-–—*o])\s+(?=\S)"
    r"|(?P<number>\d{1,2})(?P<dot>[.)])\s+(?=\S)"
    r"|\(?(?P<letter>[a-zåäöæø])\)\s+(?=\S)"
)
OPENERS = frozenset(_GLYPHS + "-–—*o(0123456789")
"""First characters of all signs but a letter with its bracket."""
UNSURE = frozenset({"–", "—", "o", "1.", "1)", "a)"})
"""Signs that open speech, dates or headings as well as list items."""


class Bullet(NamedTuple):
    """The opening of a list item: its sign (`1.`, `1)`, `a)` for any number or letter), the number if
    it has one, and how many code points stand before the words.
    """

    mark: str
    number: int | None
    length: int

    def goes_with(self, other: "Bullet | None") -> bool:
        """Tell whether `other` can be an item of the same list close by."""
        if other is None or other.mark != self.mark:
            return False
        return self.number is None or other.number is None or 0 < abs(self.number - other.number) <= 2


def find_bullet(line: str) -> Bullet | None:
    """Return what opens the list item that `line` (stripped) looks like, or None."""
    match = _OPENING.match(line)
    if match is None:
        return None
    if match["number"]:
        return Bullet("1" + match["dot"], int(match["number"]), match.end())
    if match["letter"]:
        return Bullet("a)", ord(match["letter"]), match.end())
    return Bullet(match["glyph"] or match["dash"], None, match.end())
