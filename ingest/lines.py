"""Knows lines of bare text: where they stand, how far they are set in, what gaps part them."""

from dataclasses import dataclass

STOPS = ".!?:;"
_CLOSING = " \t\u00a0\"'”’»)]*_"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than blanks; `text` and `start` leave its outer blanks out.

    `indent` counts the blanks before it; `gap` tells that a blank line, or nothing, stands above it.
    """

    text: str
    start: int
    indent: int
    gap: bool

    @property
    def end(self) -> int:
        """Where the words of the line end in the whole text."""
        return self.start + len(self.text)

    @property
    def stopped(self) -> bool:
        """Whether a full stop, colon or the like closes the line, quotes and brackets aside."""
        return self.text.rstrip(_CLOSING).endswith(tuple(STOPS))


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold more than blanks (no-break spaces are blanks too)."""
    lines: list[Line] = []
    start, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(stripped, start + indent, indent, gap))
        gap = not stripped
        start += len(raw) + 1
    return lines
