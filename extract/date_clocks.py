"""Knows clock times: `klo 17-19`, `kl. 17.00–19.00`, `kl. 1700`, `10:30`, `12:00 16:00`."""

import re

from extract.date_view import View

_COLON = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?![\d:/])")
_DOT = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)(?![\d/%]|[.,]\d)")
_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?![\d.,:/])")
_HOUR = re.compile(r"([01]?\d|2[0-4])(?![\d%]|[.,:/]\d)")
_TIGHT = re.compile(r"[.:]? {0,3}")
DAYTIME = range(6, 24)


def _read(view: View, pos: int, *shapes: re.Pattern[str]) -> tuple[str, int] | None:
    for shape in shapes:
        if match := shape.match(view.text, pos):
            groups = match.groups()
            minutes = groups[1] if len(groups) > 1 else "00"
            return f"{int(groups[0]) % 24:02d}:{minutes}", match.end()
    return None


def read_clock(view: View, pos: int) -> tuple[str, int] | None:
    """Return a clock time or range that opens with a word for o'clock, and the place after it."""
    word = view.find(pos, "clock")
    if word is None:
        return None
    tight = _TIGHT.match(view.text, pos + len(word.phrase))
    start = tight.end() if tight else pos
    first = _read(view, start, _COLON, _DOT, _FOUR, _HOUR)
    return _with_end(view, first, _COLON, _DOT, _FOUR, _HOUR) if first else None


def read_bare_clock(view: View, pos: int, *, dots: bool = False) -> tuple[str, int] | None:
    """Return a clock time or range without such a word; `10.00` only if `dots` allows it."""
    first = _read(view, pos, _COLON)
    if first:
        return _with_end(view, first, _COLON)
    first = _read(view, pos, _DOT)
    if first is None or int(first[0][:2]) not in DAYTIME:
        return None
    both = _with_end(view, first, _DOT)
    return both if dots or "/" in both[0] else None


def _with_end(view: View, first: tuple[str, int], *shapes: re.Pattern[str]) -> tuple[str, int]:
    clock, end = first
    start = _after_joint(view, end)
    last = _read(view, start, *shapes) if start else None
    if last is None and shapes[0] is _COLON and view.text.startswith(" ", end):
        last = _read(view, end + 1, _COLON)
    if last is None or last[0] < clock and last[0] != "00:00" or last[0] == clock != "00:00":
        return first
    return f"{clock}/{last[0]}", last[1]


def _after_joint(view: View, pos: int) -> int | None:
    start = view.dash(pos)
    if start is None:
        gap = view.gap(pos)
        word = view.find(gap, "until") if gap > pos else None
        start = view.gap(gap + len(word.phrase)) if word else None
    if start is None:
        return None
    again = view.find(start, "clock")
    return view.gap(start + len(again.phrase)) if again else start
