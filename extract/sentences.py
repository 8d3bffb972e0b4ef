"""Knows where sentences end: not after ordinals, dates, initials and abbreviations."""

import re
from collections.abc import Collection, Iterator

_END = re.compile(r"[.!?…][\"”»’)\]]*(\s+)(?=[\"”»(\[–-]?\s?[^\W_])")
_ORDINAL = re.compile(r"(?:\d{1,2}\.)?\d{1,2}|[^\W\d_]|[ivx]+", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[.:](?:[03]0|[14]5|1[3-9]|2[0-9]|[3-5]\d)")
_LONGEST_TAIL = 40


def sentence_starts(text: str, abbreviations: Collection[str]) -> Iterator[int]:
    """Yield where each sentence of a paragraph after the first begins, in order.

    `abbreviations` are folded words without their last full stop ("esim", "bl.a").
    """
    for end in _END.finditer(text):
        following = text[end.end()]
        if following.islower() or (text[end.start()] == "." and _is_open(text, end.start(), abbreviations)):
            continue
        yield end.end()


def _is_open(text: str, stop: int, abbreviations: Collection[str]) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it."""
    word = _last_word(text[max(0, stop - _LONGEST_TAIL) : stop])
    if word.lower() in abbreviations:
        return True
    return bool(_ORDINAL.fullmatch(word)) and not _CLOCK.fullmatch(word)


def _last_word(text: str) -> str:
    """Return what stands behind the last blank or opening bracket; one line's end behind it is nothing."""
    text = text.removesuffix("\n").replace("(", " ")
    return "" if not text or text[-1].isspace() else text.rsplit(None, 1)[-1]
