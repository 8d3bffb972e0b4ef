"""Knows clock times: `klo 17-19`, `kl. 17.00–19.00`, `kl. 1700`, `10:30`, `12:00 16:00`."""

import re

from extract.date_view import View

_COLON = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?![\d/]|:\d)")
_SECONDS = re.compile(r"([01]?\d|2[0-4]):([0-5]\d):[0-5]\d(?![\d/]|:\d)")
_DOT = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)(?![\d/%]|[.,]\d)")
_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?![\d/]|[.,:]\d)")
_HOUR = re.compile(r"([01]?\d|2[0-4])()(?![\d%]|[.,:/]\d)")
_ANY = (_COLON, _SECONDS, _DOT, _FOUR, _HOUR)
_TIGHT = re.compile(r"[.:]? {0,3}")
DAYTIME = range(6, 24)
Clock = tuple[str, int]
"""A time or range as records write it, with the place after it."""


def read_clock(view: View, pos: int) -> Clock | None:
    """Return a clock time or range that opens with a word for o'clock, and the place after it."""
    between = view.find(pos, "between")
    start = view.gap(pos + len(between.phrase)) if between else pos
    word = view.find(start, "clock")
    if between and word is None:
        return _between_bare(view, start)
    tight = _TIGHT.match(view.text, start + len(word.phrase)) if word else None
    first = _read(view, tight.end(), _ANY) if tight else None
    if first is None:
        return None
    return _with_end(view, first, _ANY, "until", "joined" if between else "until")


def _between_bare(view: View, pos: int) -> Clock | None:
    """Read `mellan 07.00 och 08.45`; a range alone, since one number between is no time."""
    first = _read(view, pos, (_COLON, _DOT))
    both = _with_end(view, first, (_COLON, _DOT), "until", "joined") if first else None
    return both if both and "/" in both[0] else None


def read_bare_clock(view: View, pos: int, *, dots: bool = False, seconds: bool = False) -> Clock | None:
    """Return a clock time or range without such a word.

    `10.00` counts only if `dots` allows it or as a range, `10:04:05` only if `seconds` allows it
    (elsewhere it is a place in a recording).
    """
    shapes = (_COLON, _SECONDS) if seconds else (_COLON,)
    if first := _read(view, pos, shapes):
        return _with_end(view, first, shapes, "until")
    first = _read(view, pos, (_DOT,))
    if first is None or int(first[0][:2]) not in DAYTIME:
        return None
    both = _with_end(view, first, (_DOT,), "until")
    return both if dots or "/" in both[0] else None


def read_four_digits(view: View, pos: int) -> Clock | None:
    """Return a range of times without a point, `0930–1530`; what may be years is none."""
    first = _read(view, pos, (_FOUR,))
    both = _with_end(view, first, (_FOUR,)) if first else None
    if both is None or "/" not in both[0] or view.year(pos) is not None:
        return None
    return both if int(both[0][:2]) in DAYTIME else None


def read_hours(view: View, pos: int) -> Clock | None:
    """Return a range of hours without a word or minutes, `9–14`, `13–16.30`; by day only."""
    first = _read(view, pos, (_DOT, _HOUR))
    both = _with_end(view, first, (_DOT, _HOUR)) if first else None
    if both is None or "/" not in both[0] or view.text.startswith((".", " §"), both[1]):
        return None
    return both if all(int(part[:2]) in DAYTIME for part in both[0].split("/")) else None


def _read(view: View, pos: int, shapes: tuple[re.Pattern[str], ...]) -> Clock | None:
    for shape in shapes:
        if match := shape.match(view.text, pos):
            return f"{int(match[1]) % 24:02d}:{match[2] or '00'}", match.end()
    return None


def _with_end(view: View, first: Clock, shapes: tuple[re.Pattern[str], ...], *joints: str) -> Clock:
    """Add the end of a range; one blank alone joins `12:00 16:00`, whose dash was lost."""
    clock, end = first
    start = _after_joint(view, end, *joints)
    last = _read(view, start, shapes) if start else None
    if last is None and view.text.startswith(" ", end):
        last = _read(view, end + 1, (_COLON,))
    if last is None or last[0] == clock != "00:00" or clock > last[0] != "00:00":
        return first
    return f"{clock}/{last[0]}", last[1]


def _after_joint(view: View, pos: int, *joints: str) -> int | None:
    """Return the place where the end of a range would stand, or None where nothing joins it."""
    start = view.dash(pos)
    if start is None:
        gap = view.gap(pos)
        word = view.find(gap, *joints) if gap > pos else None
        start = view.gap(gap + len(word.phrase)) if word else None
    again = view.find(start, "clock", "about") if start is not None else None
    return view.gap(start + len(again.phrase)) if start is not None and again else start
